import { electionProblems, type Election } from './election';
import { equalShares, equalSharesWithRaises, type Shares } from './equal-shares';
import { byScore, fundByScore, type Decided } from './greedy';
import type { Completion, Explanation, Outcome, Raises, Utility } from './outcome';
import { tallyBallots, type Tally } from './scores';
import { groupVoters, type VoterGroups } from './voter-groups';

/** The rules that there are, by the names they have on the command line, with what each does in a few words. */
export const RULES = {
  greedy: 'by score, highest first; what is not affordable is passed over',
  'greedy-threshold': 'the same, for projects that reach the least score',
  'greedy-no-skip': 'by score, highest first; the first that is not affordable ends the funding',
  'equal-shares': 'the Method of Equal Shares: supporters pay for a project from equal shares of the budget',
  'equal-shares-add1': 'the same, with every share raised by one unit of currency as long as the money lasts',
} as const;

/** The name of a rule. */
export type RuleName = keyof typeof RULES;

/** Whether a word is the name of a rule. */
export const isRuleName = (word: string): word is RuleName => Object.hasOwn(RULES, word);

/** What can be chosen beside the rule. */
export interface AllocationOptions {
  /** The least score of `greedy-threshold`, in parts of a point. Default 0; the other rules do not look at it. */
  readonly leastScore?: number;
  /** Equal Shares: what a voter gets from a project is its cost (default), or counts 1 whatever it costs. */
  readonly utility?: Utility;
  /** Equal Shares: whether what is left over is then spent by score. Default none. */
  readonly completion?: Completion;
  /** Add1: stop raising the shares as soon as no other project fits what is left. Default false. */
  readonly untilExhaustive?: boolean;
}

interface Context {
  readonly election: Election;
  readonly tallies: readonly Tally[];
  readonly options: AllocationOptions;
}

interface Allocation {
  readonly decided: readonly Decided[];
  readonly shares?: Shares;
  readonly raises?: Raises;
}

function paidFor({ run, share }: Shares): Decided[] {
  return run.rounds.map(({ project, price, inFull, gaveAll, hadNothing }) => ({
    project,
    funded: true,
    explanation: { kind: 'PAID_BY_SUPPORTERS', price, inFull, gaveAll, hadNothing, share },
  }));
}

function notPaidFor(
  { run }: Shares,
  project: number,
  { projects }: Election,
  groups: VoterGroups,
): Explanation {
  if (groups.supporterCounts[project] === 0) return { kind: 'NO_SUPPORTERS' };
  const together = run.moneyLeft(project);
  const { numerator, denominator } = together;
  const short = projects[project]!.cost * denominator - numerator;
  return {
    kind: 'SUPPORTERS_SHORT',
    supporters: groups.supporterCounts[project] ?? 0,
    together,
    short: { numerator: short, denominator },
  };
}

function bySharing(context: Context, raise: boolean): Allocation {
  const { election, tallies, options } = context;
  const { utility = 'cost', completion = 'none', untilExhaustive = false } = options;
  const total = election.projects.reduce((sum, { cost }) => sum + cost, 0n);
  if (raise && total <= election.budget) {
    const explanation: Explanation = { kind: 'EVERYTHING_AFFORDABLE' };
    const decided = byScore(tallies).map((project) => ({ project, funded: true, explanation }));
    return { decided, raises: { raised: 0n, ended: 'EVERYTHING_AFFORDABLE', nextCost: null } };
  }
  const groups = groupVoters(election);
  if (groups.voters === 0) {
    const explanation: Explanation = { kind: 'NO_SUPPORTERS' };
    return { decided: election.projects.map((_, project) => ({ project, funded: false, explanation })) };
  }
  const shares: Shares & { readonly raises?: Raises } = raise
    ? equalSharesWithRaises(election, groups, utility, untilExhaustive)
    : equalShares(election, groups, utility);
  const funded = paidFor(shares);
  const inside = new Set(funded.map(({ project }) => project));
  let left = election.budget - shares.spent;
  const others = byScore(tallies)
    .filter((project) => !inside.has(project))
    .map((project): Decided => {
      const { cost } = election.projects[project]!;
      if (completion === 'utilitarian' && cost <= left) {
        left -= cost;
        return { project, funded: true, explanation: { kind: 'FUNDED_FROM_THE_REST', left } };
      }
      return { project, funded: false, explanation: notPaidFor(shares, project, election, groups) };
    });
  return { decided: [...funded, ...others], shares, ...(shares.raises && { raises: shares.raises }) };
}

const greedily =
  (skip: boolean, threshold: boolean) =>
  ({ election, tallies, options }: Context): Allocation => ({
    decided: fundByScore(election, tallies, {
      skip,
      leastScore: threshold ? (options.leastScore ?? 0) : 0,
    }),
  });

const ALLOCATE: Readonly<Record<RuleName, (context: Context) => Allocation>> = {
  greedy: greedily(true, false),
  'greedy-threshold': greedily(true, true),
  'greedy-no-skip': greedily(false, false),
  'equal-shares': (context) => bySharing(context, false),
  'equal-shares-add1': (context) => bySharing(context, true),
};

/**
 * Allocates a budget by a rule. Exact: no decision rests on a rounded number. The outcome does not depend on
 * the order of the ballots and never costs more than the budget.
 * @throws RangeError when the election has problems: ask `electionProblems` first
 */
export function allocate(rule: RuleName, election: Election, options: AllocationOptions = {}): Outcome {
  const [first] = electionProblems(election);
  if (first) throw new RangeError(first.message);
  const tallies = tallyBallots(election);
  const { decided, shares, raises } = ALLOCATE[rule]({ election, tallies, options });
  const winners = decided.filter(({ funded }) => funded).map(({ project }) => project);
  const orders = new Map(winners.map((project, index) => [project, index + 1]));
  const reasons = new Map(decided.map(({ project, explanation }) => [project, explanation]));
  return {
    rule,
    kind: election.kind,
    pointUnit: election.pointUnit ?? 1,
    budget: election.budget,
    spent: winners.reduce((sum, project) => sum + election.projects[project]!.cost, 0n),
    winners: winners.map((project) => election.projects[project]!.id),
    projects: election.projects.map(({ id, name, cost }, project) => ({
      id,
      name,
      cost,
      funded: orders.has(project),
      order: orders.get(project) ?? null,
      votes: tallies[project]?.votes ?? 0,
      support: tallies[project]?.score ?? 0,
      explanation: reasons.get(project)!,
    })),
    voters: election.ballots.length,
    share: shares?.share ?? null,
    raises: raises ?? null,
  };
}
