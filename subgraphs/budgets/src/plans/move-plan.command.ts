import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { keepBudget, speakForPartner } from '../access';
import { lockWithBudget, partnersOfLocked } from '../community-budgets/locked.queries';
import { PlanAgreeInput, PlanCloseInput, PlanGoLiveInput } from './plan-inputs.types';
import { OperationalPlan, PlanAgreement } from './plan.entity';
import type { PlanState } from './plan.lifecycle';
import { agreePlan as mayAgree, closePlan as mayClose, goLive } from './plan.rules';

const NONE = problem.notFound('There is no such plan.', { path: ['id'] });

/** Agrees to a plan as it stands: for each partner itself, or an officer who has it on paper. The last one settles it. */
export const agreePlan = defineCommand({
  name: 'planAgree',
  input: PlanAgreeInput,
  async handle(tx, { id, partnerId, revision, agreedBy }) {
    const locked = await lockWithBudget(tx, OperationalPlan, id);
    if (!locked) return refuse(NONE);
    const { budget, row: plan } = locked;
    const partners = await partnersOfLocked(tx, budget.id);
    const partner = partners.find((one) => one.id === partnerId);
    const { gssCode } = budget;
    const denied = tx.demand(speakForPartner, {
      gssCode,
      organisationId: partner?.organisationId ?? null,
    });
    if (denied.length > 0) return refuse(...denied);
    const there = await tx.manager.findBy(PlanAgreement, { planId: id, revision: plan.revision });
    const decision = mayAgree(plan.state, {
      partners: partners.map((one) => one.id),
      agreed: there.map((one) => one.partnerId),
      ...{ partner: partnerId, readRevision: revision, revision: plan.revision },
    });
    const problems: Problem[] = decision.ok ? [] : [...decision.problems];
    if (agreedBy.trim() === '')
      problems.push(problem.invalidInput('Say who agrees for the partner.', { path: ['agreedBy'] }));
    if (!decision.ok || problems.length > 0) return refuse(...problems);
    await tx.insert(PlanAgreement, {
      ...{ id: tx.newId('planagreement'), gssCode, planId: id, revision, partnerId },
      ...{ agreedOn: tx.today, agreedBy },
    });
    const { state } = decision;
    await tx.update(Object.assign(plan, { state, agreedOn: state === 'AGREED' ? tx.today : null }));
    return done({ council: gssCode, subject: id, changes: { partner: partnerId, revision, state } });
  },
});

interface Moved {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

async function move(
  tx: Tx,
  { id, expectedVersion }: Moved,
  decide: (plan: OperationalPlan) => Decision<{ readonly state: PlanState }>,
  changed: Partial<OperationalPlan>,
) {
  const locked = await lockWithBudget(tx, OperationalPlan, id);
  if (!locked) return refuse(NONE);
  const { budget, row: plan } = locked;
  const denied = tx.demand(keepBudget, budget);
  if (denied.length > 0) return refuse(...denied);
  const problems: Problem[] = versionProblems(plan, expectedVersion);
  const decision = decide(plan);
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  if (problems.length > 0) return refuse(...problems);
  await tx.update(Object.assign(plan, changed, { state: decision.state }));
  return done({ council: budget.gssCode, subject: id, changes: { state: decision.state } });
}

/** Puts a plan to work that every partner agreed to: for an officer of the council. */
export const putPlanLive = defineCommand({
  name: 'planGoLive',
  input: PlanGoLiveInput,
  handle: (tx, input) =>
    move(tx, input, ({ state, goesLiveOn }) => goLive(state, goesLiveOn, tx.today), { wentLiveOn: tx.today }),
});

/** Closes a plan: for an officer of the council. */
export const closePlan = defineCommand({
  name: 'planClose',
  input: PlanCloseInput,
  handle: (tx, input) =>
    move(tx, input, ({ state }) => mayClose(state, input.statementOfReasons), {
      closedOn: tx.today,
      statementOfReasons: input.statementOfReasons,
    }),
});
