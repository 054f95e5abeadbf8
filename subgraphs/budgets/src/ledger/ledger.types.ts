import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, DateTimeScalar, LocalDateScalar, Money, Node, NodeId } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CommunityBudgetPartner } from '../community-budgets/community-budget-parts.entity';
import { Organisation } from '../stubs';
import { Allocation } from './allocation.entity';
import { BudgetCommitment } from './commitment.entity';
import { Contribution } from './contribution.entity';
import {
  BudgetCommitmentState,
  ContributionState,
  LedgerAccountKind,
  LedgerPostingKind,
  ResourceForm,
} from './ledger.enums';

/** Where the resources of one form are. */
@ObjectType({
  description:
    'Where what was put in is now. Every pound is in one place: total = available + allocated + committed + spent.',
})
export class CommunityPoolPart {
  @Field(() => ResourceForm, { description: 'In which form it was put in.' })
  form!: ResourceForm;

  @Field(() => Money, { description: 'What has arrived, less what was given back.' })
  total!: Money;

  @Field(() => Money, { description: 'Not yet allocated to anything.' })
  available!: Money;

  @Field(() => Money, { description: 'Set aside for priorities and services, and not yet committed.' })
  allocated!: Money;

  @Field(() => Money, { description: 'Approved for a payee, and not yet paid.' })
  committed!: Money;

  @Field(() => Money, { description: 'Paid out, or used.' })
  spent!: Money;
}

/** What is in a community budget. */
@ObjectType({
  description:
    'What partners have put into a community budget, and where it is now. Every pound is in one place: total = cash + inKind + aligned = available + allocated + committed + spent.',
})
export class CommunityPool {
  @Field(() => Money, { description: 'What has arrived in all forms, less what was given back.' })
  total!: Money;

  @Field(() => Money, { description: 'Of the total: money that was paid into the pool.' })
  cash!: Money;

  @Field(() => Money, { description: 'Of the total: time of staff, rooms and things, at their value.' })
  inKind!: Money;

  @Field(() => Money, {
    description: 'Of the total: money that partners keep and spend themselves as agreed.',
  })
  aligned!: Money;

  @Field(() => Money, {
    description: 'Set aside for priorities and services, and not yet committed; in all forms.',
  })
  allocated!: Money;

  @Field(() => Money, { description: 'Approved for a payee, and not yet paid.' })
  committed!: Money;

  @Field(() => Money, { description: 'Paid out, or used; in all forms.' })
  spent!: Money;

  @Field(() => Money, {
    description: 'Not yet allocated to anything; in all forms. Never less than nothing.',
  })
  available!: Money;

  @Field(() => [CommunityPoolPart], { description: 'The same for each form by itself.' })
  byForm!: CommunityPoolPart[];
}

/** What is not in the ledger yet. */
@ObjectType({ description: 'What shows beside the balance and is not part of it yet.' })
export class CommunityPoolOutlook {
  @Field(() => Money, { description: 'Promised by partners and not yet arrived.' })
  pledged!: Money;

  @Field(() => Money, { description: 'Asked for and not yet approved. It binds nothing.' })
  pending!: Money;

  @Field(() => Int, { description: 'How many requests wait for the panel.' })
  pendingCount!: number;
}

/** An account with its balance. */
@ObjectType('FundAccount', { description: 'An account of the ledger with its balance.' })
export class LedgerAccountType {
  @Field(() => ID, { description: 'Its id, `account_…`.' })
  id!: string;

  @Field(() => LedgerAccountKind, { description: 'What it stands for.' })
  kind!: LedgerAccountKind;

  @Field(() => ResourceForm, { description: 'In which form.' })
  form!: ResourceForm;

  /** Id of the partner or allocation. */
  owner!: string;

  @Field(() => Money, {
    description: 'Its balance, never less than nothing. Contributions are credits, all others debits.',
  })
  balance!: Money;
}

/** A line of a posting. */
@ObjectType({ description: 'A line of a posting: an account with a debit or a credit.' })
export class LedgerLine {
  @Field(() => LedgerAccountType, { description: 'The account, with its balance as it is now.' })
  account!: LedgerAccountType;

  @Field(() => Money, { nullable: true, description: 'The debit; null for a credit.' })
  debit!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The credit; null for a debit.' })
  credit!: Money | null;
}

/** A posting. */
@NodeId('posting')
@ObjectType('LedgerPosting', {
  implements: [Node],
  description: 'A posting: two or more lines whose debits equal their credits. It is never changed. Public.',
})
export class LedgerPostingType {
  id!: string;

  @Field(() => Int, { description: "Its number in the budget's book, from 1 without gaps." })
  number!: number;

  @Field(() => LedgerPostingKind, { description: 'Why it was posted.' })
  kind!: LedgerPostingKind;

  @Field(() => ResourceForm, { description: 'In which form.' })
  form!: ResourceForm;

  @Field(() => LocalDateScalar, { description: 'The day that it counts for.' })
  postedOn!: LocalDate;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Field(() => String, { description: 'What it is of, in words.' })
  narrative!: string;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  illustrative!: boolean;
}

/** A closed period. */
@ObjectType('LedgerPeriod', {
  description: 'A closed period of a budget’s accounts: nothing can be posted to its days any longer.',
})
export class LedgerPeriodType {
  @Field(() => ID, { description: 'Its id, `period_…`.' })
  id!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Its last day.' })
  untilOn!: LocalDate;

  @Field(() => DateTimeScalar, { description: 'When it was closed.' })
  closedAt!: Date;

  @Field(() => Int, { description: 'How many postings there were up to its last day.' })
  postingCount!: number;
}

/** What the accounts come to as of a day. */
@ObjectType({
  description: 'The accounts of a community budget as of the end of a day, worked out of its postings.',
})
export class LedgerStatement {
  /** Id of the budget. */
  fundId!: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  on!: LocalDate;

  @Field(() => Boolean, { description: 'True when the day lies in a closed period: the figures are final.' })
  isClosed!: boolean;

  @Field(() => Int, { description: 'How many postings it rests on.' })
  postingCount!: number;

  @Field(() => CommunityPool, { description: 'Where what had been put in was.' })
  pool!: CommunityPool;

  @Field(() => [LedgerAccountType], { description: 'The accounts with what they came to.' })
  accounts!: LedgerAccountType[];
}

/** Whether the book is sound. */
@ObjectType({
  description:
    'What came of recomputing the ledger of a community budget from its postings, at the time of the request.',
})
export class LedgerCheck {
  @Field(() => Boolean, { description: 'True when nothing is wrong.' })
  isSound!: boolean;

  @Field(() => Int, { description: 'How many postings were added up.' })
  postingCount!: number;

  @Field(() => [String], { description: 'What is wrong, a sentence each; empty when nothing is.' })
  faults!: string[];
}

/** Who is to be paid. */
@ObjectType({ description: 'Who is to be paid.' })
export class BudgetPayee {
  @Field(() => String, {
    description: 'The name; `An individual` for a person, unless an officer or auditor of the council asks.',
  })
  name!: string;

  @Field(() => Boolean, { description: 'True for a person.' })
  isPerson!: boolean;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where it has none, or where the directory is away.',
  })
  organisation!: Organisation | null;
}

/** A page of contributions. */
export const ContributionConnection = connectionType(Contribution, 'Contribution', 'contributions');
/** A page of allocations. */
export const AllocationConnection = connectionType(Allocation, 'Allocation', 'allocations');
/** A page of commitments. */
export const BudgetCommitmentConnection = connectionType(BudgetCommitment, 'BudgetCommitment', 'commitments');
/** A page of postings. */
export const LedgerPostingConnection = connectionType(LedgerPostingType, 'LedgerPosting', 'postings');
/** A page of closed periods. */
export const LedgerPeriodConnection = connectionType(LedgerPeriodType, 'LedgerPeriod', 'closed periods');

/** Which contributions to list. */
@InputType({ description: 'Which contributions to list; everything that is said must hold.' })
export class ContributionFilter {
  @Field(() => ContributionState, { nullable: true, description: 'Only in this state.' })
  state?: ContributionState | null;

  @Field(() => ResourceForm, { nullable: true, description: 'Only in this form.' })
  form?: ResourceForm | null;
}

/** Which allocations to list. */
@InputType({ description: 'Which allocations to list; everything that is said must hold.' })
export class AllocationFilter {
  @Field(() => ResourceForm, { nullable: true, description: 'Only in this form.' })
  form?: ResourceForm | null;

  @Field(() => ID, { nullable: true, description: 'Only for the priority with this id.' })
  priority?: string | null;
}

/** Which commitments to list. */
@InputType({ description: 'Which commitments to list; everything that is said must hold.' })
export class BudgetCommitmentFilter {
  @Field(() => BudgetCommitmentState, { nullable: true, description: 'Only in this state.' })
  state?: BudgetCommitmentState | null;
}

/** Which postings to list. */
@InputType({ description: 'Which postings to list; everything that is said must hold.' })
export class LedgerPostingFilter {
  @Field(() => LedgerPostingKind, { nullable: true, description: 'Only of this kind.' })
  kind?: LedgerPostingKind | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only on this day or later.' })
  postedFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only on this day or earlier.' })
  postedUntil?: LocalDate | null;
}

/** What the viewer may do with a community budget. */
@ObjectType({ description: 'What the viewer may do with a community budget.' })
export class CommunityBudgetViewerCan {
  @Field(() => Boolean, { description: 'Keep its partners, priorities and plan.' })
  keepBudget!: boolean;

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
