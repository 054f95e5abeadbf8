import type { EntityManager } from 'typeorm';
import { UNSEEN_RUNS } from '@coop/shared/importing';
import { marks, safeNumber } from '@coop/shared/persistence';
import { labelKey } from '../payments/payment-keys.queries';
import { partsOf } from './period.rules';
import type { SpendDimension } from './spend-total.entity';
import type { SpendFilter } from './summary.types';

/**
 * What a sum can be taken apart by in SQL; quarters and years are made of months. `payee` is who was paid by one
 * council: records of one organisation together; `party` who was paid by several: also records of one name, if it names anybody.
 */
export type SpendKey =
  | 'gssCode'
  | 'month'
  | 'department'
  | 'purpose'
  | 'category'
  | 'channel'
  | 'supplier'
  | 'payee'
  | 'party'
  | 'sector'
  | 'sme'
  | 'local';

/** One sum. */
export interface SpendRow {
  /** The value of each key asked for, in the order asked. */
  readonly keys: readonly string[];
  readonly pence: number;
  readonly payments: number;
  readonly grossPayments: number;
}

interface Fragment {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** Columns of the kept cells, and the kind of total that has them as its label. */
const DETAILS = {
  department: { column: 'department_key', dimension: 'DEPARTMENT' },
  purpose: { column: 'purpose_key', dimension: 'PURPOSE' },
  category: { column: 'category_key', dimension: 'CATEGORY' },
  supplier: { column: 'supplier_id', dimension: 'SUPPLIER' },
} as const satisfies Record<string, { column: string; dimension: SpendDimension }>;
type Detail = keyof typeof DETAILS;

const isLike = (patterns: readonly string[]): string =>
  patterns.map((pattern) => `supplier.name_sort LIKE '${pattern}'`).join(' OR ');

/** What stands in place of a name says of no two councils that they pay the same: `isUnnamed`, in SQL. */
const NAMES_NOBODY = `supplier.is_redacted = 1 OR supplier.name_sort = ''
  OR ${isLike(['%redacted%', '%personal data%', '%withheld%', '%individual payee%', '%foster carer%', '%private individual%'])}
  OR ((${isLike(['individual%', 'sundry%', 'various%', 'not named%', '%not disclosed%', '%name removed%', '%data protection%', '%confidential%'])})
    AND NOT (${isLike(['% ltd%', '% limited%', '% plc%', '% cic%'])}))`;

/** What is known of a supplier, by its record. A name key has no underline, as every id has: they never meet. */
const OF_SUPPLIER: Readonly<Partial<Record<SpendKey, string>>> = {
  payee: 'COALESCE(supplier.organisation_id, spent.supplier)',
  party: `COALESCE(supplier.organisation_id, CASE WHEN ${NAMES_NOBODY} THEN spent.supplier ELSE supplier.name_key END, spent.supplier)`,
  sector: `COALESCE(supplier.sector, 'UNKNOWN')`,
  sme: `CASE WHEN supplier.is_sme IS NULL THEN 'UNKNOWN' WHEN supplier.is_sme = 1 THEN 'TRUE' ELSE 'FALSE' END`,
  local: `CASE WHEN supplier.is_local IS NULL THEN 'UNKNOWN' WHEN supplier.is_local = 1 THEN 'TRUE' ELSE 'FALSE' END`,
};

const isDetail = (key: string): key is Detail => Object.hasOwn(DETAILS, key);
const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

const VISIBLE = `import_run_id NOT IN ${UNSEEN_RUNS}`;

/** Conditions that hold of no supplier let SQLite begin with the suppliers and sum everything up for each of them. */
function supplierConditions({ organisation, sector, isSme, isLocal }: SpendFilter): Fragment[] {
  return [
    ...(isGiven(organisation)
      ? [{ text: `COALESCE(supplier.organisation_id, '') = ?`, parameters: [organisation] }]
      : []),
    ...(isGiven(sector) ? [{ text: `COALESCE(supplier.sector, 'UNKNOWN') = ?`, parameters: [sector] }] : []),
    ...(isGiven(isSme) ? [{ text: 'COALESCE(supplier.is_sme, 2) = ?', parameters: [Number(isSme)] }] : []),
    ...(isGiven(isLocal)
      ? [{ text: 'COALESCE(supplier.is_local, 2) = ?', parameters: [Number(isLocal)] }]
      : []),
  ];
}

/** The details that a filter fixes, with the key of each. */
function fixedDetails(filter: SpendFilter): [Detail, string][] {
  return [
    ...(isGiven(filter.department) ? [['department', labelKey(filter.department)] as [Detail, string]] : []),
    ...(isGiven(filter.purpose) ? [['purpose', labelKey(filter.purpose)] as [Detail, string]] : []),
    ...(isGiven(filter.category) ? [['category', labelKey(filter.category)] as [Detail, string]] : []),
    ...(isGiven(filter.supplier) ? [['supplier', filter.supplier] as [Detail, string]] : []),
  ];
}

/**
 * Sums of what councils paid, taken apart by some keys: out of the totals kept for one detail where no more than one is
 * asked for, otherwise out of the cells; the days beside whole months out of the payments themselves. One statement.
 */
export async function spendRows(
  reader: EntityManager,
  councils: readonly string[],
  filter: SpendFilter,
  keys: readonly SpendKey[],
): Promise<SpendRow[]> {
  const ofSupplier = supplierConditions(filter);
  const needsSupplier = ofSupplier.length > 0 || keys.some((key) => OF_SUPPLIER[key] !== undefined);
  const fixed = fixedDetails(filter);
  const details = [
    ...new Set<Detail>([
      ...fixed.map(([detail]) => detail),
      ...keys.filter(isDetail),
      ...(needsSupplier ? ['supplier' as const] : []),
    ]),
  ];
  const inner: SpendKey[] = [
    ...new Set<SpendKey>([
      ...keys.filter((key) => OF_SUPPLIER[key] === undefined),
      ...(needsSupplier ? ['supplier' as const] : []),
    ]),
  ];
  const sources = sourcesOf(councils, filter, details, fixed, inner);
  if (sources.length === 0 || councils.length === 0) return [];
  const names = inner.map((key) => `part.${key}`);
  const summed = `SELECT ${[...names, 'SUM(part.payments) AS payments', 'SUM(part.gross) AS gross', 'SUM(part.pence) AS pence'].join(', ')} FROM (${sources.map(({ text }) => text).join(' UNION ALL ')}) part${names.length > 0 ? ` GROUP BY ${names.join(', ')}` : ''}`;
  const columns = keys.map((key) => OF_SUPPLIER[key] ?? `spent.${key}`);
  const shown = columns.map((column, at) => `${column} AS key${at}`);
  const where = ofSupplier.length > 0 ? ` WHERE ${ofSupplier.map(({ text }) => text).join(' AND ')}` : '';
  const statement = needsSupplier
    ? `SELECT ${[...shown, 'SUM(spent.payments) AS payments', 'SUM(spent.gross) AS gross', 'SUM(spent.pence) AS pence'].join(', ')} FROM (${summed}) spent LEFT JOIN supplier ON supplier.id = spent.supplier${where}${columns.length > 0 ? ` GROUP BY ${columns.map((_, at) => `key${at}`).join(', ')}` : ''}`
    : `SELECT ${[...shown, 'spent.payments', 'spent.gross', 'spent.pence'].join(', ')} FROM (${summed}) spent`;
  const parameters = [...sources, ...ofSupplier].flatMap((one) => one.parameters);
  const rows: Record<string, string | number | null>[] = await reader.query(statement, parameters);
  return rows.flatMap((row) =>
    // A sum over nothing is one row of nulls.
    row['payments'] === null || Number(row['payments']) === 0
      ? []
      : [
          {
            keys: keys.map((_, at) => String(row[`key${at}`])),
            pence: safeNumber(row['pence'] ?? 0),
            payments: safeNumber(row['payments'] ?? 0),
            grossPayments: safeNumber(row['gross'] ?? 0),
          },
        ],
  );
}

function sourcesOf(
  councils: readonly string[],
  filter: SpendFilter,
  details: readonly Detail[],
  fixed: readonly [Detail, string][],
  keys: readonly SpendKey[],
): Fragment[] {
  const { months, days } = partsOf({ from: filter.from ?? null, to: filter.to ?? null });
  const [only] = details;
  const isTotal = details.length <= 1;
  const dimension: SpendDimension = only ? DETAILS[only].dimension : 'ALL';
  const channel: Fragment[] = isGiven(filter.channel)
    ? [{ text: 'channel = ?', parameters: [filter.channel] }]
    : [];
  const kept = (detail: Detail) => (isTotal ? 'label_key' : DETAILS[detail].column);
  const source = (
    table: string,
    conditions: readonly Fragment[],
    column: (key: SpendKey) => string,
    sums: string,
  ): Fragment => ({
    text: `SELECT ${[...keys.map((key) => `${column(key)} AS ${key}`), sums].join(', ')} FROM ${table} WHERE ${[...conditions.map(({ text }) => text), VISIBLE].join(' AND ')}${keys.length > 0 ? ` GROUP BY ${keys.map(column).join(', ')}` : ''}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  });
  const own = { text: `gss_code IN (${marks(councils)})`, parameters: councils };
  const sources: Fragment[] = [];
  if (months)
    sources.push(
      source(
        isTotal ? 'spend_total' : 'spend_cell',
        [
          own,
          ...(isTotal ? [{ text: 'dimension = ?', parameters: [dimension] }] : []),
          { text: 'month BETWEEN ? AND ?', parameters: months },
          ...fixed.map(([detail, key]) => ({ text: `${kept(detail)} = ?`, parameters: [key] })),
          ...channel,
        ],
        (key) => (isDetail(key) ? kept(key) : key === 'gssCode' ? 'gss_code' : key),
        'SUM(payments) AS payments, SUM(gross_payments) AS gross, SUM(pence) AS pence',
      ),
    );
  for (const period of days)
    sources.push(
      source(
        'payment',
        [
          own,
          { text: 'paid_on BETWEEN ? AND ?', parameters: period },
          ...fixed.map(([detail, key]) => ({ text: `${DETAILS[detail].column} = ?`, parameters: [key] })),
          ...channel,
        ],
        (key) =>
          isDetail(key)
            ? DETAILS[key].column
            : key === 'gssCode'
              ? 'gss_code'
              : key === 'month'
                ? 'SUBSTR(paid_on, 1, 7)'
                : key,
        `COUNT(*) AS payments, SUM(CASE WHEN basis = 'GROSS' THEN 1 ELSE 0 END) AS gross, SUM(amount_pence) AS pence`,
      ),
    );
  return sources;
}
