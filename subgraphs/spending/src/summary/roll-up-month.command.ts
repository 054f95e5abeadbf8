import type { EntityManager } from 'typeorm';
import { nextTurn } from '@coop/shared/importing';
import { PUBLISHED_OVER_PENCE } from '../transparency/transparency.law';
import type { SpendDimension } from './spend-total.entity';

/** A month of a council within one import. */
export interface ImportMonth {
  readonly gssCode: string;
  readonly importRunId: string;
  /** `2019-07`. */
  readonly month: string;
}

/** The months in which an import has payments. One statement. */
export async function monthsOfImport(manager: EntityManager, importRunId: string): Promise<ImportMonth[]> {
  const rows: { gssCode: string; month: string }[] = await manager.query(
    'SELECT DISTINCT gss_code AS gssCode, SUBSTR(paid_on, 1, 7) AS month FROM payment WHERE import_run_id = ? ORDER BY 1, 2',
    [importRunId],
  );
  return rows.map(({ gssCode, month }) => ({ gssCode, month, importRunId }));
}

const SUMS = 'COUNT(*), SUM(CASE WHEN basis = ? THEN 1 ELSE 0 END), SUM(amount_pence)';
const PAYMENTS = 'FROM payment WHERE import_run_id = ? AND paid_on BETWEEN ? AND ? AND gss_code = ?';

/** The column by which each kind of total is made, and the column of payments with the words for its key, if any. */
const TOTALS: Readonly<Record<SpendDimension, { readonly key: string; readonly words?: string }>> = {
  ALL: { key: "''" },
  DEPARTMENT: { key: 'department_key', words: 'department' },
  PURPOSE: { key: 'purpose_key', words: 'purpose' },
  CATEGORY: { key: 'category_key', words: 'category' },
  SUPPLIER: { key: 'supplier_id' },
};

/**
 * Sums one month of one import up anew out of its payments, in place of what was kept of it. Fourteen statements,
 * whatever the number of payments. What is kept belongs to the import and is visible with it, so this may run before
 * the import is complete, month by month in transactions of their own.
 */
export async function rollUpMonth(manager: EntityManager, at: ImportMonth): Promise<void> {
  const { gssCode, importRunId, month } = at;
  const own = [gssCode, month, importRunId];
  const read = ['GROSS', importRunId, `${month}-01`, `${month}-31`, gssCode];
  await manager.query('DELETE FROM spend_cell WHERE gss_code = ? AND month = ? AND import_run_id = ?', own);
  await manager.query(
    `INSERT INTO spend_cell (gss_code, month, import_run_id, cell, department_key, purpose_key, category_key, supplier_id, channel, payments, gross_payments, pence)
     SELECT ?, ?, ?, ROW_NUMBER() OVER (ORDER BY department_key, purpose_key, category_key, supplier_id, channel),
            department_key, purpose_key, category_key, supplier_id, channel, ${SUMS}
     ${PAYMENTS} GROUP BY department_key, purpose_key, category_key, supplier_id, channel`,
    [...own, ...read],
  );
  await manager.query(
    'DELETE FROM spend_coverage WHERE gss_code = ? AND month = ? AND import_run_id = ?',
    own,
  );
  const filled = (name: string) => `SUM(CASE WHEN ${name} IS NULL OR ${name} = '' THEN 0 ELSE 1 END)`;
  await manager.query(
    `INSERT INTO spend_coverage (gss_code, month, import_run_id, channel, is_over, payments, with_department, with_purpose, with_category, with_vat, with_reference, with_merchant_category)
     SELECT ?, ?, ?, channel, CASE WHEN ABS(amount_pence) > ${PUBLISHED_OVER_PENCE} THEN 1 ELSE 0 END, COUNT(*), ${filled('department')}, ${filled('purpose')},
            ${filled('category')}, SUM(CASE WHEN irrecoverable_vat_pence IS NULL THEN 0 ELSE 1 END), ${filled('reference')}, ${filled('merchant_category')}
     ${PAYMENTS} GROUP BY channel, CASE WHEN ABS(amount_pence) > ${PUBLISHED_OVER_PENCE} THEN 1 ELSE 0 END`,
    [...own, importRunId, `${month}-01`, `${month}-31`, gssCode],
  );
  for (const [dimension, { key, words }] of Object.entries(TOTALS)) {
    // Each may go through a hundred thousand payments.
    await nextTurn();
    const of = [gssCode, dimension, month];
    await manager.query(
      'DELETE FROM spend_total WHERE gss_code = ? AND dimension = ? AND month = ? AND import_run_id = ?',
      [...of, importRunId],
    );
    const groups = dimension === 'ALL' ? 'channel' : `${key}, channel`;
    const insert = `INSERT INTO spend_total (gss_code, dimension, month, import_run_id, label_key, channel, label, payments, gross_payments, pence)
       SELECT ?, ?, ?, ?, ${key}, channel,`;
    if (words === undefined)
      // The cells lie together and the payments of a month do not: what has no words is summed up out of those.
      await manager.query(
        `${insert} '', SUM(payments), SUM(gross_payments), SUM(pence)
         FROM spend_cell WHERE gss_code = ? AND month = ? AND import_run_id = ? GROUP BY ${groups}`,
        [...of, importRunId, ...own],
      );
    else
      await manager.query(`${insert} COALESCE(MIN(${words}), ''), ${SUMS} ${PAYMENTS} GROUP BY ${groups}`, [
        ...of,
        importRunId,
        ...read,
      ]);
  }
}

/** Sums months of a council up anew for every import that has payments in them: a repair, and a test's recount. */
export async function recountMonths(
  manager: EntityManager,
  gssCode: string,
  months: readonly string[],
): Promise<void> {
  for (const month of months) {
    const runs: { importRunId: string }[] = await manager.query(
      `SELECT DISTINCT import_run_id AS importRunId FROM payment WHERE gss_code = ? AND paid_on BETWEEN ? AND ?
       UNION SELECT import_run_id FROM spend_total WHERE gss_code = ? AND dimension = 'ALL' AND month = ?`,
      [gssCode, `${month}-01`, `${month}-31`, gssCode, month],
    );
    for (const { importRunId } of runs) await rollUpMonth(manager, { gssCode, importRunId, month });
  }
}
