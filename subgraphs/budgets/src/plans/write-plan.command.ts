import { In } from 'typeorm';
import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepBudget } from '../access';
import { lockBudget } from '../community-budgets/locked-budget.command';
import { standingProblems } from '../community-budgets/community-budget.rules';
import { lockWithBudget, partnersOfLocked, prioritiesOfLocked } from '../community-budgets/locked.queries';
import { PlanAmendInput, PlanDraftInput, type PlanContentInput } from './plan-inputs.types';
import { OperationalPlan, PlanResource, PlanService } from './plan.entity';
import { amendPlan as mayAmend, draftPlan as mayDraft, type PlanContent } from './plan.rules';

const contentOf = ({ services, resources, accountability }: PlanContentInput): PlanContent => ({
  serviceNames: services.map(({ name }) => name),
  resourceCount: resources.length,
  accountability,
});

/** The partners and priorities that the content names and the budget has not. */
async function strangers(tx: Tx, budgetId: string, content: PlanContentInput): Promise<Problem[]> {
  const partners = new Set((await partnersOfLocked(tx, budgetId)).map(({ id }) => id));
  const priorities = new Set((await prioritiesOfLocked(tx, budgetId)).map(({ id }) => id));
  const problems: Problem[] = [];
  const check = (known: ReadonlySet<string>, id: string | null | undefined, path: readonly string[]) => {
    if (id && !known.has(id)) problems.push(problem.notFound('The budget has no such entry.', { path }));
  };
  for (const [index, { partnerId, priorityId }] of content.services.entries()) {
    check(partners, partnerId, ['content', 'services', String(index), 'partnerId']);
    check(priorities, priorityId, ['content', 'services', String(index), 'priorityId']);
  }
  for (const [index, { partnerId }] of content.resources.entries())
    check(partners, partnerId, ['content', 'resources', String(index), 'partnerId']);
  return problems;
}

const CONTENT = new Set(['services', 'resources', 'accountability']);

/** The rules know the content by itself; in the input it stands in a part of its own. */
const inContent = <P extends Problem>(found: P): P =>
  CONTENT.has(found.path?.[0] ?? '') ? { ...found, path: ['content', ...(found.path ?? [])] } : found;

/** Writes the services and resources of a plan; services of the same name keep their id, since allocations name them. */
async function writeParts(tx: Tx, plan: OperationalPlan, content: PlanContentInput): Promise<void> {
  const { id: planId, gssCode, fundId: budgetId } = plan;
  const before = await tx.manager.findBy(PlanService, { planId });
  await tx.manager.delete(PlanService, { id: In(before.map(({ id }) => id)) });
  await tx.manager.delete(PlanResource, { planId });
  const services = content.services.map(({ name, description, partnerId, priorityId }, index) => {
    const at = before.findIndex((service) => service.name === name);
    const [same] = at < 0 ? [] : before.splice(at, 1);
    return {
      ...{ id: same?.id ?? tx.newId('planservice'), gssCode, budgetId, planId, position: index, name },
      ...{ description, partnerId: partnerId ?? null, priorityId: priorityId ?? null },
    };
  });
  await tx.insertMany(PlanService, services);
  await tx.insertMany(
    PlanResource,
    content.resources.map(({ kind, description, partnerId }, index) => ({
      ...{ id: tx.newId('planresource'), gssCode, budgetId, planId, position: index },
      ...{ kind, description, partnerId: partnerId ?? null },
    })),
  );
}

/** Writes the operational plan of a budget that has none open: for an officer of the council. */
export const draftPlan = defineCommand({
  name: 'planDraft',
  input: PlanDraftInput,
  async handle(tx, { budgetId, content }) {
    const locked = await lockBudget(tx, budgetId, keepBudget);
    if (!locked.ok) return locked;
    const { budget } = locked;
    const open = await tx.manager.countBy(OperationalPlan, {
      fundId: budgetId,
      state: In(['DRAFT', 'AGREED', 'LIVE']),
    });
    const problems = [...standingProblems(budget.state), ...(await strangers(tx, budgetId, content))];
    const decision = mayDraft(open, contentOf(content));
    if (!decision.ok) return refuse(...problems, ...decision.problems.map(inContent));
    if (problems.length > 0) return refuse(...problems);
    const { accountability, goesLiveOn } = content;
    const plan = await tx.insert(OperationalPlan, {
      ...{ id: tx.newId('plan'), gssCode: budget.gssCode, fundId: budgetId, state: decision.state },
      ...{ accountability, goesLiveOn, revision: 1, draftedOn: tx.today, illustrative: false },
    });
    await writeParts(tx, plan, content);
    const changes = { budget: budgetId, services: content.services.length, goesLiveOn };
    return done({ council: budget.gssCode, subject: plan.id, changes });
  },
});

/** Writes a plan anew: for an officer of the council. Every agreement to it falls away. */
export const amendPlan = defineCommand({
  name: 'planAmend',
  input: PlanAmendInput,
  async handle(tx, { id, expectedVersion, content }) {
    const locked = await lockWithBudget(tx, OperationalPlan, id);
    if (!locked) return refuse(problem.notFound('There is no such plan.', { path: ['id'] }));
    const { budget, row: plan } = locked;
    const denied = tx.demand(keepBudget, budget);
    if (denied.length > 0) return refuse(...denied);
    const problems = [
      ...versionProblems(plan, expectedVersion),
      ...(await strangers(tx, budget.id, content)),
    ];
    const decision = mayAmend(plan.state, contentOf(content));
    if (!decision.ok) return refuse(...problems, ...decision.problems.map(inContent));
    if (problems.length > 0) return refuse(...problems);
    const { accountability, goesLiveOn } = content;
    const revision = plan.revision + 1;
    const changed = { state: decision.state, accountability, goesLiveOn, revision, agreedOn: null };
    await tx.update(Object.assign(plan, changed));
    await writeParts(tx, plan, content);
    return done({ council: budget.gssCode, subject: id, changes: { revision, goesLiveOn } });
  },
});
