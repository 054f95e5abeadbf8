import type { Election } from './election';
import type { Explanation } from './outcome';
import type { Tally } from './scores';

/** A decision on one project, in the order in which they were made. */
export interface Decided {
  /** Its place on the ballot paper, from 0. */
  readonly project: number;
  readonly funded: boolean;
  readonly explanation: Explanation;
}

/** How a greedy rule goes through the projects. */
export interface GreedyOptions {
  /** Whether to go on with the next after one that is not affordable. */
  readonly skip: boolean;
  /** The least score that a project needs, in parts of a point. */
  readonly leastScore: number;
}

/** Places on the ballot paper by score, highest first; the order of the ballot paper breaks ties. */
export function byScore(tallies: readonly Tally[]): number[] {
  const score = (place: number) => tallies[place]?.score ?? 0;
  return tallies.map((_, place) => place).sort((one, other) => score(other) - score(one) || one - other);
}

/**
 * Funds projects by score, highest first, while the money lasts. What is not affordable is passed over, or ends
 * the funding. A project with fewer points than the least is never funded and never ends it.
 */
export function fundByScore(
  { budget, projects }: Election,
  tallies: readonly Tally[],
  { skip, leastScore }: GreedyOptions,
): Decided[] {
  let left = budget;
  let stoppedAt: string | null = null;
  return byScore(tallies).map((project, index) => {
    const place = index + 1;
    const { id, cost } = projects[project]!;
    const no = (explanation: Explanation): Decided => ({ project, funded: false, explanation });
    if ((tallies[project]?.score ?? 0) < leastScore)
      return no({ kind: 'BELOW_LEAST_SCORE', least: leastScore });
    if (stoppedAt !== null) return no({ kind: 'AFTER_THE_STOP', place, stoppedAt });
    if (cost > left) {
      if (!skip) stoppedAt = id;
      return no({ kind: 'NOT_AFFORDABLE', place, left });
    }
    left -= cost;
    return { project, funded: true, explanation: { kind: 'FUNDED_IN_TURN', place, left } };
  });
}
