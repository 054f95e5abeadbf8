import type { World } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import type { Command, CommandResult } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import { KIND } from '../imports/kind';
import { labelKeys } from '../payments/payment-keys.queries';
import { Payment } from '../payments/payment.entity';
import { rollUpImport } from '../summary/roll-up.command';
import { Supplier } from '../suppliers/supplier.entity';
import { newSupplier } from '../suppliers/supplier-row.queries';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { scanDuplicates } from './scan-duplicates.command';

export const COUNCIL = 'E08000004';

/** Those who may and those who may not. */
export function people(world: World) {
  return {
    officer: world.actor(),
    auditor: world.actor({ subject: 'auditor-1', role: 'auditor' }),
    otherAuditor: world.actor({ subject: 'auditor-2', role: 'auditor' }),
    elsewhere: world.actor({ subject: 'officer-9', council: 'E08000021' }),
    auditorElsewhere: world.actor({ subject: 'auditor-9', role: 'auditor', council: 'E08000021' }),
    analyst: world.actor({ subject: 'analyst-1', role: 'analyst' }),
    resident: world.actor({ subject: 'resident-1', role: 'resident' }),
    administrator: world.actor({ subject: 'administrator-1', role: 'administrator' }),
  };
}

/** A payment as a test tells it: what it does not say is that of an invoice of Pennine Roofing. */
export interface PaymentFact {
  readonly supplier?: string;
  readonly invoiceNumber?: string | null;
  readonly reference?: string | null;
  readonly amountPence?: number;
  readonly paidOn?: string;
  readonly department?: string;
  readonly purpose?: string;
  readonly channel?: Payment['channel'];
  readonly merchantCategory?: string | null;
}

/** Puts an import of payments on record, complete, and gives its id and theirs. */
export async function importOf(
  world: World,
  facts: readonly PaymentFact[],
  gssCode = COUNCIL,
): Promise<{ readonly run: string; readonly payments: readonly string[] }> {
  const now = world.clock.now();
  const run = newId('import', now);
  const made = facts.map((fact, index) => paymentOf(fact, index, run, gssCode, newId('payment', now)));
  await world.database.transaction(async (manager) => {
    await bulkInsert(manager, ImportRun, [
      {
        ...{ id: run, kind: KIND, council: gssCode, file: `${run}.csv`, sha256: '', state: 'COMPLETE' },
        ...{ rows: made.length, imported: made.length, alreadyThere: 0, rejected: 0, actor: 'officer-1' },
        ...{ startedAt: now, completedAt: now, leaseUntil: now },
      },
    ]);
    await bulkInsert(
      manager,
      Supplier,
      made.map(({ supplier }) => supplier),
      { unlessThere: true },
    );
    await bulkInsert(
      manager,
      Payment,
      made.map(({ payment }) => payment),
    );
  });
  await rollUpImport(world.context(), run);
  return { run, payments: made.map(({ payment }) => payment.id) };
}

function paymentOf(fact: PaymentFact, index: number, importRunId: string, gssCode: string, id: string) {
  const name = fact.supplier ?? 'Pennine Roofing Ltd';
  const supplier = newSupplier({ gssCode, publishedId: null, name });
  const texts = {
    department: fact.department ?? 'Estates',
    purpose: fact.purpose ?? 'Repairs',
    category: null,
  };
  const payment = {
    ...{ id, gssCode, importRunId, fileRow: index + 2, supplierId: supplier.id, supplierName: name },
    ...{
      paidOn: fact.paidOn ?? '2026-03-02',
      amountPence: fact.amountPence ?? 120_000,
      basis: 'NET' as const,
    },
    ...{ irrecoverableVatPence: null, ...texts, ...labelKeys(texts), isCapital: null, illustrative: false },
    reference: fact.reference === undefined ? `ref-${id.slice(-8)}` : fact.reference,
    invoiceNumber: fact.invoiceNumber === undefined ? 'A1001' : fact.invoiceNumber,
    channel: fact.channel ?? ('INVOICE' as const),
    merchantCategory: fact.merchantCategory ?? null,
    identityKey: id.slice(-26),
  };
  return { payment, supplier };
}

/** A scan in the name of the auditor. */
export const scan = (world: World, isFull = false) =>
  scanDuplicates(world.context(people(world).auditor), COUNCIL, { isFull });

/** The council's candidates, in the order of their documents. */
export const candidates = (world: World): Promise<DuplicateCandidate[]> =>
  world.database.reader.find(DuplicateCandidate, { order: { documentKey: 'ASC' } });

/** A payment made twice, found. */
export async function aCandidate(world: World): Promise<DuplicateCandidate> {
  const invoiceNumber = newId('number', world.clock.now()).slice(-12);
  await importOf(world, [{ invoiceNumber }, { invoiceNumber, paidOn: '2026-04-01' }]);
  await scan(world);
  const found = await candidates(world);
  return found.find(({ evidence }) => evidence[0]!.detail.includes(invoiceNumber))!;
}

/** Runs a command; the auditor unless told. */
export const run = <Input extends object>(
  world: World,
  command: Command<Input>,
  input: Input,
  actor: Actor = people(world).auditor,
): Promise<CommandResult> => command.run(world.context(actor), input);

/** The id of what was done; an Error with the problems otherwise. */
export function subjectOf(result: CommandResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.subject;
}

/** What a command answered, in short: `done`, or the kind and path of each problem. */
export const found = (result: CommandResult): string[] =>
  result.ok ? ['done'] : result.problems.map(({ kind, path }) => [kind, ...(path ?? [])].join(' ').trim());
