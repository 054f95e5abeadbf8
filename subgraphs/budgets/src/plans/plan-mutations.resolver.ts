import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { agreePlan, closePlan, putPlanLive } from './move-plan.command';
import {
  PlanAgreeInput,
  PlanAmendInput,
  PlanCloseInput,
  PlanDraftInput,
  PlanGoLiveInput,
} from './plan-inputs.types';
import { planById } from './plan.queries';
import {
  PlanAgreePayload,
  PlanAmendPayload,
  PlanClosePayload,
  PlanDraftPayload,
  PlanGoLivePayload,
} from './plan.types';
import { amendPlan, draftPlan } from './write-plan.command';

/** What is done about operational plans. */
@Resolver()
export class PlanMutations {
  @Mutation(() => PlanDraftPayload, {
    description: 'Writes the operational plan of a budget that has none open: for an officer of the council.',
  })
  planDraft(
    @Arg('input', () => PlanDraftInput, { description: 'For which budget, and what it says.' })
    input: PlanDraftInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, draftPlan, input, 'plan', planById);
  }

  @Mutation(() => PlanAmendPayload, {
    description:
      'Writes a plan anew, before it is live: for an officer of the council. Every partner has to agree anew.',
  })
  planAmend(
    @Arg('input', () => PlanAmendInput, { description: 'Which plan, and what it says from now on.' })
    input: PlanAmendInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, amendPlan, input, 'plan', planById);
  }

  @Mutation(() => PlanAgreePayload, {
    description:
      'Agrees to a plan as it stands: for somebody who acts for the partner, or an officer who records it. With the last partner it is agreed.',
  })
  planAgree(
    @Arg('input', () => PlanAgreeInput, {
      description: 'Which plan, in which wording, and for which partner.',
    })
    input: PlanAgreeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, agreePlan, input, 'plan', planById);
  }

  @Mutation(() => PlanGoLivePayload, {
    description:
      'Puts a plan to work that every partner agreed to, not before its day: for an officer of the council.',
  })
  planGoLive(
    @Arg('input', () => PlanGoLiveInput, { description: 'Which plan.' }) input: PlanGoLiveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, putPlanLive, input, 'plan', planById);
  }

  @Mutation(() => PlanClosePayload, { description: 'Closes a plan: for an officer of the council.' })
  planClose(
    @Arg('input', () => PlanCloseInput, { description: 'Which plan, and why.' }) input: PlanCloseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, closePlan, input, 'plan', planById);
  }
}
