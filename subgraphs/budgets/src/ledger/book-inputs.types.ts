import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import {
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { LedgerAccountKind, ResourceForm } from './ledger.enums';
import { MOST } from './ledger-inputs.types';

/** A line of a journal. */
@InputType({ description: 'A line of a journal: an account, and a debit or a credit.' })
export class JournalLineInput {
  @IsIn(Object.keys(LedgerAccountKind))
  @Field(() => LedgerAccountKind, { description: 'AVAILABLE, ALLOCATED or SPENT.' })
  kind!: LedgerAccountKind;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The allocation whose account it is; left out for what is available.',
  })
  allocationId?: string | null;

  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, {
    description: 'In pence: more than 0 for a debit, less for a credit. Together the lines come to 0.',
  })
  amountPence!: number;
}

/** A journal. */
@InputType({
  description:
    'Moves money between allocations and what is available, or spending from one allocation to another.',
})
export class LedgerJournalPostInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @IsIn(Object.keys(ResourceForm))
  @Field(() => ResourceForm, { description: 'In which form; the forms are never mixed.' })
  form!: ResourceForm;

  @IsText(500)
  @Field(() => String, { description: 'Why. Published.' })
  narrative!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => JournalLineInput, { each: true })
  @Field(() => [JournalLineInput], { description: 'The lines: two at least.' })
  lines!: JournalLineInput[];

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; today unless told.' })
  postedOn?: LocalDate | null;
}

/** A correction. */
@InputType({ description: 'Turns an earlier posting round, on a day of an open period.' })
export class LedgerPostingCorrectInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The posting that was wrong, `posting_…`.' })
  id!: string;

  @IsText(500)
  @Field(() => String, { description: 'What was wrong. Published.' })
  narrative!: string;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; today unless told.' })
  postedOn?: LocalDate | null;
}

/** A closing. */
@InputType({
  description: "Closes a budget's accounts up to a day: from then on they are corrected by postings only.",
})
export class LedgerPeriodCloseInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The community budget, `communitybudget_…`.' })
  budgetId!: string;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The last day of the period, such as the last of a month.' })
  until!: LocalDate;
}
