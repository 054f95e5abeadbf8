import { problem, type Problem } from '@coop/shared/problems';

/** A project that residents vote on. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** In the smallest units of the currency (pence), above zero. */
  readonly cost: bigint;
}

/**
 * What a ballot says: the projects that the voter approves of (`APPROVAL`), the one project (`CHOOSE_ONE`),
 * points out of a fixed sum (`CUMULATIVE`), a ranking with the best first (`ORDINAL`), a set that fits the
 * budget (`KNAPSACK`), a score for each project (`SCORING`).
 */
export type BallotKind = 'APPROVAL' | 'CHOOSE_ONE' | 'CUMULATIVE' | 'ORDINAL' | 'KNAPSACK' | 'SCORING';

/** One voter's ballot. */
export interface Ballot {
  /** Ids of projects in the order on the ballot. One that is repeated counts each time, as published files do. */
  readonly choices: readonly string[];
  /** Points for each choice, for cumulative and scoring ballots: whole numbers of `Election.pointUnit` parts. */
  readonly points?: readonly number[];
}

/** All that a rule needs to allocate a budget. */
export interface Election {
  /** In the smallest units of the currency (pence). */
  readonly budget: bigint;
  /** Smallest units in one major unit: 100n for pounds. It is the step by which Add1 raises every voter's share. */
  readonly unit: bigint;
  readonly kind: BallotKind;
  /** Ordinal ballots: the longest that a ranking may be; a ballot's own length counts when there is no limit. */
  readonly maxLength?: number;
  /** Parts in one point: 10 when points have one decimal. Default 1. */
  readonly pointUnit?: number;
  /** In the order of the ballot paper, which breaks the ties of the greedy rules. */
  readonly projects: readonly Project[];
  readonly ballots: readonly Ballot[];
}

/** Amounts of money stay below this (a million million million of the smallest unit). */
export const LARGEST_AMOUNT = 10n ** 18n;
/** Points of one choice stay below this. */
export const LARGEST_POINTS = 1_000_000_000;

function moneyProblems({ budget, unit, projects }: Election): Problem[] {
  const found: Problem[] = [];
  if (budget < 0n || budget > LARGEST_AMOUNT)
    found.push(
      problem.invalidInput('The budget is not an amount that can be allocated.', { path: ['budget'] }),
    );
  if (unit <= 0n || unit > LARGEST_AMOUNT)
    found.push(problem.invalidInput('The major unit of the currency is not above zero.', { path: ['unit'] }));
  const seen = new Set<string>();
  for (const [index, { id, cost }] of projects.entries()) {
    const path = (field: string) => ({ path: ['projects', String(index), field] });
    if (seen.has(id)) found.push(problem.invalidInput(`Project ${id} is listed twice.`, path('id')));
    seen.add(id);
    if (cost === 0n)
      found.push(problem.invalidInput(`The cost of project ${id} is zero: it needs no vote.`, path('cost')));
    else if (cost < 0n || cost > LARGEST_AMOUNT)
      found.push(problem.invalidInput(`The cost of project ${id} is not an amount.`, path('cost')));
  }
  return found;
}

/** Whether ballots of a kind give points. */
export const givesPoints = (kind: BallotKind): boolean => kind === 'CUMULATIVE' || kind === 'SCORING';

function ballotProblems(
  { choices, points }: Ballot,
  index: number,
  kind: BallotKind,
  known: ReadonlySet<string>,
) {
  const found: Problem[] = [];
  const at = (field: string) => ({ path: ['ballots', String(index), field] });
  for (const id of choices)
    if (!known.has(id)) found.push(problem.invalidInput(`There is no project ${id}.`, at('choices')));
  if (givesPoints(kind)) {
    if (points?.length !== choices.length)
      found.push(problem.invalidInput('A ballot does not give points to each of its choices.', at('points')));
    if (points?.some((one) => !Number.isInteger(one) || one < 0 || one > LARGEST_POINTS))
      found.push(problem.invalidInput('Points are whole numbers, not below zero.', at('points')));
  }
  if (kind === 'CHOOSE_ONE' && choices.length > 1)
    found.push(problem.invalidInput('A ballot chooses more than one project.', at('choices')));
  return found;
}

/** Everything that keeps an election from being tallied; empty when there is nothing. */
export function electionProblems(election: Election): Problem[] {
  const known = new Set(election.projects.map(({ id }) => id));
  return [
    ...moneyProblems(election),
    ...election.ballots.flatMap((ballot, index) => ballotProblems(ballot, index, election.kind, known)),
  ];
}
