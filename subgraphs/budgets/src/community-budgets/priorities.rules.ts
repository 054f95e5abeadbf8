import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { CommunityBudgetState } from './community-budget.lifecycle';
import { standingProblems } from './community-budget.rules';
import { BUDGET_RULES } from './community-budgets.law';

/** Most priorities of one budget: more than that puts nothing first. */
const MOST_PRIORITIES = 20;

/** A priority as it is asked for, or as it is there. */
export interface PriorityEntry {
  /** Null for a new one. */
  readonly id: string | null;
  readonly theme: string;
  /** The theme in its normal form, by which two are the same. */
  readonly themeSort: string;
}

/** The list of priorities that comes of one that is asked for. */
export interface PriorityList {
  /** For each of the list in its order, the id of the entry that it was before; null for a new one. */
  readonly kept: readonly (string | null)[];
  /** Ids of the entries that are no priority any longer. */
  readonly dropped: readonly string[];
}

/**
 * Whether priorities can be put in an order: each said once, none dropped that money or a plan goes by. An entry stays
 * the one that it was where its id is named, or its theme is the same.
 * @param inUse ids of priorities that an allocation or a plan that is not closed names
 */
export function prioritise(
  state: CommunityBudgetState,
  wanted: readonly PriorityEntry[],
  there: readonly PriorityEntry[],
  inUse: ReadonlySet<string>,
): Decision<PriorityList> {
  const rule = BUDGET_RULES.priorities;
  const problems: Problem[] = [...standingProblems(state, 'change')];
  const named = new Set(wanted.flatMap(({ id }) => id ?? []));
  const kept = wanted.map(({ id, themeSort }, index): string | null => {
    const path = ['priorities', String(index)];
    if (themeSort === '') problems.push(problem.invalidInput('A priority has a theme.', { path, rule }));
    else if (wanted.findIndex((other) => other.themeSort === themeSort) < index)
      problems.push(problem.invalidInput('This theme is in the list before.', { path, rule }));
    if (id === null)
      return (
        there.find((one) => one.themeSort === themeSort && one.id !== null && !named.has(one.id))?.id ?? null
      );
    if (there.every((one) => one.id !== id))
      problems.push(problem.notFound('The budget has no such priority.', { path: [...path, 'id'], rule }));
    else if (wanted.findIndex((other) => other.id === id) < index)
      problems.push(
        problem.invalidInput('This priority is in the list before.', { path: [...path, 'id'], rule }),
      );
    return id;
  });
  if (wanted.length > MOST_PRIORITIES)
    problems.push(
      problem.limitExceeded(
        `A budget has at most ${MOST_PRIORITIES} priorities.`,
        MOST_PRIORITIES,
        wanted.length,
        {
          path: ['priorities'],
          rule,
        },
      ),
    );
  const dropped = there.filter(({ id }) => id !== null && !kept.includes(id));
  for (const { id, theme } of dropped)
    if (id !== null && inUse.has(id))
      problems.push(
        problem.ineligible(`Money or a plan goes by the priority “${theme}”: it stays in the list.`, {
          path: ['priorities'],
          rule,
        }),
      );
  return decide(problems, { kept, dropped: dropped.flatMap(({ id }) => id ?? []) });
}
