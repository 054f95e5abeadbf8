import type { EntityManager } from 'typeorm';
import { groupNames } from './group-names.queries';
import { paidIn, shareOf, summaryFor } from './summary.queries';
import type { SpendQuestion } from './summary.types';

/** A group of a summary as a row of a table. */
export interface SummaryRow {
  readonly key: string;
  readonly label: string;
  readonly pence: number;
  readonly payments: number;
  readonly share: number;
  readonly orgId: string | null;
  readonly sector: string | null;
}

/** The groups of a summary, all of them, named. One statement, and one for each thousand groups that need a name. */
export async function* summaryRows(
  reader: EntityManager,
  question: SpendQuestion,
): AsyncGenerator<SummaryRow> {
  const { sums } = await summaryFor(reader, question);
  const paid = paidIn(sums);
  for (let start = 0; start < sums.length; start += 1000) {
    const some = sums.slice(start, start + 1000);
    const names = await groupNames(
      reader,
      question,
      some.map(({ key }) => key),
    );
    for (const { key, pence, payments } of some) {
      const { label = key, supplier = null } = names.get(key) ?? {};
      yield {
        key,
        label,
        pence,
        payments,
        share: shareOf(pence, paid),
        orgId: supplier?.orgId ?? null,
        sector: supplier?.sector ?? null,
      };
    }
  }
}
