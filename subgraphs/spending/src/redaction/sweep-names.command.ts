import { bulkWrite, type BulkTx, type CommandContext } from '@coop/shared/commands';
import { nextTurn } from '@coop/shared/importing';
import { bulkInsert } from '@coop/shared/persistence';
import { secretIn } from '../imports/spending-key.command';
import { NameSweep } from './redaction.entity';
import { redactionsOf } from './redactions.queries';
import { SWEPT } from './swept-texts.command';

/** Rows that are searched at once: some tens of milliseconds, after which others get their turn. */
const AT_ONCE = 2000;
const PARTS = Object.keys(SWEPT);
const NAME = 'supplierNameRedact';

/**
 * Puts the search of a council's texts for redacted names on record, inside the transaction that makes it necessary;
 * `sweepNames` does it.
 */
export async function beginSweep({ manager }: Pick<BulkTx, 'manager'>, gssCode: string): Promise<void> {
  await manager.delete(NameSweep, { gssCode });
  await bulkInsert(manager, NameSweep, [{ gssCode, part: PARTS[0]!, after: '' }]);
}

/** Searches the detail of card purchases of a council, which came by an import of their own. */
export async function sweepPurchases(context: CommandContext, gssCode: string): Promise<void> {
  await bulkWrite(context, { name: NAME }, ({ manager }) =>
    // One that is under way comes to them at its end.
    bulkInsert(manager, NameSweep, [{ gssCode, part: 'purchases', after: '' }], { unlessThere: true }),
  );
  await sweepNames(context, gssCode);
}

/**
 * Takes redacted names out of whatever the files of a council say in words, in chunks with a transaction of their own:
 * a council may have millions of payments, and nothing but reading them tells which of them name somebody. How far it
 * is stands in the database, so that a search that is cut off goes on where it was, with the next import or when the
 * subgraph begins to serve. Names are known by keyed hashes of their words alone.
 * @param signal stops it between two chunks
 */
export async function sweepNames(
  context: CommandContext,
  gssCode: string,
  signal?: AbortSignal,
  atOnce = AT_ONCE,
): Promise<void> {
  const { database } = context;
  const { reader } = database;
  const secret = await secretIn(database);
  const redactions = secret === null ? null : await redactionsOf(reader, gssCode, secret);
  for (;;) {
    const at = await reader.findOneBy(NameSweep, { gssCode });
    if (!at) return;
    const { part, after } = at;
    const chunk = redactions ? await SWEPT[part]?.(reader, gssCode, redactions, after, atOnce) : undefined;
    const next = chunk?.after ?? null;
    const following = next === null ? PARTS[PARTS.indexOf(part) + 1] : part;
    await bulkWrite(context, { name: NAME }, async (tx) => {
      // Begun anew meanwhile, with another name: then this chunk comes again.
      const isOurs = await tx.manager.existsBy(NameSweep, { gssCode, part, after });
      if (!isOurs) return;
      await chunk?.change?.(tx);
      if (following === undefined) await tx.manager.delete(NameSweep, { gssCode });
      else await tx.manager.update(NameSweep, { gssCode }, { part: following, after: next ?? '' });
    });
    if (signal?.aborted) return;
    await nextTurn();
  }
}

/** Goes on with every search for redacted names that was cut off. */
export async function finishSweeps(context: CommandContext, signal?: AbortSignal): Promise<void> {
  for (const { gssCode } of await context.database.reader.find(NameSweep))
    if (!signal?.aborted) await sweepNames(context, gssCode, signal);
}
