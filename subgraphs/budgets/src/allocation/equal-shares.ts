import type { Election } from './election';
import type { Raises, Utility } from './outcome';
import type { Rational } from './rational';
import { SharesRun } from './shares-run';
import type { VoterGroups } from './voter-groups';

/** A run of Equal Shares with the share that each voter began with, and what it cost. */
export interface Shares {
  readonly run: SharesRun;
  readonly share: Rational;
  readonly spent: bigint;
}

/** For each project: what one point of it is worth to a voter. */
function weightsOf({ projects }: Election, utility: Utility): bigint[] {
  return projects.map(({ cost }) => (utility === 'cost' ? cost : 1n));
}

/** The share `(budget + raised × unit × voters) ÷ voters`. */
function shareOf({ budget, unit }: Election, voters: number, raised: bigint): Rational {
  const count = BigInt(voters);
  return { numerator: budget + raised * unit * count, denominator: count };
}

/** Equal Shares where every voter begins with an equal part of the budget and `raised` major units more. */
export function equalShares(election: Election, groups: VoterGroups, utility: Utility, raised = 0n): Shares {
  const share = shareOf(election, groups.voters, raised);
  const run = new SharesRun(election, groups, share, weightsOf(election, utility));
  const spent = run.rounds.reduce((sum, { project }) => sum + election.projects[project]!.cost, 0n);
  return { run, share, spent };
}

/** Whether nothing that is not funded could be paid for from what is left. */
function exhausts({ budget, projects }: Election, { run, spent }: Shares): boolean {
  const funded = new Set(run.rounds.map(({ project }) => project));
  return projects.every(({ cost }, project) => funded.has(project) || spent + cost > budget);
}

/**
 * Equal Shares with Add1: every voter's share is raised by one major unit of the currency and the rule is run
 * again, as long as the outcome costs no more than the budget; the last such outcome stands. The cost does not
 * rise steadily with the share, so no step is left out but those that the run before proves to change nothing.
 *
 * It ends when the next outcome would overspend; when all that has supporters is funded, after which no raise
 * changes anything; and, with `untilExhaustive`, when no other project fits what is left.
 */
export function equalSharesWithRaises(
  election: Election,
  groups: VoterGroups,
  utility: Utility,
  untilExhaustive: boolean,
): Shares & { readonly raises: Raises } {
  const supported = groups.supporterCounts.filter((count) => count > 0).length;
  let raised = 0n;
  let kept = equalShares(election, groups, utility);
  const end = (ended: Raises['ended'], nextCost: bigint | null = null) => ({
    ...kept,
    raises: { raised, ended, nextCost },
  });
  for (;;) {
    if (kept.run.rounds.length === supported) return end('ALL_SUPPORTED_FUNDED');
    if (untilExhaustive && exhausts(election, kept)) return end('EXHAUSTIVE');
    const steady = kept.run.steadyRaises;
    if (steady > 0n) {
      raised += steady;
      kept = equalShares(election, groups, utility, raised);
    }
    const next = equalShares(election, groups, utility, raised + 1n);
    if (next.spent > election.budget) return end('NEXT_OVERSPENDS', next.spent);
    raised += 1n;
    kept = next;
  }
}
