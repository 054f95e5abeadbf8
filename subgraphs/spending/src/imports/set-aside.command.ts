import type { Tx } from '@coop/shared/commands';
import { importClaim, moveRun } from '@coop/shared/importing';
import { bulkInsert } from '@coop/shared/persistence';
import type { Problem } from '@coop/shared/problems';
import { rollUpMonth } from '../summary/roll-up-month.command';
import { KIND } from './kind';
import { underWay } from './set-aside.rules';
import { councilsLoading } from './spend-import.queries';
import { SpendImportRecord } from './spend-import.entity';

/** An import that is no longer to stand. */
export interface SetAside {
  readonly run: string;
  readonly gssCode: string;
  /** The import that stands in its place; left out when it is withdrawn. */
  readonly supersededBy?: string;
  /** Why it is withdrawn. */
  readonly because?: string;
}

interface Vouched {
  readonly run: string;
  readonly month: string;
}

/**
 * Keeps imports of the council's payments from beginning, completing, being set aside and redacted by anybody else until
 * the end of the transaction: which payments an import has depends on which others stand. Claimed before anything is locked.
 */
export const claimImports = (tx: Tx, council: string): Promise<void> =>
  tx.claim(importClaim({ kind: KIND, council }));

/** Nothing is set aside or redacted while an import of the council loads. */
export async function whileLoading({ manager }: Tx, council: string): Promise<readonly Problem[]> {
  return (await councilsLoading(manager, [council])).has(council) ? [underWay()] : [];
}

/**
 * Takes a complete import out of sight, in the transaction that decides it. Payments that another complete import has
 * met too go over to that one, with their sums; the others are invisible from now on and deleted afterwards, chunk by
 * chunk, by the clean-up of imports. The imports of the council are claimed: heirs stand until the end.
 */
export async function setAside(tx: Tx, { run, gssCode, supersededBy, because }: SetAside): Promise<void> {
  const { manager, now } = tx;
  const heirs = `FROM payment_sighting s JOIN import_run r ON r.id = s.import_run_id
    WHERE s.payment_id = payment.id AND r.state = 'COMPLETE' AND r.id <> ?`;
  const moving = await manager.query<Vouched[]>(
    `SELECT DISTINCT s.import_run_id AS run, SUBSTR(p.paid_on, 1, 7) AS month
     FROM payment p JOIN payment_sighting s ON s.payment_id = p.id JOIN import_run r ON r.id = s.import_run_id
     WHERE p.import_run_id = ? AND r.state = 'COMPLETE' AND r.id <> ? ORDER BY 1, 2`,
    [run, run],
  );
  if (moving.length > 0) {
    await manager.query(
      `UPDATE payment SET file_row = (SELECT MIN(s.file_row) ${heirs} AND s.import_run_id =
         (SELECT MIN(s.import_run_id) ${heirs})),
         import_run_id = (SELECT MIN(s.import_run_id) ${heirs})
       WHERE import_run_id = ? AND EXISTS (SELECT 1 ${heirs})`,
      [run, run, run, run, run],
    );
    const heirRuns = [...new Set(moving.map((one) => one.run))];
    await manager.query(
      `DELETE FROM payment_sighting WHERE import_run_id IN (${heirRuns.map(() => '?').join(', ')}) AND EXISTS
         (SELECT 1 FROM payment p WHERE p.id = payment_sighting.payment_id AND p.import_run_id = payment_sighting.import_run_id)`,
      heirRuns,
    );
    for (const { run: heir, month } of moving)
      await rollUpMonth(manager, { gssCode, importRunId: heir, month });
  }
  await moveRun(manager, run, 'setAside', { leaseUntil: now });
  const aside = {
    supersededBy: supersededBy ?? null,
    ...(supersededBy === undefined ? { withdrawnAt: now, withdrawnBecause: because ?? null } : {}),
  };
  // An import of the demo world may have no record of its own yet.
  if (await manager.existsBy(SpendImportRecord, { id: run }))
    await manager.update(SpendImportRecord, { id: run }, aside);
  else
    await bulkInsert(manager, SpendImportRecord, [
      { id: run, gssCode, progress: 1, columns: [], illustrative: true, ...aside },
    ]);
}
