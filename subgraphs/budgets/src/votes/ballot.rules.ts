import { formatPence } from '@coop/shared/money';
import { problem, type Problem } from '@coop/shared/problems';
import { formatInstant } from '@coop/shared/time';
import { permitInVote, type VoteClock } from './vote.rules';
import { VOTE_RULES, type BallotKind } from './votes.law';

/** The ballot paper of a vote, as far as it decides what a ballot may say. */
export interface BallotPaper {
  readonly kind: BallotKind;
  readonly budgetPence: number;
  /** The most projects on one ballot; null for any number. */
  readonly mostChoices: number | null;
  /** Points that each voter gives away, all of them; null for kinds without points. */
  readonly points: number | null;
  /** The projects on it, by id. */
  readonly projects: ReadonlyMap<string, { readonly number: number; readonly costPence: number }>;
}

/** A project on a ballot as it was sent. */
export interface BallotChoice {
  readonly projectId: string;
  readonly points?: number | null;
}

/** What a ballot says, as it is kept and published: projects by their number on the ballot paper. */
export interface BallotContent {
  /** Best first for a ranking, otherwise in the order of the ballot paper, whatever order was sent. */
  readonly choices: readonly number[];
  /** Points for each choice, for cumulative ballots. */
  readonly points?: readonly number[];
}

const rule = VOTE_RULES.ballot;
const at = (index: number, field: string) => ({ path: ['choices', String(index), field], rule });
const whole = { path: ['choices'], rule };

/** Everything that is wrong with a ballot, at once. Every kind has rules of its own. */
export function ballotProblems(paper: BallotPaper, choices: readonly BallotChoice[]): Problem[] {
  const known = choices.flatMap(({ projectId }) => paper.projects.get(projectId) ?? []);
  return [
    ...choices.flatMap((choice, index) => choiceProblems(paper, choices, choice, index)),
    ...countProblems(paper, choices.length),
    ...pointsProblems(paper, choices),
    ...costProblems(
      paper,
      known.reduce((sum, { costPence }) => sum + costPence, 0),
    ),
  ];
}

function choiceProblems(
  { kind, projects }: BallotPaper,
  all: readonly BallotChoice[],
  { projectId, points = null }: BallotChoice,
  index: number,
): Problem[] {
  const found: Problem[] = [];
  const project = projects.get(projectId);
  if (!project)
    found.push(problem.invalidInput('This project is not on the ballot paper.', at(index, 'projectId')));
  else if (project.costPence <= 0)
    found.push(problem.invalidInput('This project costs nothing: it needs no vote.', at(index, 'projectId')));
  if (all.findIndex((other) => other.projectId === projectId) < index)
    found.push(
      problem.invalidInput('This project is on the ballot already: name each once.', at(index, 'projectId')),
    );
  if (kind !== 'CUMULATIVE' && points !== null)
    found.push(problem.invalidInput('Ballots of this vote give no points.', at(index, 'points')));
  if (kind === 'CUMULATIVE' && (points === null || !Number.isInteger(points) || points < 1))
    found.push(problem.invalidInput('Give each project whole points, one at least.', at(index, 'points')));
  return found;
}

function countProblems({ kind, mostChoices, projects }: BallotPaper, count: number): Problem[] {
  if (count === 0) return [problem.invalidInput('A ballot names one project at least.', whole)];
  const most = kind === 'CHOOSE_ONE' ? 1 : (mostChoices ?? projects.size);
  if (count <= most) return [];
  const allowed = most === 1 ? 'one project' : `at most ${most} projects`;
  return [
    problem.limitExceeded(
      `A ballot of this vote names ${allowed}; this one names ${count}.`,
      most,
      count,
      whole,
    ),
  ];
}

function pointsProblems({ kind, points }: BallotPaper, choices: readonly BallotChoice[]): Problem[] {
  if (kind !== 'CUMULATIVE' || choices.length === 0) return [];
  const given = choices.reduce((sum, choice) => sum + (choice.points ?? 0), 0);
  if (points === null || given === points) return [];
  return [problem.invalidInput(`The points add up to ${given}; every voter gives exactly ${points}.`, whole)];
}

function costProblems({ kind, budgetPence }: BallotPaper, costPence: number): Problem[] {
  if (kind !== 'KNAPSACK' || costPence <= budgetPence) return [];
  return [
    problem.limitExceeded(
      `Together these projects cost ${formatPence(costPence)}, which is ${formatPence(costPence - budgetPence)} over the budget of ${formatPence(budgetPence)}.`,
      budgetPence,
      costPence,
      whole,
    ),
  ];
}

/** A ballot that nothing is wrong with, as it is kept. The order in which it was filled in tells nothing then. */
export function contentOf({ kind, projects }: BallotPaper, choices: readonly BallotChoice[]): BallotContent {
  const named = choices.map(({ projectId, points }) => ({
    number: projects.get(projectId)?.number ?? 0,
    points: points ?? 0,
  }));
  if (kind !== 'ORDINAL') named.sort((a, b) => a.number - b.number);
  const content = { choices: named.map(({ number }) => number) };
  return kind === 'CUMULATIVE' ? { ...content, points: named.map(({ points }) => points) } : content;
}

/**
 * What becomes of a ballot as things stand, for the voter: whether it counts, and until when that can be changed.
 * It never says what the ballot says.
 */
export function standingMessage(
  standing: 'CAST' | 'WITHDRAWN' | 'COUNTED',
  vote: VoteClock,
  now: Date,
): string {
  const { closesAt } = vote;
  if (standing === 'COUNTED') return 'Voting has closed, and this ballot was counted.';
  if (vote.state === 'CANCELLED') return 'The vote was called off: no ballot is counted.';
  const isOpen = permitInVote(vote, 'cast', now).ok && closesAt !== null;
  const until = closesAt === null ? '' : formatInstant(closesAt);
  if (standing === 'WITHDRAWN')
    return isOpen
      ? `This ballot is withdrawn: nothing of this voter counts now. Until ${until} it can be made to count again with the same receipt (ballotChange); the voting code or the token casts no second ballot.`
      : 'This ballot was withdrawn and does not count. Voting has closed.';
  return isOpen
    ? `This ballot counts as it stands. Until ${until} it can be changed or withdrawn with its receipt.`
    : 'Voting has closed: this ballot can no longer be changed, and is counted with the others.';
}
