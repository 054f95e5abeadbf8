import { In, type EntityManager } from 'typeorm';
import {
  defineLoader,
  Money,
  Reason,
  rowById,
  rowsByParent,
  type RequestContext,
} from '@coop/shared/graphql';
import { sumPence } from '@coop/shared/money';
import { badInput, MAXIMUM_PAGE, safeNumber } from '@coop/shared/persistence';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { EvaluationCost, EvaluationMeasure } from './evaluation.entity';
import type { ComparisonOrder } from './evaluation.enums';
import { betterForLess, changeOf, isMet, type EvaluationStanding } from './evaluation.rules';
import {
  CommunityBudgetComparison,
  CommunityBudgetComparisonRow,
  CommunityBudgetEvaluation,
  type ComparisonFilter,
} from './evaluation.types';

/** A measure by its id. */
export const measureById = rowById(EvaluationMeasure);

/** The measures of a community budget, in their order. */
export const measuresOf = rowsByParent(EvaluationMeasure, 'fundId', {
  fundId: 'ASC',
  position: 'ASC',
  id: 'ASC',
});

const BETTER = `(measure.direction = 'HIGHER' AND measure.outcome > measure.baseline)
  OR (measure.direction = 'LOWER' AND measure.outcome < measure.baseline)`;
const WORSE = `(measure.direction = 'HIGHER' AND measure.outcome < measure.baseline)
  OR (measure.direction = 'LOWER' AND measure.outcome > measure.baseline)`;
const MET = `(measure.direction = 'HIGHER' AND measure.outcome >= measure.target)
  OR (measure.direction = 'LOWER' AND measure.outcome <= measure.target)`;

const countOf = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

interface Counted {
  readonly fundId: string;
  readonly all: string | number;
  readonly measured: string | number;
  readonly better: string | number;
  readonly worse: string | number;
  readonly met: string | number;
}

/** What is known of each community budget, counted by the database: two statements for all of them. */
async function standings(
  reader: EntityManager,
  ids: readonly string[],
): Promise<Map<string, EvaluationStanding & { readonly basis: string | null }>> {
  const counted = await reader
    .createQueryBuilder(EvaluationMeasure, 'measure')
    .select('measure.fundId', 'fundId')
    .addSelect('COUNT(*)', 'all')
    .addSelect(countOf('measure.outcome IS NOT NULL'), 'measured')
    .addSelect(countOf(BETTER), 'better')
    .addSelect(countOf(WORSE), 'worse')
    .addSelect(countOf(MET), 'met')
    .where({ fundId: In([...ids]) })
    .groupBy('measure.fundId')
    .getRawMany<Counted>();
  const costs = await reader.findBy(EvaluationCost, { fundId: In([...ids]) });
  return new Map(
    ids.map((id) => {
      const counts = counted.find(({ fundId }) => fundId === id);
      const cost = costs.find(({ fundId }) => fundId === id);
      return [
        id,
        {
          measureCount: safeNumber(counts?.all ?? 0),
          measuredCount: safeNumber(counts?.measured ?? 0),
          betterCount: safeNumber(counts?.better ?? 0),
          worseCount: safeNumber(counts?.worse ?? 0),
          metCount: safeNumber(counts?.met ?? 0),
          costBeforePence: cost?.costBeforePence ?? null,
          costAfterPence: cost?.costAfterPence ?? null,
          basis: cost?.basis ?? null,
        },
      ];
    }),
  );
}

function evaluationView(
  fundId: string,
  standing: EvaluationStanding & { readonly basis: string | null },
): CommunityBudgetEvaluation {
  const { costBeforePence, costAfterPence, basis, ...counts } = standing;
  const { verdict, betterForLess: isBetter, message, rule } = betterForLess(standing);
  const saved = costBeforePence === null || costAfterPence === null ? null : costBeforePence - costAfterPence;
  return Object.assign(new CommunityBudgetEvaluation(), {
    ...{ fundId, ...counts, costBasis: basis, verdict, betterForLess: isBetter },
    ...{ costBefore: Money.orNull(costBeforePence), costAfter: Money.orNull(costAfterPence) },
    saving: Money.orNull(saved),
    savingShare: saved === null || !costBeforePence ? null : saved / costBeforePence,
    reason: Object.assign(new Reason(), { message, rule }),
  });
}

/** What came of a community budget. */
export const evaluationOf = defineLoader<string, CommunityBudgetEvaluation>(async (ids, { database }) => {
  const known = await standings(database.reader, ids);
  return ids.map((id) => {
    const standing = known.get(id);
    return standing ? evaluationView(id, standing) : null;
  });
});

/** No council, and no country, has more community budgets side by side. */
const MOST_COMPARED = 1_000;

const sortKey = ({ evaluation }: CommunityBudgetComparisonRow): number =>
  evaluation.saving?.pence ?? Number.NEGATIVE_INFINITY;

/** Community budgets side by side, the figures counted by the database: three statements, however many there are. */
export async function comparison(
  { database: { reader } }: RequestContext,
  { kind, council, isPilot }: ComparisonFilter,
  orderBy: ComparisonOrder,
  first: number,
): Promise<CommunityBudgetComparison> {
  if (!Number.isInteger(first) || first < 1 || first > MAXIMUM_PAGE)
    throw badInput(`A comparison shows 1 to ${MAXIMUM_PAGE} rows, not ${first}.`);
  const query = reader.createQueryBuilder(CommunityBudget, 'budget').orderBy('budget.nameSort', 'ASC');
  if (kind) query.andWhere('budget.kind = :kind', { kind });
  if (council) query.andWhere('budget.gssCode = :council', { council });
  if (isPilot !== null && isPilot !== undefined) query.andWhere('budget.isPilot = :isPilot', { isPilot });
  const budgets = await query.addOrderBy('budget.id', 'ASC').limit(MOST_COMPARED).getMany();
  const known = await standings(
    reader,
    budgets.map(({ id }) => id),
  );
  const rows = budgets.flatMap((communityBudget) => {
    const standing = known.get(communityBudget.id);
    if (!standing) return [];
    const evaluation = evaluationView(communityBudget.id, standing);
    return [Object.assign(new CommunityBudgetComparisonRow(), { communityBudget, evaluation })];
  });
  if (orderBy === 'SAVING')
    rows.sort((one, other) => (sortKey(other) > sortKey(one) ? 1 : sortKey(other) < sortKey(one) ? -1 : 0));
  const costed = rows.flatMap(({ evaluation: { costBefore, costAfter } }) =>
    costBefore && costAfter ? [{ before: costBefore.pence, after: costAfter.pence }] : [],
  );
  const [before, after] = [
    sumPence(costed.map((one) => one.before)),
    sumPence(costed.map((one) => one.after)),
  ];
  const how = (answer: boolean | null) =>
    rows.filter(({ evaluation }) => evaluation.betterForLess === answer);
  return Object.assign(new CommunityBudgetComparison(), {
    ...{ rows: rows.slice(0, first), budgetCount: rows.length, others: Math.max(0, rows.length - first) },
    ...{ costedCount: costed.length, costBefore: Money.of(before), costAfter: Money.of(after) },
    ...{ saving: Money.of(before - after), betterForLessCount: how(true).length },
    notKnownCount: how(null).length,
  });
}

/** How a measure's outcome stands to its baseline and target; null before it is measured. */
export function measureChange(measure: EvaluationMeasure): {
  readonly isBetter: boolean | null;
  readonly isMet: boolean | null;
} {
  const change = changeOf(measure);
  return { isBetter: change === null ? null : change === 'BETTER', isMet: isMet(measure) };
}
