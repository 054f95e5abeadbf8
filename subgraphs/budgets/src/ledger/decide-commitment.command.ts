import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { personKey, seatKey, sitOnPanel } from '../access';
import { lockWithBudget } from '../community-budgets/locked.queries';
import { BudgetCommitment, BudgetCommitmentVerdict, BudgetPanelMember } from './commitment.entity';
import { hasAsked, speak } from './commitment.rules';
import {
  BudgetCommitmentApproveInput,
  BudgetCommitmentRejectInput,
  type BudgetCommitmentVerdictInput,
} from './ledger-inputs.types';
import { isSameParty } from './party.rules';
import { approverOf, memberOf, payeeOf } from './speak-on-panel.command';
import { post } from './post.command';
import { owned, transfer } from './posting.rules';

async function decide(tx: Tx, input: BudgetCommitmentVerdictInput, action: 'approve' | 'reject') {
  const { id, expectedVersion, statementOfReasons = null } = input;
  const locked = await lockWithBudget(tx, BudgetCommitment, id);
  if (!locked) return refuse(problem.notFound('There is no such request.', { path: ['id'] }));
  const { budget, row: commitment } = locked;
  const panel = await tx.manager.findBy(BudgetPanelMember, { fundId: budget.id });
  const denied = tx.demand(sitOnPanel, { gssCode: budget.gssCode, members: panel });
  const member = memberOf(tx.actor, panel);
  if (denied.length > 0 || !member) return refuse(...denied);
  const problems: Problem[] = versionProblems(commitment, expectedVersion);
  const said = await tx.manager.findBy(BudgetCommitmentVerdict, { commitmentId: id });
  const payee = payeeOf(commitment);
  const memberKey = seatKey(budget.gssCode, member);
  // What people said who have left the panel since stays on record and counts for nothing, unless they are back.
  const mayApprove = new Set(
    panel
      .filter((one) => !isSameParty(one, payee) && !hasAsked(commitment, personKey(one.account)))
      .map((one) => seatKey(budget.gssCode, one))
      .filter((key) => key !== commitment.requestedBy),
  );
  const counts = said.filter((one) => mayApprove.has(one.memberKey));
  const decision = speak(action, {
    ...{ state: commitment.state, needed: commitment.approvalsNeeded, mayApprove: mayApprove.size },
    approvals: counts.filter(({ verdict }) => verdict === 'APPROVED').length,
    rejections: counts.filter(({ verdict }) => verdict === 'REJECTED').length,
    ...{ approver: approverOf(member, tx.actor, payee), payee, requester: commitment },
    hasSpoken: said.some((one) => one.memberKey === memberKey),
  });
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  if (problems.length > 0) return refuse(...problems);
  await tx.insert(BudgetCommitmentVerdict, {
    ...{ id: tx.newId('verdict'), gssCode: budget.gssCode, commitmentId: id, memberId: member.id },
    ...{ memberKey, memberName: member.name, verdict: action === 'approve' ? 'APPROVED' : 'REJECTED' },
    ...{ statementOfReasons, givenOn: tx.today },
  });
  const { state } = decision;
  if (state === 'COMMITTED') {
    const { allocationId, amountPence } = commitment;
    const posted = await post(tx, budget, {
      ...{
        kind: 'COMMITMENT',
        postedOn: tx.today,
        narrative: commitment.purpose,
        subjectId: id,
        path: ['id'],
      },
      lines: transfer(
        owned('ALLOCATED', 'CASH', allocationId),
        owned('COMMITTED', 'CASH', allocationId),
        amountPence,
      ),
    });
    if (!posted.ok) return posted;
  }
  await tx.update(Object.assign(commitment, { state }));
  return done({ council: budget.gssCode, subject: id, changes: { state, member: member.id, action } });
}

/**
 * Approves a request for spending: for a member of the panel. The last approval that is needed commits the money; when
 * there is not enough left in the allocation it is refused, and the request stays as it was.
 */
export const approveCommitment = defineCommand({
  name: 'budgetCommitmentApprove',
  input: BudgetCommitmentApproveInput,
  handle: (tx, input) => decide(tx, input, 'approve'),
});

/** Rejects a request for spending: for a member of the panel. */
export const rejectCommitment = defineCommand({
  name: 'budgetCommitmentReject',
  input: BudgetCommitmentRejectInput,
  handle: (tx, input) => decide(tx, input, 'reject'),
});
