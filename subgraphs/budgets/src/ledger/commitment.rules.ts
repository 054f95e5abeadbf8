import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { commitmentLifecycle, type BudgetCommitmentState } from './commitment.lifecycle';
import { LEDGER_RULES, type ResourceForm } from './ledger.law';
import { isSameAccount, isSameParty, type Party } from './party.rules';
import { amountProblems } from './posting.rules';

/** A member of the panel who speaks now. */
export interface Approver extends Party {
  /** Keys of the capacities that the member acts in (`capacityKeys`). */
  readonly keys: readonly string[];
  /** Key of the person in every capacity (`personKey`). */
  readonly person: string;
}

/** Whoever asked for spending. */
export interface Requester {
  /** Key of the capacity in which they did (`requesterKey`). */
  readonly requestedBy: string;
  /** Key of the person in every capacity (`personKey`); '' for requests from before it was kept. */
  readonly requestedByPerson: string;
}

/** Whether a person (`personKey`) is the one who asked, in whatever capacity. */
export const hasAsked = ({ requestedByPerson }: Requester, person: string): boolean =>
  requestedByPerson !== '' && requestedByPerson === person;

/** Spending that is asked for. */
export interface SpendingRequest {
  readonly form: ResourceForm;
  readonly amountPence: Pence;
  readonly purpose: string;
  readonly payeeName: string;
}

/** Whether spending can be asked for: of cash, for something, to somebody. What is left counts at the approval. */
export function requestCommitment(
  request: SpendingRequest,
): Decision<{ readonly state: BudgetCommitmentState }> {
  const rule = LEDGER_RULES.approval;
  const problems = amountProblems(request.amountPence);
  if (request.form !== 'CASH')
    problems.push(
      problem.ineligible(
        'Only cash is paid out of the pool. What partners keep themselves is recorded as used.',
        { path: ['allocationId'], rule: LEDGER_RULES.aligned },
      ),
    );
  if (request.purpose.trim() === '')
    problems.push(problem.invalidInput('Say what the money is for.', { path: ['purpose'], rule }));
  if (request.payeeName.trim() === '')
    problems.push(problem.invalidInput('Name the payee.', { path: ['payee', 'name'], rule }));
  return decide(problems, { state: commitmentLifecycle.initial });
}

/** What stands when a member of the panel speaks. */
export interface PanelStanding {
  readonly state: BudgetCommitmentState;
  /** By how many of those who may speak it was approved and rejected so far. */
  readonly approvals: number;
  readonly rejections: number;
  /** How many have to approve. */
  readonly needed: number;
  /** How many of the panel may speak on this: the payee and whoever asked do not count. */
  readonly mayApprove: number;
  readonly approver: Approver;
  readonly payee: Party;
  readonly requester: Requester;
  readonly hasSpoken: boolean;
}

/** Why a member of the panel may not speak on a request. */
export function separationProblems({
  approver,
  payee,
  requester,
}: Pick<PanelStanding, 'approver' | 'payee' | 'requester'>): Problem[] {
  const rule = LEDGER_RULES.separation;
  if (isSameParty(approver, payee))
    return [problem.ineligible('The payee does not approve a payment to itself.', { rule })];
  if (approver.keys.includes(requester.requestedBy) || hasAsked(requester, approver.person))
    return [problem.ineligible('Whoever asks for spending does not approve it.', { rule })];
  return [];
}

/** Whether a member of the panel may speak, and what comes of it. */
export function speak(
  action: 'approve' | 'reject',
  standing: PanelStanding,
): Decision<{ readonly state: BudgetCommitmentState }> {
  const permitted = commitmentLifecycle.permit(action, standing.state, LEDGER_RULES.approval);
  if (!permitted.ok) return refuse(...permitted.problems);
  const problems = separationProblems(standing);
  if (standing.hasSpoken)
    problems.push(problem.ineligible('You have spoken on this already.', { rule: LEDGER_RULES.approval }));
  const { approvals, rejections, needed, mayApprove } = standing;
  const state: BudgetCommitmentState =
    action === 'approve'
      ? approvals + 1 >= needed
        ? 'COMMITTED'
        : 'REQUESTED'
      : mayApprove - (rejections + 1) < needed
        ? 'REJECTED'
        : 'REQUESTED';
  return decide(problems, { state });
}

/** A commitment as far as it is paid. */
export interface CommitmentStanding {
  readonly state: BudgetCommitmentState;
  readonly amountPence: Pence;
  readonly paidPence: Pence;
  readonly releasedPence: Pence;
}

/** What is committed and neither paid nor released. */
const outstanding = ({ amountPence, paidPence, releasedPence }: CommitmentStanding): Pence =>
  amountPence - paidPence - releasedPence;

/** Whether so much of a commitment can be paid. */
export function pay(
  standing: CommitmentStanding,
  amountPence: Pence,
): Decision<{ readonly state: BudgetCommitmentState; readonly paidPence: Pence }> {
  const permitted = commitmentLifecycle.permit('pay', standing.state, LEDGER_RULES.approval);
  const problems: Problem[] = [...(permitted.ok ? [] : permitted.problems), ...amountProblems(amountPence)];
  const left = outstanding(standing);
  if (problems.length === 0 && amountPence > left)
    problems.push(
      problem.limitExceeded(`Only ${formatPence(left)} of it is still to be paid.`, left, amountPence, {
        path: ['amountPence'],
        rule: LEDGER_RULES.available,
      }),
    );
  const state: BudgetCommitmentState = amountPence === left ? 'PAID' : 'COMMITTED';
  return decide(problems, { state, paidPence: standing.paidPence + amountPence });
}

/** Whether what is left of a commitment can be released, and how much that is. */
export function release(standing: CommitmentStanding): Decision<{
  readonly state: BudgetCommitmentState;
  readonly amountPence: Pence;
  /** All that was released of it, with what was before a payment was corrected. */
  readonly releasedPence: Pence;
}> {
  const permitted = commitmentLifecycle.permit('release', standing.state, LEDGER_RULES.approval);
  const state: BudgetCommitmentState = standing.paidPence === 0 ? 'RELEASED' : 'PAID';
  const amountPence = outstanding(standing);
  const releasedPence = standing.releasedPence + amountPence;
  return decide(permitted.ok ? [] : permitted.problems, { state, amountPence, releasedPence });
}

/** A panel: how many there are, and how many have to approve. */
export function panelProblems(parties: readonly Party[], needed: number): Problem[] {
  const rule = LEDGER_RULES.approval;
  const problems: Problem[] = [];
  const twice = parties.some((party, index) =>
    parties.slice(0, index).some(({ account }) => isSameAccount(account, party.account)),
  );
  if (twice)
    problems.push(problem.invalidInput('Nobody sits on a panel twice.', { path: ['members'], rule }));
  if (needed < LEAST_APPROVALS || needed > parties.length)
    problems.push(
      problem.invalidInput(
        `At least ${LEAST_APPROVALS} have to approve, and no more than sit on the panel.`,
        { path: ['approvalsNeeded'], rule },
      ),
    );
  return problems;
}

/** Spending is never approved by one alone. */
export const LEAST_APPROVALS = 2;
