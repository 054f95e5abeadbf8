import { allocate, type RuleName } from '../allocation/allocate';
import type { Election } from '../allocation/election';
import { explain } from '../allocation/explain';
import { poundsFormat } from '../allocation/money-format';
import type { BallotContent } from './ballot.rules';
import type { BallotKind } from './votes.law';

/** The ways of allocating a budget, in the words of the schema. */
export const ALLOCATION_RULES = {
  GREEDY:
    'The most supported first, as long as the money lasts; a project that is not affordable is skipped.',
  GREEDY_NO_SKIP: 'The most supported first; the first that is not affordable ends it.',
  GREEDY_THRESHOLD: 'As GREEDY, but only projects with the least support that the vote sets.',
  EQUAL_SHARES:
    'Method of Equal Shares: each voter gets the same share of the budget, and supporters buy projects together.',
  EQUAL_SHARES_ADD1:
    'Method of Equal Shares, with every share raised pound by pound while the outcome stays within the budget.',
} as const;

/** A way of allocating a budget. */
export type AllocationRule = keyof typeof ALLOCATION_RULES;

/** The names of the rules in the files and on the command line. */
export const RULE_NAMES: Readonly<Record<AllocationRule, RuleName>> = {
  GREEDY: 'greedy',
  GREEDY_NO_SKIP: 'greedy-no-skip',
  GREEDY_THRESHOLD: 'greedy-threshold',
  EQUAL_SHARES: 'equal-shares',
  EQUAL_SHARES_ADD1: 'equal-shares-add1',
};

/** A vote, as far as its tally needs it. */
export interface CountedVote {
  readonly ballotKind: BallotKind;
  readonly rule: AllocationRule;
  readonly budgetPence: number;
  readonly mostChoices: number | null;
  readonly leastSupport: number | null;
}

/** A project on the ballot paper. */
export interface PaperProject {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly costPence: number;
}

/**
 * The election as the allocation rules and the published file know it: projects by their number on the ballot paper,
 * in that order, so that whoever recounts the file breaks ties alike.
 */
export function electionOf(
  vote: CountedVote,
  projects: readonly PaperProject[],
  ballots: readonly BallotContent[],
): Election {
  return {
    budget: BigInt(vote.budgetPence),
    unit: 100n,
    kind: vote.ballotKind,
    ...(vote.ballotKind === 'ORDINAL' && vote.mostChoices !== null ? { maxLength: vote.mostChoices } : {}),
    projects: [...projects]
      .sort((a, b) => a.number - b.number)
      .map(({ number, name, costPence }) => ({ id: String(number), name, cost: BigInt(costPence) })),
    ballots: ballots.map(({ choices, points }) => ({
      choices: choices.map(String),
      ...(points ? { points } : {}),
    })),
  };
}

/** What the tally says of a project. */
export interface ProjectResult {
  readonly funded: boolean;
  /** Place among the winners in the order chosen, from 1; null when not funded. */
  readonly order: number | null;
  /** Its score: the number of ballots where a ballot only approves. */
  readonly support: number;
  /** Ballots that name it. */
  readonly votes: number;
  readonly explanation: string;
}

/** What a tally comes to. */
export interface Tally {
  readonly spentPence: number;
  /** What it says of each project, by the number on the ballot paper. */
  readonly results: ReadonlyMap<number, ProjectResult>;
}

/** Runs the vote's rule over its ballots. */
export function tallyVote(
  vote: CountedVote,
  projects: readonly PaperProject[],
  ballots: readonly BallotContent[],
): Tally {
  const election = electionOf(vote, projects, ballots);
  const options = vote.leastSupport === null ? {} : { leastScore: vote.leastSupport };
  const outcome = allocate(RULE_NAMES[vote.rule], election, options);
  return {
    spentPence: Number(outcome.spent),
    results: new Map(
      outcome.projects.map((one) => [
        Number(one.id),
        {
          funded: one.funded,
          order: one.order,
          support: one.support,
          votes: one.votes,
          explanation: explain(one, outcome, poundsFormat),
        },
      ]),
    ),
  };
}

/** All that a tally is worked out from, as plain data. */
export interface TallyTask {
  readonly vote: CountedVote;
  readonly projects: readonly PaperProject[];
  /** What each ballot says, as JSON text. */
  readonly contents: readonly string[];
}

/** The task of a tally: of the vote and its projects just what the count needs. */
export function tallyTask(
  { ballotKind, rule, budgetPence, mostChoices, leastSupport }: CountedVote,
  projects: readonly PaperProject[],
  contents: readonly string[],
): TallyTask {
  return {
    vote: { ballotKind, rule, budgetPence, mostChoices, leastSupport },
    projects: projects.map(({ id, number, name, costPence }) => ({ id, number, name, costPence })),
    contents,
  };
}

/** Works a tally out. */
export function workOut({ vote, projects, contents }: TallyTask): Tally {
  return tallyVote(
    vote,
    projects,
    contents.map((content) => JSON.parse(content) as BallotContent),
  );
}
