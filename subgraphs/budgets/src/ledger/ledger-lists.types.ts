import { Field, ID, InputType } from 'type-graphql';
import { connectionType, LocalDateScalar } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Allocation } from './allocation.entity';
import { BudgetCommitment } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { BudgetCommitmentState, ContributionState, LedgerPostingKind, ResourceForm } from './ledger.enums';
import { LedgerPeriodType, LedgerPostingType } from './ledger.types';

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
