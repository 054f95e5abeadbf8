import { decide, problem, refuse, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import { formatInstant, isLocalDate, londonDate, type LocalDate } from '@coop/shared/time';
import { voteLifecycle, type VoteAction, type VoteState } from './vote.lifecycle';
import { VOTE_RULES, votePolicy, type BallotKind } from './votes.law';

/** What of a vote decides where it stands. */
export interface VoteClock {
  readonly state: VoteState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly talliedAt: Date | null;
}

/** Where a vote stands at an instant: the close comes by the clock, whether anybody writes it down or not. */
export function stateAt({ state, closesAt }: VoteClock, now: Date): VoteState {
  return state === 'VOTING' && closesAt !== null && now >= closesAt ? 'TALLY' : state;
}

/** States of a vote whose close has passed. One that was called off is not among them, whenever that was. */
const CLOSED: readonly VoteState[] = ['TALLY', 'DELIVERY', 'DELIVERED'];

/** What the clock allows beside the stages. */
interface Window {
  /** Not before voting opens, though that is set. */
  readonly sinceOpening: boolean;
  /** The instant from which it is too late; null while that is not known. */
  until(vote: VoteClock): Date | null;
  /** What a latecomer is told, with that instant in words. */
  tooLate(ended: string): string;
  readonly rule: Rule;
}

const WINDOWS: Partial<Record<VoteAction, Window>> = {
  cast: {
    sinceOpening: true,
    until: ({ closesAt }) => closesAt,
    tooLate: (ended) => `Voting closed on ${ended}: nothing is cast, changed or withdrawn any more.`,
    rule: VOTE_RULES.stages,
  },
  // What came by the close may be entered after it.
  enterPaper: {
    sinceOpening: true,
    until: ({ talliedAt }) => talliedAt,
    tooLate: (ended) => `The ballots were counted on ${ended}: papers are entered before that.`,
    rule: VOTE_RULES.paper,
  },
  keepRoll: {
    sinceOpening: false,
    until: ({ closesAt }) => closesAt,
    tooLate: (ended) => `Voting closed on ${ended}: the roll stands as it is.`,
    rule: VOTE_RULES.roll,
  },
};

/** Whether something can be done in a vote at an instant. `cast` stands for changing and withdrawing too. */
export function permitInVote(vote: VoteClock, action: VoteAction, now: Date): Decision {
  const state = stateAt(vote, now);
  const permitted = voteLifecycle.permit(action, state, VOTE_RULES.stages);
  const window = WINDOWS[action];
  if (!window) return permitted;
  const { opensAt } = vote;
  const { rule } = window;
  if (permitted.ok && window.sinceOpening && opensAt !== null && now < opensAt)
    return refuse(problem.tooEarly(`Voting opens on ${formatInstant(opensAt)}.`, opensAt, { rule }));
  const ended = window.until(vote);
  if (permitted.ok || ended === null || !CLOSED.includes(state)) return permitted;
  return refuse(problem.tooLate(window.tooLate(formatInstant(ended)), ended, { rule }));
}

/** What a vote is to be like. */
export interface VotePlan {
  readonly title: string;
  readonly budgetPence: number;
  readonly ballotKind: BallotKind;
  readonly mostChoices: number | null;
  readonly points: number | null;
  readonly leastSupport: number | null;
  readonly hasThreshold: boolean;
  readonly minimumAge: number;
  readonly ageOn: LocalDate;
}

/** What is wrong with the plan of a vote, at once. */
export function planProblems(plan: VotePlan, today: LocalDate): Problem[] {
  const found: Problem[] = [];
  const wrong = (message: string, field: string, rule = VOTE_RULES.ballot) =>
    found.push(problem.invalidInput(message, { path: [field], rule }));
  if (plan.title.trim() === '') wrong('Give the vote a title.', 'title', VOTE_RULES.stages);
  if (plan.budgetPence <= 0)
    wrong('A vote decides on money: its budget is above zero.', 'budgetPence', VOTE_RULES.stages);
  if (plan.ballotKind === 'CUMULATIVE' && plan.points === null)
    wrong('Say how many points each voter gives away.', 'points');
  if (plan.ballotKind !== 'CUMULATIVE' && plan.points !== null)
    wrong('Only cumulative ballots give points.', 'points');
  if (plan.ballotKind === 'CHOOSE_ONE' && plan.mostChoices !== null && plan.mostChoices !== 1)
    wrong('A ballot that chooses one has one choice.', 'mostChoices');
  if (plan.hasThreshold !== (plan.leastSupport !== null))
    wrong(
      'The least support goes with the rule GREEDY_THRESHOLD, and only with it.',
      'leastSupport',
      VOTE_RULES.tally,
    );
  if (!isLocalDate(plan.ageOn)) return found;
  const { youngest } = votePolicy.require(today).value;
  if (plan.minimumAge !== 0 && plan.minimumAge < youngest)
    wrong(`The lowest age is ${youngest}, or 0 for no lowest age.`, 'minimumAge', VOTE_RULES.roll);
  return found;
}

/** The proposals of a vote, as far as they decide whether it can open. */
export interface PaperFacts {
  readonly undecided: number;
  readonly feasible: number;
}

/** With what voting opens. */
export interface OpeningFacts extends PaperFacts {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** What of its proposals keeps a vote from opening. */
export function paperProblems({ undecided, feasible }: PaperFacts, now: Date): Problem[] {
  const problems: Problem[] = [];
  const rule = VOTE_RULES.feasibility;
  if (undecided > 0)
    problems.push(problem.ineligible(`Of ${undecided} proposals nothing is decided yet.`, { rule }));
  if (feasible === 0) problems.push(problem.ineligible('There is no feasible project to vote on.', { rule }));
  const most = votePolicy.require(londonDate(now)).value.mostProjects;
  if (feasible > most)
    problems.push(
      problem.limitExceeded(`A ballot paper has at most ${most} projects.`, most, feasible, { rule }),
    );
  return problems;
}

/** Whether voting can open. Once it is set, the ballot paper stands still. */
export function openVoting(
  vote: VoteClock,
  { opensAt, closesAt, ...paper }: OpeningFacts,
  now: Date,
): Decision {
  const permitted = permitInVote(vote, 'openVoting', now);
  const problems = [...(permitted.ok ? [] : permitted.problems), ...paperProblems(paper, now)];
  if (opensAt < now)
    problems.push(
      problem.invalidInput('Voting opens now or later.', { path: ['opensAt'], rule: VOTE_RULES.stages }),
    );
  if (closesAt <= opensAt)
    problems.push(
      problem.invalidInput('Voting closes after it has opened.', {
        path: ['closesAt'],
        rule: VOTE_RULES.stages,
      }),
    );
  return decide(problems, {});
}

/** Whether the tally can be run: after the close, with no paper entered by one person only. */
export function mayTally(vote: VoteClock, papersWaiting: number, now: Date): Decision {
  const permitted = permitInVote(vote, 'tally', now);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const { state, closesAt } = vote;
  if (!permitted.ok && state === 'VOTING' && closesAt !== null)
    return decide(
      [problem.tooEarly('The tally is run after the close.', closesAt, { rule: VOTE_RULES.tally })],
      {},
    );
  if (papersWaiting > 0)
    problems.push(
      problem.ineligible(
        `${papersWaiting} papers were entered once and wait for a second person, who enters or discards them.`,
        {
          rule: VOTE_RULES.paper,
        },
      ),
    );
  return decide(problems, {});
}

/** Whether ballots are published one by one: when there are so many that nobody's can be told from the others. */
export function publishesBallots(counted: number | null, on: LocalDate): boolean {
  return counted !== null && counted >= votePolicy.require(on).value.fewestPublished;
}
