import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { contributionLifecycle, type ContributionState } from './contribution.lifecycle';
import { LEDGER_RULES, MOST_PENCE, type ResourceForm } from './ledger.law';
import { amountProblems } from './posting.rules';

/** What a partner promises: a sum, or hours of work at a rate. */
export interface Pledge {
  readonly form: ResourceForm;
  readonly amountPence: Pence | null;
  readonly hours: number | null;
  readonly hourlyRatePence: Pence | null;
  readonly description: string;
}

/** Most hours of one pledge: fifty people for ten years. */
const MOST_HOURS = 1_000_000;

/** The value of hours at a rate, to the nearest penny, half a penny up; hours count to the quarter. */
function valueOfHours(hours: number, hourlyRatePence: Pence): Pence {
  return Math.floor((Math.round(hours * 4) * hourlyRatePence + 2) / 4);
}

/** Whether a pledge says what it is worth, in one way, and what it is. */
export function pledge(said: Pledge): Decision<{ readonly pledgedPence: Pence }> {
  const { form, amountPence, hours, hourlyRatePence, description } = said;
  const rule = LEDGER_RULES.ownContribution;
  const problems: Problem[] = [];
  const inHours = hours !== null || hourlyRatePence !== null;
  if (description.trim() === '')
    problems.push(problem.invalidInput('Say what is pledged.', { path: ['description'], rule }));
  if (inHours && form !== 'IN_KIND')
    problems.push(problem.invalidInput('Hours of work are a gift in kind.', { path: ['form'], rule }));
  if (inHours && (hours === null || hourlyRatePence === null))
    problems.push(
      problem.invalidInput('Hours of work are valued at a rate: say both.', {
        path: [hours === null ? 'hours' : 'hourlyRatePence'],
        rule,
      }),
    );
  if (hours !== null && !(hours > 0 && hours <= MOST_HOURS && Number.isInteger(hours * 4)))
    problems.push(
      problem.invalidInput(`Hours are quarters of an hour, more than none and at most ${MOST_HOURS}.`, {
        path: ['hours'],
        rule,
      }),
    );
  if (hourlyRatePence !== null) problems.push(...amountProblems(hourlyRatePence, ['hourlyRatePence']));
  if (problems.length > 0) return decide(problems, { pledgedPence: 0 });
  const worth =
    hours !== null && hourlyRatePence !== null && hours * hourlyRatePence <= MOST_PENCE
      ? valueOfHours(hours, hourlyRatePence)
      : null;
  if (inHours && (worth === null || (amountPence !== null && amountPence !== worth)))
    problems.push(
      problem.invalidInput(
        worth === null
          ? 'The hours at that rate come to more than can be posted.'
          : `The hours at that rate come to ${formatPence(worth)}; leave the amount out.`,
        { path: ['amountPence'], rule },
      ),
    );
  const pledgedPence = worth ?? amountPence ?? 0;
  if (problems.length === 0) problems.push(...amountProblems(pledgedPence));
  return decide(problems, { pledgedPence });
}

/** A contribution as far as it has come. */
export interface ContributionStanding {
  readonly state: ContributionState;
  readonly pledgedPence: Pence;
  readonly receivedPence: Pence;
  readonly returnedPence: Pence;
}

const limit = (message: string, most: Pence, asked: Pence): Problem =>
  problem.limitExceeded(message, most, asked, {
    path: ['amountPence'],
    rule: LEDGER_RULES.ownContribution,
  });

/** The state that goes with what has arrived, while more may come. */
const stateOf = (pledgedPence: Pence, receivedPence: Pence): ContributionState =>
  receivedPence === 0 ? 'PLEDGED' : receivedPence < pledgedPence ? 'PART_RECEIVED' : 'RECEIVED';

/** Whether so much of a contribution can be recorded as arrived. */
export function receive(
  { state, pledgedPence, receivedPence }: ContributionStanding,
  amountPence: Pence,
): Decision<{ readonly state: ContributionState; readonly receivedPence: Pence }> {
  const permitted = contributionLifecycle.permit('receive', state, LEDGER_RULES.ownContribution);
  const problems: Problem[] = [...(permitted.ok ? [] : permitted.problems), ...amountProblems(amountPence)];
  const left = pledgedPence - receivedPence;
  if (problems.length === 0 && amountPence > left)
    problems.push(
      limit(
        `Only ${formatPence(left)} of the pledge is still to come. Pledge the rest first.`,
        left,
        amountPence,
      ),
    );
  const received = receivedPence + amountPence;
  return decide(problems, { state: stateOf(pledgedPence, received), receivedPence: received });
}

/** Whether so much can be given back; whether it is still available, the ledger knows. */
export function giveBack(
  { state, receivedPence, returnedPence }: ContributionStanding,
  amountPence: Pence,
): Decision<{ readonly returnedPence: Pence }> {
  const permitted = contributionLifecycle.permit('return', state, LEDGER_RULES.ownContribution);
  const problems: Problem[] = [...(permitted.ok ? [] : permitted.problems), ...amountProblems(amountPence)];
  const left = receivedPence - returnedPence;
  if (problems.length === 0 && amountPence > left)
    problems.push(limit(`Only ${formatPence(left)} of it can be given back.`, left, amountPence));
  return decide(problems, { returnedPence: returnedPence + amountPence });
}

/** Where a contribution stands after the posting of an arrival was turned round, or why it cannot be. */
export function unreceive(
  { state, pledgedPence, receivedPence, returnedPence }: ContributionStanding,
  amountPence: Pence,
): Decision<{ readonly state: ContributionState; readonly receivedPence: Pence }> {
  const received = receivedPence - amountPence;
  const problems: Problem[] = [];
  if (received < returnedPence)
    problems.push(
      problem.ineligible('Some of it was given back since: correct the return first.', {
        path: ['id'],
        rule: LEDGER_RULES.ownContribution,
      }),
    );
  const left = state === 'WITHDRAWN' ? state : stateOf(pledgedPence, received);
  return decide(problems, { state: left, receivedPence: received });
}
