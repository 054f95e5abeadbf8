import { Field, ObjectType } from 'type-graphql';
import { payloadType } from '@coop/shared/graphql';
import { OperationalPlan } from './plan.entity';

/** What the viewer may do with a plan. */
@ObjectType({ description: 'What the viewer may do with a plan as it stands now.' })
export class OperationalPlanViewerCan {
  @Field(() => Boolean, { description: 'Write it anew (`planAmend`).' })
  amend!: boolean;

  @Field(() => Boolean, { description: 'Agree to it for a partner that has not (`planAgree`).' })
  agree!: boolean;

  @Field(() => Boolean, { description: 'Put it to work (`planGoLive`).' })
  goLive!: boolean;

  @Field(() => Boolean, { description: 'Close it (`planClose`).' })
  close!: boolean;
}

/** What `planDraft` answers. */
export const PlanDraftPayload = payloadType('PlanDraftPayload', 'plan', OperationalPlan);
/** What `planAmend` answers. */
export const PlanAmendPayload = payloadType('PlanAmendPayload', 'plan', OperationalPlan);
/** What `planAgree` answers. */
export const PlanAgreePayload = payloadType('PlanAgreePayload', 'plan', OperationalPlan);
/** What `planGoLive` answers. */
export const PlanGoLivePayload = payloadType('PlanGoLivePayload', 'plan', OperationalPlan);
/** What `planClose` answers. */
export const PlanClosePayload = payloadType('PlanClosePayload', 'plan', OperationalPlan);
