import { Field, ObjectType } from 'type-graphql';
import { CommunityBudgetPartner } from '../community-budgets/community-budget-parts.entity';

/** What the viewer may do with a community budget. */
@ObjectType({ description: 'What the viewer may do with a community budget.' })
export class CommunityBudgetViewerCan {
  @Field(() => Boolean, { description: 'Keep its partners, priorities and plan.' })
  keepBudget!: boolean;

  @Field(() => Boolean, { description: 'Close it (`communityBudgetClose`), once nothing in it is open.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Keep its ledger: receive, allocate, pay, correct, close.' })
  keepLedger!: boolean;

  @Field(() => Boolean, { description: 'Pledge for one of its partners (`contributionPledge`).' })
  pledge!: boolean;

  @Field(() => Boolean, { description: 'Ask for spending (`budgetCommitmentRequest`).' })
  requestSpending!: boolean;

  @Field(() => Boolean, {
    description: 'Approve spending, as a member of the panel (`budgetCommitmentApprove`).',
  })
  approveSpending!: boolean;

  @Field(() => [CommunityBudgetPartner], { description: 'The partners that the viewer may speak for.' })
  speakFor!: CommunityBudgetPartner[];
}

/** What the viewer may do with a commitment. */
@ObjectType({ description: 'What the viewer may do with a commitment as it stands now.' })
export class BudgetCommitmentViewerCan {
  @Field(() => Boolean, { description: 'Approve it (`budgetCommitmentApprove`).' })
  approve!: boolean;

  @Field(() => Boolean, { description: 'Reject it (`budgetCommitmentReject`).' })
  reject!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`budgetCommitmentWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Record a payment of it (`budgetCommitmentPay`).' })
  pay!: boolean;

  @Field(() => Boolean, { description: 'Release what is left of it (`budgetCommitmentRelease`).' })
  release!: boolean;
}

/** What the viewer may do with a contribution. */
@ObjectType({ description: 'What the viewer may do with a contribution as it stands now.' })
export class ContributionViewerCan {
  @Field(() => Boolean, { description: 'Record that it has arrived (`contributionReceive`).' })
  receive!: boolean;

  @Field(() => Boolean, { description: 'Take back what has not arrived (`contributionWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Record that it was given back (`contributionReturn`).' })
  return!: boolean;
}
