import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { beginRun, cleanUpImports, TableRefused, type Counts } from '@coop/shared/importing';
import { bulkInsert, ImportRun } from '@coop/shared/persistence';
import type { Payment } from '../payments/payment.entity';
import { redactionsOf, type Redactions } from '../redaction/redactions.queries';
import { sweepNames } from '../redaction/sweep-names.command';
import { ContentFilter } from './content-filter';
import { KIND } from './kind';
import { ensureSecret, secretIn } from './spending-key.command';
import { SpendImportRecord, type KeptColumn } from './spend-import.entity';
import { hasPayments } from './sort-out.queries';

/** Their action in the audit trail. */
export const ACTION = 'spendingImport';

/** An import under way. Its counts go up as its rows are written. */
export interface SpendRun {
  /** The id of the run; null for a trial, which writes nothing. */
  readonly id: string | null;
  readonly council: string;
  readonly supersedes: string | null;
  /** The key of content codes. */
  readonly secret: string;
  /** The names that the council does not show; null where there are none. */
  readonly redactions: Redactions | null;
  /** False when the council had no payments before: then only the file itself can hold a row twice. */
  readonly hasEarlier: boolean;
  readonly met: ContentFilter;
  /** How often a trial has met each content. */
  readonly trialCounts: Map<string, number>;
  /** Suppliers that are known to stand in the database. */
  readonly suppliers: Set<string>;
  readonly columns: KeptColumn[];
  /** What a trial found odd, the first of many. */
  readonly remarks: string[];
  counts: Counts;
  /** Is told of payments that were written. */
  readonly onWritten?: ((run: string, payments: readonly WrittenPayment[]) => void) | undefined;
}

/** A payment that an import has written. */
export type WrittenPayment = Omit<Payment, 'version'>;

/** What the beginning of an import has to be told. */
export interface BeginOptions {
  readonly council: string;
  readonly supersedes?: string | null;
  readonly isTrial?: boolean;
  readonly onWritten?: SpendRun['onWritten'];
}

/**
 * Begins an import, or a trial of one.
 * @throws TableRefused when it is to supersede what it cannot
 * @throws ImportUnderWay while the council has another import of payments under way
 */
export async function beginImport(
  context: CommandContext,
  file: string,
  { council, supersedes = null, isTrial = false, onWritten }: BeginOptions,
): Promise<SpendRun> {
  const { database } = context;
  if (supersedes !== null) await refuseSuperseding(context, file, council, supersedes);
  let id: string | null = null;
  if (!isTrial) {
    await cleanUpImports(context);
    // What a search for redacted names left over when its process ended.
    await sweepNames(context, council);
    id = await beginRun(context, ACTION, { kind: KIND, council, file });
  }
  const run = id;
  const secret =
    run === null
      ? ((await secretIn(database)) ?? 'trial')
      : await bulkWrite(context, { name: ACTION }, async ({ manager }) => {
          await bulkInsert(manager, SpendImportRecord, [
            { id: run, gssCode: council, progress: 0, columns: [], supersedes, illustrative: false },
          ]);
          return ensureSecret(manager);
        });
  return {
    id: run,
    council,
    supersedes,
    secret,
    redactions: await redactionsOf(database.reader, council, secret),
    hasEarlier: await hasPayments(database, council),
    met: new ContentFilter(),
    trialCounts: new Map(),
    suppliers: new Set(),
    columns: [],
    remarks: [],
    counts: { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 },
    onWritten,
  };
}

async function refuseSuperseding(
  { database }: CommandContext,
  file: string,
  council: string,
  supersedes: string,
): Promise<void> {
  const found = await database.reader.findOneBy(ImportRun, { id: supersedes, kind: KIND, council });
  if (found?.state === 'COMPLETE') return;
  const why = found ? 'that import does not stand any more' : 'the council has no such import of payments';
  throw new TableRefused(file, `it is to supersede ${supersedes}, but ${why}`);
}
