import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays } from '@coop/shared/time';
import { LIVE_FROM } from '../community-budgets/community-budget.facts';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { partnersOfLocked } from '../community-budgets/locked.queries';
import { OperationalPlan, PlanAgreement, PlanResource, PlanService } from './plan.entity';
import { ACCOUNTABILITY, PLAN_FACTS } from './plan.facts';

/** Day on which the pilots had to have their plans ready, a month before they went live. */
const READY = addDays(LIVE_FROM, -31);

/** The plans of the demo world. Pilots keep the days of the programme; what is not live yet lies ahead of today. */
export async function plansDemo({ tx, today }: DemoWorld): Promise<void> {
  for (const { budget: key, state, services, resources, agreedBy } of PLAN_FACTS) {
    const budget = await tx.manager.findOneByOrFail(CommunityBudget, { id: fixedId('communitybudget', key) });
    const { gssCode, id: budgetId } = budget;
    const partners = await partnersOfLocked(tx, budgetId);
    const planId = fixedId('plan', key);
    const [draftedOn, goesLiveOn] =
      state === 'LIVE' ? [READY, LIVE_FROM] : [addDays(today, -40), addDays(today, 60)];
    const agreedOn = state === 'DRAFT' ? null : addDays(draftedOn, 20);
    await tx.insert(OperationalPlan, {
      ...{ id: planId, gssCode, fundId: budgetId, state, accountability: ACCOUNTABILITY, goesLiveOn },
      ...{ revision: 1, draftedOn, agreedOn, wentLiveOn: state === 'LIVE' ? goesLiveOn : null },
      illustrative: true,
    });
    await tx.insertMany(
      PlanService,
      services.map(([name, rank, place], position) => ({
        ...{
          id: fixedId('planservice', `${key}-${position + 1}`),
          gssCode,
          budgetId,
          planId,
          position,
          name,
        },
        ...{ description: 'Made up for demonstration.', partnerId: partners[place]?.id ?? null },
        priorityId: fixedId('budgetpriority', `${key}-${rank}`),
      })),
    );
    await tx.insertMany(
      PlanResource,
      resources.map(([kind, description, place], position) => ({
        ...{ id: fixedId('planresource', `${key}-${position + 1}`), gssCode, budgetId, planId, position },
        ...{ kind, description, partnerId: partners[place]?.id ?? null },
      })),
    );
    const agreed = partners.filter(({ position }) => state !== 'DRAFT' || agreedBy.includes(position));
    await tx.insertMany(
      PlanAgreement,
      agreed.map(({ id: partnerId, position }) => ({
        ...{ id: fixedId('planagreement', `${key}-${position}`), gssCode, planId, revision: 1, partnerId },
        ...{ agreedOn: agreedOn ?? addDays(draftedOn, 10), agreedBy: 'Chair (example)' },
      })),
    );
  }
}
