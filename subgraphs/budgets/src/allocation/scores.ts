import { givesPoints, type Ballot, type Election } from './election';

/** What one ballot gives to one project. */
export interface Support {
  /** Place of the project on the ballot paper, from 0. */
  readonly project: number;
  /** How often the ballot names it: more than once only in published files. */
  readonly mentions: number;
  /** What it adds to the project's score. */
  readonly score: number;
  /** How much the voter wants it: 1 for a ballot that only approves, else the score. */
  readonly strength: number;
}

/** What all ballots together give to one project. */
export interface Tally {
  readonly id: string;
  /** Ballots that name the project, a repeated name counted each time. */
  readonly votes: number;
  /** Sum of the ballots' scores: the same as `votes` where a ballot only approves. In parts of a point. */
  readonly score: number;
}

function scoreAt(ballot: Ballot, position: number, { kind, maxLength }: Election): number {
  if (givesPoints(kind)) return ballot.points?.[position] ?? 0;
  if (kind === 'ORDINAL') return Math.max(0, (maxLength ?? ballot.choices.length) - position);
  return 1;
}

/**
 * What a ballot gives to each project that it names.
 *
 * A choice of an approval, choose-one or knapsack ballot scores 1. A ranking gives its length minus the position
 * counted from 0, where the length is the longest that is allowed, else the ballot's own. Points are as given.
 */
export function supportsOf(
  ballot: Ballot,
  election: Election,
  places: ReadonlyMap<string, number>,
): Support[] {
  const found = new Map<number, { mentions: number; score: number }>();
  for (const [position, id] of ballot.choices.entries()) {
    const project = places.get(id);
    if (project === undefined) continue;
    const sum = found.get(project) ?? { mentions: 0, score: 0 };
    sum.mentions += 1;
    sum.score += scoreAt(ballot, position, election);
    found.set(project, sum);
  }
  const approves = !givesPoints(election.kind) && election.kind !== 'ORDINAL';
  return [...found].map(([project, { mentions, score }]) => ({
    project,
    mentions,
    score,
    strength: approves ? 1 : score,
  }));
}

/** Each project's place on the ballot paper, from 0. */
export function placesOf({ projects }: Election): Map<string, number> {
  return new Map(projects.map(({ id }, place) => [id, place]));
}

/** Votes and score of every project, in the order of the ballot paper. */
export function tallyBallots(election: Election): Tally[] {
  const places = placesOf(election);
  const votes = new Float64Array(election.projects.length);
  const scores = new Float64Array(election.projects.length);
  for (const ballot of election.ballots)
    for (const { project, mentions, score } of supportsOf(ballot, election, places)) {
      votes[project] = (votes[project] ?? 0) + mentions;
      scores[project] = (scores[project] ?? 0) + score;
    }
  return election.projects.map(({ id }, place) => ({
    id,
    votes: votes[place] ?? 0,
    score: scores[place] ?? 0,
  }));
}
