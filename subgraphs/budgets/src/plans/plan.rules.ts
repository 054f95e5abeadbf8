import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { formatDay, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { planLifecycle, type PlanState } from './plan.lifecycle';
import { PLAN_RULES } from './plans.law';

const rule = PLAN_RULES.plan;

/** What a plan says. */
export interface PlanContent {
  readonly serviceNames: readonly string[];
  readonly resourceCount: number;
  readonly accountability: string;
}

/** What a plan lacks before anybody can agree to it: a package of services, resources, accountability. */
export function contentProblems({ serviceNames, resourceCount, accountability }: PlanContent): Problem[] {
  const problems: Problem[] = [];
  const lack = (message: string, path: readonly string[]) =>
    problems.push(problem.invalidInput(message, { path, rule }));
  if (serviceNames.length === 0) lack('A plan has a package of services, one at least.', ['services']);
  serviceNames.forEach((name, index) => {
    if (name.trim() === '') lack('A service has a name.', ['services', String(index), 'name']);
  });
  if (resourceCount === 0) lack('A plan says which funds and other resources it rests on.', ['resources']);
  if (accountability.trim() === '') lack('A plan says who answers to whom.', ['accountability']);
  return problems;
}

/** Whether a plan can be written anew; every agreement to what it said before falls away. */
export function amendPlan(state: PlanState, content: PlanContent): Decision<{ readonly state: PlanState }> {
  const permitted = planLifecycle.permit('amend', state, rule);
  return decide([...(permitted.ok ? [] : permitted.problems), ...contentProblems(content)], {
    state: 'DRAFT' as const,
  });
}

/** Whether every partner has agreed; nobody has where there is none. */
export const isAgreedByAll = (partners: readonly string[], agreed: readonly string[]): boolean =>
  partners.length > 0 && partners.every((id) => agreed.includes(id));

/** Whether a partner can agree to a plan as it stands, and whether it is the last one. */
export function agreePlan(
  state: PlanState,
  standing: {
    /** Ids of all partners of the budget. */
    readonly partners: readonly string[];
    /** Ids of those that have agreed to the plan as it stands. */
    readonly agreed: readonly string[];
    readonly partner: string;
    /** The revision that the partner has read, and the one there is. */
    readonly readRevision: number;
    readonly revision: number;
  },
): Decision<{ readonly state: PlanState }> {
  const permitted = planLifecycle.permit('agree', state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const { partners, agreed, partner, readRevision, revision } = standing;
  if (!partners.includes(partner))
    problems.push(
      problem.notFound('The budget of the plan has no such partner.', { path: ['partnerId'], rule }),
    );
  if (agreed.includes(partner))
    problems.push(problem.ineligible('This partner has agreed already.', { path: ['partnerId'], rule }));
  if (readRevision !== revision)
    problems.push(
      problem.conflict('The plan was written anew since you read it. Read it again first.', revision, {
        path: ['revision'],
        rule,
      }),
    );
  return decide(problems, { state: isAgreedByAll(partners, [...agreed, partner]) ? 'AGREED' : 'DRAFT' });
}

/** Whether a plan goes live: agreed by everybody, and not before its day. */
export function goLive(
  state: PlanState,
  goesLiveOn: LocalDate,
  today: LocalDate,
): Decision<{ readonly state: PlanState }> {
  const permitted = planLifecycle.permit('goLive', state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (today < goesLiveOn)
    problems.push(
      problem.tooEarly(`The plan goes live on ${formatDay(goesLiveOn)}.`, startOfLondonDay(goesLiveOn), {
        rule,
      }),
    );
  return decide(problems, { state: 'LIVE' as const });
}

/** Whether a plan can be closed, with a word on why. */
export function closePlan(
  state: PlanState,
  statementOfReasons: string,
): Decision<{ readonly state: PlanState }> {
  const permitted = planLifecycle.permit('close', state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Say why the plan is closed.', { path: ['statementOfReasons'], rule }),
    );
  return decide(problems, { state: 'CLOSED' as const });
}

/** Whether a budget can have a new plan: only one is not closed at any time. */
export function draftPlan(openPlans: number, content: PlanContent): Decision<{ readonly state: PlanState }> {
  const problems = contentProblems(content);
  if (openPlans > 0)
    problems.push(
      problem.ineligible('The budget has a plan: amend it, or close it first.', { path: ['budgetId'], rule }),
    );
  return decide(problems, { state: planLifecycle.initial });
}
