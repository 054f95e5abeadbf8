import type { RequestContext } from '@coop/shared/graphql';
import { instantOf, londonDate, type LocalDate } from '@coop/shared/time';
import { UNSEEN_RUNS } from '@coop/shared/importing';
import { safeNumber } from '@coop/shared/persistence';
import { dueBy, dutyOn, monthsFrom, type Dataset } from './publication.rules';
import type { PublicationDuty, PublicationField } from './transparency.law';
import { TransparencyReport } from './transparency.types';

const VISIBLE = `import_run_id NOT IN ${UNSEEN_RUNS}`;

/** Which rows of the kept coverage belong to each dataset. */
const ROWS: Readonly<Record<Dataset, string>> = {
  SPEND: `channel NOT IN ('CARD', 'PAYROLL', 'JOURNAL') AND is_over = 1`,
  CARD: `channel = 'CARD'`,
  GRANT: `channel = 'GRANT'`,
};

/** The count that tells how far a field is filled; null for those that every payment has. */
const COUNTS: Readonly<Record<PublicationField['holds'], string | null>> = {
  date: null,
  beneficiary: null,
  amount: null,
  department: 'with_department',
  purpose: 'with_purpose',
  category: 'with_category',
  vat: 'with_vat',
  merchantCategory: 'with_merchant_category',
  number: null,
};

type Counted = Readonly<Record<string, string | number>> & { readonly month: string };

/** How completely a council has published a dataset. Three statements, whatever the number of payments. */
export async function transparencyReport(
  { database: { reader }, now }: RequestContext,
  gssCode: string,
  dataset: Dataset,
): Promise<TransparencyReport> {
  const today = londonDate(now);
  const { duty, rule } = dutyOn(dataset, today);
  const counts = [...new Set(Object.values(COUNTS).filter((name) => name !== null))];
  const rows: Counted[] = await reader.query(
    `SELECT month, SUM(payments) AS payments, ${counts.map((name) => `SUM(${name}) AS ${name}`).join(', ')}
     FROM spend_coverage WHERE gss_code = ? AND ${ROWS[dataset]} AND ${VISIBLE} GROUP BY month ORDER BY month`,
    [gssCode],
  );
  const imported: { month: string; first: string }[] = await reader.query(
    `SELECT spend_coverage.month AS month, MIN(import_run.completed_at) AS first
     FROM spend_coverage JOIN import_run ON import_run.id = spend_coverage.import_run_id
     WHERE gss_code = ? AND ${ROWS[dataset]} AND import_run.state = 'COMPLETE' GROUP BY spend_coverage.month`,
    [gssCode],
  );
  const total = (name: string) => rows.reduce((sum, row) => sum + safeNumber(row[name] ?? 0), 0);
  const rowCount = total('payments');
  const numbered = dataset === 'GRANT' ? await numberedGrants(reader, gssCode) : 0;
  const shareOf = ({ holds }: PublicationField): number => {
    if (rowCount === 0) return 0;
    const count = COUNTS[holds];
    return (holds === 'number' ? numbered : count === null ? rowCount : total(count)) / rowCount;
  };
  const fieldCompleteness = duty.fields.map((field) => ({ field: field.name, share: shareOf(field) }));
  const monthsPublished = rows.map(({ month }) => month);
  return Object.assign(new TransparencyReport(), {
    monthsPublished,
    monthsMissing: missing(monthsPublished, duty, today),
    monthsLate: imported
      .map(({ month, first }) => ({ month, dueBy: dueBy(month, duty), importedOn: dayOf(first) }))
      .filter((late) => late.importedOn > late.dueBy)
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    rowCount,
    fieldCompleteness,
    fieldsAbsent: fieldCompleteness.filter(({ share }) => share === 0).map(({ field }) => field),
    rule,
  });
}

/** An instant as one of the drivers gives it, as a day in London. */
function dayOf(value: unknown): LocalDate {
  if (value instanceof Date) return londonDate(value);
  const text = String(value).replace(' ', 'T');
  return londonDate(instantOf(text.endsWith('Z') ? text : `${text}Z`));
}

/** Months without a row that are due: between the first that there is and today. */
function missing(published: readonly string[], duty: PublicationDuty, today: LocalDate): string[] {
  const [first] = published;
  if (first === undefined) return [];
  const there = new Set(published);
  // Of a year's grants a month without one is nothing odd: only a year without any is.
  const years = new Set(published.map((month) => dueBy(month, duty)));
  return monthsFrom(first, today.slice(0, 7)).filter(
    (month) =>
      !there.has(month) &&
      dueBy(month, duty) < today &&
      (duty.everyMonths !== 12 || !years.has(dueBy(month, duty))),
  );
}

async function numberedGrants(
  reader: RequestContext['database']['reader'],
  gssCode: string,
): Promise<number> {
  const [row]: { payments: string | number | null }[] = await reader.query(
    `SELECT SUM(spend_total.payments) AS payments FROM spend_total JOIN supplier ON supplier.id = spend_total.label_key
     WHERE spend_total.gss_code = ? AND spend_total.dimension = 'SUPPLIER' AND spend_total.channel = 'GRANT' AND ${VISIBLE}
       AND (supplier.org_id IS NOT NULL OR supplier.charity_number IS NOT NULL OR supplier.company_number IS NOT NULL)`,
    [gssCode],
  );
  return safeNumber(row?.payments ?? 0);
}
