import type { EntityManager } from 'typeorm';
import { demand } from '@coop/shared/access';
import { bulkWrite, checkInput, type Command, type CommandContext, type Tx } from '@coop/shared/commands';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { examinePayments } from '../access';
import { lineCounts, namedSuppliers } from '../duplicates/spend-lines.queries';
import { FraudIndicator, FraudIndicatorRun } from './fraud-indicator.entity';
import { FraudIndicatorsRunInput } from './fraud-inputs.types';
import { indicatorFences, type IndicatorFences } from './fraud.law';
import { firstPaidOn, paymentsOfSuppliers } from './indicated-payments.queries';
import { INDICATOR_KINDS, type IndicatorKind } from './indicator-kinds';
import {
  benford,
  newSupplierFast,
  roundSums,
  sharedIdentifiers,
  splitting,
  type IndicatedPayment,
  type Indication,
} from './indicators.rules';

const ACTION = 'fraudIndicatorsRun';
const LINES_AT_ONCE = 20_000;
const SUPPLIERS_AT_ONCE = 500;
/** An indicator shows at most so many payments. */
const PAYMENTS_SHOWN = 200;

/** What a run did. */
export interface IndicatorsOutcome {
  readonly suppliers: number;
  readonly flagged: number;
}

interface Tally {
  computed: number;
  notComputable: number;
  flagged: number;
  readonly reasons: Record<string, number>;
}

/** What was worked out for a council. */
interface Worked {
  readonly suppliers: number;
  readonly rows: readonly Partial<FraudIndicator>[];
  readonly tallies: ReadonlyMap<IndicatorKind, Tally>;
}

/** Works out every indicator for every named supplier of a council, and keeps those beyond their fence. */
export async function runIndicators(context: CommandContext, gssCode: string): Promise<IndicatorsOutcome> {
  const today = londonDate(context.now);
  const worked = await workOut(context.database.reader, gssCode, today);
  const { suppliers, rows } = worked;
  await bulkWrite(context, { name: ACTION }, async (tx) => {
    await replaceIndicators(tx, gssCode, worked, today);
    await tx.record({ council: gssCode, subject: `council_${gssCode}`, changes: { suppliers } });
  });
  return { suppliers, flagged: rows.length };
}

/** Works out every indicator, and writes nothing. */
export async function workOut(reader: EntityManager, gssCode: string, today: LocalDate): Promise<Worked> {
  const fences = indicatorFences.require(today).value;
  const records = await namedSuppliers(reader, gssCode);
  const shared = sharedIdentifiers(records, fences);
  const counts = await lineCounts(reader, gssCode);
  const firstDay = await firstPaidOn(reader, gssCode);
  const tallies = new Map<IndicatorKind, Tally>(
    INDICATOR_KINDS.map((kind) => [kind, { computed: 0, notComputable: 0, flagged: 0, reasons: {} }]),
  );
  const rows: Partial<FraudIndicator>[] = [];
  const paid = records.map(({ id }) => id).filter((id) => (counts.get(id) ?? 0) > 0);
  for (const batch of batchesOf(paid, counts)) {
    const bySupplier = await paymentsOfSuppliers(reader, gssCode, batch);
    for (const supplierId of batch) {
      const payments = bySupplier.get(supplierId) ?? [];
      for (const one of indications(payments, shared.get(supplierId), firstDay, fences)) {
        count(tallies.get(one.kind)!, one);
        if (!one.computed || !one.isFlagged) continue;
        const { kind, figure, fence, detail } = one;
        const paymentIds = one.payments.slice(0, PAYMENTS_SHOWN);
        rows.push({ gssCode, kind, supplierId, figure, fence, detail, paymentIds, computedOn: today });
      }
    }
  }
  return { suppliers: paid.length, rows, tallies };
}

function* batchesOf(ids: readonly string[], counts: ReadonlyMap<string, number>): Generator<string[]> {
  let batch: string[] = [];
  let lines = 0;
  for (const id of ids) {
    const size = counts.get(id) ?? 0;
    if (batch.length > 0 && (lines + size > LINES_AT_ONCE || batch.length >= SUPPLIERS_AT_ONCE)) {
      yield batch;
      batch = [];
      lines = 0;
    }
    batch.push(id);
    lines += size;
  }
  if (batch.length > 0) yield batch;
}

function indications(
  payments: readonly IndicatedPayment[],
  shared: Indication | undefined,
  firstDay: LocalDate,
  fences: IndicatorFences,
): Indication[] {
  return [
    splitting(payments, fences),
    roundSums(payments, fences),
    benford(payments, fences),
    newSupplierFast(payments, firstDay, fences),
    ...(shared ? [shared] : []),
  ];
}

function count(tally: Tally, one: Indication): void {
  if (one.computed) {
    tally.computed += 1;
    if (one.isFlagged) tally.flagged += 1;
    return;
  }
  tally.notComputable += 1;
  tally.reasons[one.reason] = (tally.reasons[one.reason] ?? 0) + 1;
}

/** The indicators of the run before go as those of this one come. */
export async function replaceIndicators(
  tx: Tx,
  gssCode: string,
  { rows, tallies }: Worked,
  computedOn: LocalDate,
): Promise<void> {
  await tx.manager.delete(FraudIndicator, { gssCode });
  await tx.manager.delete(FraudIndicatorRun, { gssCode });
  await tx.insertMany(
    FraudIndicator,
    rows.map((row) => ({ ...row, id: tx.newId('indicator') })),
  );
  await tx.insertMany(
    FraudIndicatorRun,
    [...tallies].map(([kind, tally]) => ({ gssCode, kind, ...tally, computedOn })),
  );
}

/** `fraudIndicatorsRun`: reading takes long and needs no lock, so it is no single command. */
export const runCouncilIndicators: Command<FraudIndicatorsRunInput> = {
  name: ACTION,
  async run(context, input) {
    const problems = checkInput(FraudIndicatorsRunInput, input);
    if (problems.length > 0) return { ok: false, problems };
    const denied = demand(examinePayments, context.actor, { gssCode: input.council });
    if (denied.length > 0) return { ok: false, problems: denied };
    const { suppliers, flagged } = await runIndicators(context, input.council);
    return { ok: true, subject: `council_${input.council}`, receipt: { suppliers, flagged } };
  },
};
