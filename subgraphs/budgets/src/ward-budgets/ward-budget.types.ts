import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, payloadType } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { WardAwardState } from './ward-budget.enums';
import { WardAward, WardBudget } from './ward-budget.entity';

/** A page of ward budgets. */
export const WardBudgetConnection = connectionType(WardBudget, 'WardBudget', "ward councillors' budgets");
/** A page of awards. */
export const WardAwardConnection = connectionType(WardAward, 'WardAward', 'awards');

/** Which ward budgets to list. */
@InputType({ description: 'Which ward budgets to list; everything that is said must hold.' })
export class ParentWardBudgetFilter {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only those of the financial year that the day is in.',
  })
  on?: LocalDate | null;
}

/** Which ward budgets to list. */
@InputType({ description: 'Which ward budgets to list; everything that is said must hold.' })
export class WardBudgetFilter extends ParentWardBudgetFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** Which awards to list. */
@InputType({ description: 'Which awards to list; everything that is said must hold.' })
export class WardAwardFilter {
  @Field(() => WardAwardState, { nullable: true, description: 'Only in this state.' })
  state?: WardAwardState | null;
}

/** What the viewer may do with an award. */
@ObjectType({ description: 'What the viewer may do with an award as it stands now.' })
export class WardAwardViewerCan {
  @Field(() => Boolean, { description: 'Approve it (`wardAwardApprove`).' })
  approve!: boolean;

  @Field(() => Boolean, { description: 'Refuse it (`wardAwardRefuse`).' })
  refuse!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`wardAwardWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Record its payment (`wardAwardPay`).' })
  pay!: boolean;
}

/** What `wardBudgetOpen` answers. */
export const WardBudgetOpenPayload = payloadType('WardBudgetOpenPayload', 'wardBudget', WardBudget);
/** What `wardAwardPropose` answers. */
export const WardAwardProposePayload = payloadType('WardAwardProposePayload', 'wardAward', WardAward);
/** What `wardAwardApprove` answers. */
export const WardAwardApprovePayload = payloadType('WardAwardApprovePayload', 'wardAward', WardAward);
/** What `wardAwardRefuse` answers. */
export const WardAwardRefusePayload = payloadType('WardAwardRefusePayload', 'wardAward', WardAward);
/** What `wardAwardWithdraw` answers. */
export const WardAwardWithdrawPayload = payloadType('WardAwardWithdrawPayload', 'wardAward', WardAward);
/** What `wardAwardPay` answers. */
export const WardAwardPayPayload = payloadType('WardAwardPayPayload', 'wardAward', WardAward);
