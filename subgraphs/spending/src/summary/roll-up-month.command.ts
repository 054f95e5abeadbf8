import type { EntityManager } from 'typeorm';
import { nextTurn } from '@coop/shared/importing';
import { withScratchTable } from '@coop/shared/persistence';
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

const IS_OVER = `CASE WHEN ABS(amount_pence) > ${PUBLISHED_OVER_PENCE} THEN 1 ELSE 0 END`;
const CELL = 'department_key, purpose_key, category_key, supplier_id, channel';
/** The texts that the Transparency Code asks for, by the columns of `spend_coverage`. */
const FILLED = {
  with_department: 'department',
  with_purpose: 'purpose',
  with_category: 'category',
  with_reference: 'reference',
  with_merchant_category: 'merchant_category',
} as const;
const WITH = [...Object.keys(FILLED), 'with_vat'];

/** A month of an import, read once: everything that is kept of it is made of these groups. */
const MONTH = `SELECT ${CELL}, ${IS_OVER} AS is_over,
  MIN(department) AS department, MIN(purpose) AS purpose, MIN(category) AS category,
  COUNT(*) AS payments, SUM(CASE WHEN basis = 'GROSS' THEN 1 ELSE 0 END) AS gross_payments, SUM(amount_pence) AS pence,
  ${Object.entries(FILLED)
    .map(([name, text]) => `SUM(CASE WHEN ${text} IS NULL OR ${text} = '' THEN 0 ELSE 1 END) AS ${name}`)
    .join(', ')},
  SUM(CASE WHEN irrecoverable_vat_pence IS NULL THEN 0 ELSE 1 END) AS with_vat
  FROM payment WHERE import_run_id = ? AND paid_on BETWEEN ? AND ? AND gss_code = ?
  GROUP BY ${CELL}, ${IS_OVER}`;

const SUMS = 'SUM(payments), SUM(gross_payments), SUM(pence)';

/** The column by which each kind of total is made, and the column with the words for its key, if any. */
const TOTALS: Readonly<Record<SpendDimension, { readonly key: string; readonly words?: string }>> = {
  ALL: { key: "''" },
  DEPARTMENT: { key: 'department_key', words: 'department' },
  PURPOSE: { key: 'purpose_key', words: 'purpose' },
  CATEGORY: { key: 'category_key', words: 'category' },
  SUPPLIER: { key: 'supplier_id' },
};

/**
 * Sums one month of one import up anew out of its payments, in place of what was kept of it. Seventeen statements,
 * whatever the number of payments, of which one reads them. What is kept belongs to the import and is visible with it,
 * so this may run before the import is complete, month by month in transactions of their own.
 */
export async function rollUpMonth(manager: EntityManager, at: ImportMonth): Promise<void> {
  const { gssCode, importRunId, month } = at;
  const parameters = [importRunId, `${month}-01`, `${month}-31`, gssCode];
  await withScratchTable(manager, { name: 'spend_month', select: MONTH, parameters }, async (table) => {
    await nextTurn();
    await keepCells(manager, at, table);
    await keepCoverage(manager, at, table);
    for (const dimension of Object.keys(TOTALS) as SpendDimension[]) {
      await nextTurn();
      await keepTotals(manager, at, dimension, table);
    }
  });
}

const ofMonth = ({ gssCode, month, importRunId }: ImportMonth): string[] => [gssCode, month, importRunId];

async function keepCells(manager: EntityManager, at: ImportMonth, table: string): Promise<void> {
  const own = ofMonth(at);
  await manager.query('DELETE FROM spend_cell WHERE gss_code = ? AND month = ? AND import_run_id = ?', own);
  await manager.query(
    `INSERT INTO spend_cell (gss_code, month, import_run_id, cell, ${CELL}, payments, gross_payments, pence)
     SELECT ?, ?, ?, ROW_NUMBER() OVER (ORDER BY ${CELL}), ${CELL}, ${SUMS} FROM ${table} GROUP BY ${CELL}`,
    own,
  );
}

async function keepCoverage(manager: EntityManager, at: ImportMonth, table: string): Promise<void> {
  const own = ofMonth(at);
  await manager.query(
    'DELETE FROM spend_coverage WHERE gss_code = ? AND month = ? AND import_run_id = ?',
    own,
  );
  await manager.query(
    `INSERT INTO spend_coverage (gss_code, month, import_run_id, channel, is_over, payments, ${WITH.join(', ')})
     SELECT ?, ?, ?, channel, is_over, SUM(payments), ${WITH.map((name) => `SUM(${name})`).join(', ')}
     FROM ${table} GROUP BY channel, is_over`,
    own,
  );
}

async function keepTotals(
  manager: EntityManager,
  { gssCode, month, importRunId }: ImportMonth,
  dimension: SpendDimension,
  table: string,
): Promise<void> {
  const { key, words } = TOTALS[dimension];
  const own = [gssCode, dimension, month, importRunId];
  await manager.query(
    'DELETE FROM spend_total WHERE gss_code = ? AND dimension = ? AND month = ? AND import_run_id = ?',
    own,
  );
  const label = words === undefined ? "''" : `COALESCE(MIN(${words}), '')`;
  await manager.query(
    `INSERT INTO spend_total (gss_code, dimension, month, import_run_id, label_key, channel, label, payments, gross_payments, pence)
     SELECT ?, ?, ?, ?, ${key}, channel, ${label}, ${SUMS} FROM ${table} GROUP BY ${dimension === 'ALL' ? 'channel' : `${key}, channel`}`,
    own,
  );
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
