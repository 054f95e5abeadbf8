import type { EntityManager } from 'typeorm';
import { defineLoader, Money, type RequestContext } from '@coop/shared/graphql';
import { isGssCode } from '@coop/shared/nouns';
import { badInput } from '@coop/shared/persistence';
import { KIND } from '../imports/kind';
import { financialYearOf, periodBefore, quarterOf } from './period.rules';
import { spendRows, type SpendKey, type SpendRow } from './spend-rows.queries';
import type { SpendGrouping } from './summary.enums';
import {
  SpendChange,
  SpendConcentration,
  SpendSummary,
  type SpendFilter,
  type SpendQuestion,
  type SpendSum,
} from './summary.types';

/** The most councils that one question may be about. */
export const MOST_COUNCILS = 400;

/** By what the rows of a grouping are told apart, and what makes a group of that. */
const KEYS: Readonly<Record<SpendGrouping, readonly [SpendKey, ((key: string) => string)?]>> = {
  MONTH: ['month'],
  QUARTER: ['month', quarterOf],
  YEAR: ['month', (month) => month.slice(0, 4)],
  FINANCIAL_YEAR: ['month', financialYearOf],
  DEPARTMENT: ['department'],
  PURPOSE: ['purpose'],
  CATEGORY: ['category'],
  SUPPLIER: ['payee'],
  SUPPLIER_SECTOR: ['sector'],
  SME: ['sme'],
  LOCAL: ['local'],
  CHANNEL: ['channel'],
  COUNCIL: ['gssCode'],
};

const IN_TIME: ReadonlySet<SpendGrouping> = new Set(['MONTH', 'QUARTER', 'YEAR', 'FINANCIAL_YEAR'] as const);

const isInTime = (groupBy: SpendGrouping): boolean => IN_TIME.has(groupBy);

/** The councils that have payments: those of which an import is complete. One statement. */
export async function councilsWithPayments(reader: EntityManager): Promise<string[]> {
  const rows: { council: string }[] = await reader.query(
    `SELECT DISTINCT council FROM import_run WHERE kind = '${KIND}' AND state = 'COMPLETE' AND council <> '' ORDER BY council`,
  );
  return rows.map(({ council }) => council);
}

/**
 * The councils that a question is about: those named, otherwise all that have payments.
 * @throws GraphQLError BAD_USER_INPUT for a text that is no GSS code, or for too many
 */
export async function councilsAsked(
  { database }: RequestContext,
  named: readonly string[] | null | undefined,
): Promise<string[]> {
  if (named === null || named === undefined) return councilsWithPayments(database.reader);
  for (const one of named) if (!isGssCode(one)) throw badInput(`${one} is not the code of a council.`);
  if (named.length > MOST_COUNCILS) throw badInput(`At most ${MOST_COUNCILS} councils at once.`);
  return [...new Set(named)];
}

/** A summary for each question; questions about one council each that differ in nothing else are one statement. */
export const summaries = defineLoader<SpendQuestion, SpendSummary>(
  async (questions, { database: { reader } }) => {
    const batches = new Map<string, SpendQuestion[]>();
    for (const question of questions) {
      const { councils, filter, groupBy } = question;
      const name = JSON.stringify([filter, groupBy, councils.length === 1 ? null : councils]);
      batches.set(name, [...(batches.get(name) ?? []), question]);
    }
    const answers = new Map<SpendQuestion, SpendSummary>();
    for (const batch of batches.values())
      for (const [question, rows] of await rowsOf(reader, batch))
        answers.set(question, summaryOf(question, rows));
    return questions.map((question) => answers.get(question) ?? null);
  },
  (question) => JSON.stringify(question),
);

async function rowsOf(
  reader: EntityManager,
  batch: readonly SpendQuestion[],
): Promise<[SpendQuestion, readonly SpendRow[]][]> {
  const [first] = batch;
  if (!first) return [];
  const { filter, groupBy, councils } = first;
  const [key] = KEYS[groupBy];
  const wanted = key === 'payee' && councils.length !== 1 ? 'party' : key;
  if (batch.length === 1) return [[first, await spendRows(reader, councils, filter, [wanted])]];
  const all = batch.map((question) => question.councils[0] ?? '');
  const rows = await spendRows(reader, all, filter, [wanted, 'gssCode']);
  return batch.map((question) => [question, rows.filter(({ keys }) => keys[1] === question.councils[0])]);
}

function summaryOf(question: SpendQuestion, rows: readonly SpendRow[]): SpendSummary {
  const { groupBy } = question;
  const [, groupOf = (key: string) => key] = KEYS[groupBy];
  const sums = new Map<string, { key: string; pence: number; payments: number }>();
  let pence = 0;
  let payments = 0;
  let gross = 0;
  for (const row of rows) {
    const key = groupOf(row.keys[0] ?? '');
    const sum = sums.get(key) ?? { key, pence: 0, payments: 0 };
    sum.pence += row.pence;
    sum.payments += row.payments;
    sums.set(key, sum);
    pence += row.pence;
    payments += row.payments;
    gross += row.grossPayments;
  }
  const byKey = (a: SpendSum, b: SpendSum) => (a.key < b.key ? -1 : 1);
  const ordered = [...sums.values()].sort((a, b) =>
    isInTime(groupBy) ? byKey(a, b) : b.pence - a.pence || byKey(a, b),
  );
  return Object.assign(new SpendSummary(), {
    total: Money.of(pence),
    paymentCount: payments,
    groupCount: ordered.length,
    basis: payments === 0 ? null : gross === 0 ? 'NET' : gross === payments ? 'GROSS' : 'MIXED',
    question,
    sums: ordered,
  } as const);
}

/** One summary outside a request. One statement. */
export async function summaryFor(reader: EntityManager, question: SpendQuestion): Promise<SpendSummary> {
  const [only] = await rowsOf(reader, [question]);
  return summaryOf(question, only?.[1] ?? []);
}

/** What was asked about. */
export async function summarise(context: RequestContext, question: SpendQuestion): Promise<SpendSummary> {
  const summary = await summaries.load(context, question);
  if (!summary) throw new Error('No summary was made.');
  return summary;
}

/** What was paid in some groups: those in which credits outweigh payments are left out. */
export const paidIn = (sums: Iterable<{ readonly pence: number }>): number => {
  let paid = 0;
  for (const { pence } of sums) paid += Math.max(0, pence);
  return paid;
};

/** A share of what was paid, never below 0 or above 1; 0 of nothing, and where credits outweigh payments. */
export const shareOf = (pence: number, paid: number): number => (paid === 0 ? 0 : Math.max(0, pence) / paid);

/** What was paid in the period before, in one group or in all; null where there is no such period. */
export async function changeOf(
  context: RequestContext,
  question: SpendQuestion,
  now: number,
  group: string | null,
): Promise<SpendChange | null> {
  const { filter, groupBy } = question;
  const before = periodBefore({ from: filter.from ?? null, to: filter.to ?? null });
  if (!before || (group !== null && isInTime(groupBy))) return null;
  const { sums } = await summarise(context, { ...question, filter: { ...filter, ...before } });
  const then = group === null ? sums : sums.filter(({ key }) => key === group);
  const pence = then.reduce((sum, one) => sum + one.pence, 0);
  return Object.assign(new SpendChange(), {
    ...before,
    total: Money.of(pence),
    paymentCount: then.reduce((sum, one) => sum + one.payments, 0),
    change: pence === 0 ? null : (now - pence) / Math.abs(pence),
  });
}

/** How far the spending of a summary is in few hands. */
export async function concentrationOf(
  context: RequestContext,
  { councils, filter }: SpendQuestion,
  top: number,
): Promise<SpendConcentration> {
  const { sums } = await summarise(context, { councils, filter, groupBy: 'SUPPLIER' });
  const paid = sums.filter(({ pence }) => pence > 0);
  const whole = paid.reduce((sum, { pence }) => sum + pence, 0);
  return Object.assign(new SpendConcentration(), {
    supplierCount: paid.length,
    topShare: shareOf(
      paid.slice(0, top).reduce((sum, { pence }) => sum + pence, 0),
      whole,
    ),
    herfindahlIndex: paid.reduce((sum, { pence }) => sum + (pence / whole) ** 2, 0),
  });
}

/**
 * The filter without what is not said, so that equal questions are asked once.
 * @throws GraphQLError BAD_USER_INPUT for a period that ends before it begins
 */
export function plainFilter(filter: SpendFilter | null | undefined): SpendFilter {
  const { from = null, to = null } = filter ?? {};
  if (from !== null && to !== null && from > to) throw badInput('The period ends before it begins.');
  return Object.fromEntries(
    Object.entries(filter ?? {})
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as SpendFilter;
}
