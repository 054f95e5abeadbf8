import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChangeInput,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { FraudCaseOutcome, FraudCaseSource, FraudCaseState, FraudIndicatorKind } from './fraud.enums';

const STATEMENT = 10_000;
/** £100,000,000,000: more than any council pays. */
const MOST_PENCE = 10_000_000_000_000;
/** More people than any council employs. */
const MOST_PEOPLE = 100_000;

/** A run of the indicators. */
@InputType({ description: "Works the fraud indicators out anew over a council's payments." })
export class FraudIndicatorsRunInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;
}

/** Which indicators to list. */
@InputType({ description: 'Which indicators to list; everything that is said must hold.' })
export class FraudIndicatorFilter {
  @Field(() => FraudIndicatorKind, { nullable: true, description: 'Only of this kind.' })
  kind?: FraudIndicatorKind | null;
}

/** Which cases to list. */
@InputType({ description: 'Which cases to list; everything that is said must hold.' })
export class FraudCaseFilter {
  @Field(() => FraudCaseState, { nullable: true, description: 'Only in this state.' })
  state?: FraudCaseState | null;
}

/** A suspicion of fraud. */
@InputType({ description: 'Puts a suspicion of fraud on record. For auditors; nothing of it is published.' })
export class FraudCaseOpenInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;

  @IsText(300)
  @Field(() => String, { description: 'What it is to be called in the register.' })
  title!: string;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'What is suspected, and on what grounds.' })
  allegation!: string;

  @IsIn(Object.keys(FraudCaseSource))
  @Field(() => FraudCaseSource, { description: 'How it came up.' })
  source!: FraudCaseSource;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The supplier that it is about, `supplier_…`, where there is one.',
  })
  supplierId?: string | null;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'What may have been lost, in pence; 0 where that is unknown.' })
  suspectedPence!: number;
}

/** The beginning of an investigation. */
@InputType({ description: 'Begins to look into a case: whoever says so is its investigator.' })
export class FraudCaseInvestigateInput extends ChangeInput {}

/** The end of an investigation. */
@InputType({ description: 'Says what the investigation of a case found.' })
export class FraudCaseConcludeInput extends ChangeInput {
  @IsIn(Object.keys(FraudCaseOutcome))
  @Field(() => FraudCaseOutcome, { description: 'Whether it found fraud.' })
  outcome!: FraudCaseOutcome;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'What was lost, in pence.' })
  provenPence!: number;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'What was found.' })
  findings!: string;
}

/** A case that is handed on. */
@InputType({ description: 'Hands a case to the police or a prosecutor.' })
export class FraudCaseReferInput extends ChangeInput {
  @IsText(300)
  @Field(() => String, { description: 'To whom it was handed.' })
  referredTo!: string;
}

/** The end of a case. */
@InputType({ description: 'Closes a case: never by whoever opened it.' })
export class FraudCaseCloseInput extends ChangeInput {
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'What has come back, in pence.' })
  recoveredPence!: number;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'Why it is closed.' })
  closingReasons!: string;
}

/** The figures of a year. */
@InputType({
  description:
    "Publishes a financial year's figures on work against fraud, or corrects them (Local Government Transparency Code 2015, part 2).",
})
export class FraudFiguresPublishInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The first day of the financial year, a 1 April.' })
  yearFrom!: LocalDate;

  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  @Field(() => Int, {
    description: 'How often powers to require information on housing fraud, or similar ones, were used.',
  })
  powersUsedCount!: number;

  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  @Field(() => Int, { description: 'Employees who investigate and prosecute fraud.' })
  investigatorCount!: number;

  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE * 100)
  @Field(() => Int, { description: 'Their full-time equivalent in hundredths: 150 is one and a half.' })
  investigatorFteHundredths!: number;

  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  @Field(() => Int, { description: 'Professionally accredited counter-fraud specialists.' })
  specialistCount!: number;

  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE * 100)
  @Field(() => Int, { description: 'Their full-time equivalent in hundredths: 150 is one and a half.' })
  specialistFteHundredths!: number;

  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'What was spent on investigation and prosecution, in pence.' })
  spentPence!: number;

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  @Field(() => Int, { description: 'Fraud cases investigated.' })
  caseCount!: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Recommended by the Code, not required: what fraud was detected, in pence.',
  })
  detectedPence?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Recommended by the Code, not required: what was recovered, in pence.',
  })
  recoveredPence?: number | null;
}
