import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision } from '@coop/shared/problems';
import { speakForPartner } from '../access';
import { agreeByJoining, agreedWithout, openPlanOf } from '../plans/plan-partners.command';
import { declineInvitation, joinBudget, leaveBudget } from './budget-partner.rules';
import {
  BudgetPartnerDeclineInput,
  BudgetPartnerJoinInput,
  BudgetPartnerLeaveInput,
} from './community-budget-inputs.types';
import type { CommunityBudgetPartner } from './community-budget-parts.entity';
import { lockPartner, type LockedPartner } from './locked.queries';
import { leavingStanding } from './settlement.queries';

/** What comes of what a body says of its part. */
interface Said {
  readonly columns: Partial<CommunityBudgetPartner>;
  /** Brings the plan into line once the body's entry is written. */
  follow?(): Promise<void>;
}

/** Writes down what a body says of its part in a budget: for the body itself, or an officer who has it on paper. */
async function speak(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
  decide: (locked: LockedPartner) => Promise<Decision<Said>>,
) {
  const locked = await lockPartner(tx, id);
  if (!locked) return refuse(problem.notFound('There is no such partner.', { path: ['id'] }));
  const { budget, partner } = locked;
  const denied = tx.demand(speakForPartner, partner);
  if (denied.length > 0) return refuse(...denied);
  const problems = versionProblems(partner, expectedVersion);
  const decision = await decide(locked);
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  if (problems.length > 0) return refuse(...problems);
  await tx.update(Object.assign(partner, decision.columns));
  await decision.follow?.();
  return done({
    ...{ council: budget.gssCode, subject: id, changes: { budget: budget.id, state: partner.state } },
  });
}

/** Takes part in a community budget. Where its partners have agreed to a plan, that is agreeing to it. */
export const joinCommunityBudget = defineCommand({
  name: 'budgetPartnerJoin',
  input: BudgetPartnerJoinInput,
  handle: (tx, { agreedBy, planRevision = null, ...input }) =>
    speak(tx, input, async ({ budget, partner }) => {
      const plan = await openPlanOf(tx, budget.id);
      const agreed = plan !== null && plan.state !== 'DRAFT' ? plan : null;
      const decision = joinBudget(partner.state, budget.state, agreedBy, agreed, planRevision);
      if (!decision.ok) return decision;
      return {
        ...{ ok: true, columns: { state: decision.state, joinedOn: tx.today, agreedBy } },
        follow: async () => {
          if (agreed) await agreeByJoining(tx, agreed, partner.id, agreedBy);
        },
      };
    }),
});

/** Says that a body that was asked does not take part. */
export const declineBudgetInvitation = defineCommand({
  name: 'budgetPartnerDecline',
  input: BudgetPartnerDeclineInput,
  handle: (tx, { statementOfReasons = null, ...input }) =>
    speak(tx, input, ({ partner }) => {
      const decision = declineInvitation(partner.state);
      const columns = { state: 'DECLINED', leftOn: tx.today, statementOfReasons } as const;
      return Promise.resolve(decision.ok ? { ok: true, columns } : decision);
    }),
});

/** Leaves a community budget. A draft of a plan that only waited for this partner is agreed then. */
export const leaveCommunityBudget = defineCommand({
  name: 'budgetPartnerLeave',
  input: BudgetPartnerLeaveInput,
  handle: (tx, { statementOfReasons, balanceStatement, ...input }) =>
    speak(tx, input, async ({ budget, partner }) => {
      const standing = await leavingStanding(tx.manager, partner);
      const said = { statementOfReasons, balanceStatement: balanceStatement ?? '' };
      const decision = leaveBudget(partner.state, budget.state, standing, said);
      if (!decision.ok) return decision;
      return {
        ok: true,
        columns: {
          ...{ state: decision.state, leftOn: tx.today, statementOfReasons },
          balanceStatement: standing.unsettledPence > 0 ? said.balanceStatement : null,
        },
        follow: () => agreedWithout(tx, budget.id),
      };
    }),
});
