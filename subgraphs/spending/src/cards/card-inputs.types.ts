import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
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
import { CardBreachKind, CardBreachOutcome, CardBreachState } from './cards.enums';

const STATEMENT = 10_000;
/** £10,000,000: more than any card is good for. */
const MOST_PENCE = 1_000_000_000;

/** A council's own rules for cards. */
@InputType({
  description:
    "A council's own rules for purchasing cards, from a day on. What held before ends the day before; what has held already is not changed.",
})
export class CardPolicyAdoptInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  fromOn!: LocalDate;

  @IsText(200)
  @Field(() => String, { description: 'Name of the policy, as breaches cite it.' })
  title!: string;

  @IsText(100)
  @Field(() => String, { description: 'Where in it the rules stand.' })
  section!: string;

  @IsOptional()
  @IsText(1000)
  @Field(() => String, { nullable: true, description: 'Where it can be read: a web address.' })
  url?: string | null;

  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'The most for one purchase, in pence.' })
  transactionPence!: number;

  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'The most for a calendar month, in pence.' })
  monthPence!: number;

  @IsInt()
  @Min(0)
  @Max(366)
  @Field(() => Int, { description: 'Within how many days of the purchase the receipt must come.' })
  receiptDays!: number;

  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @Field(() => [String], {
    description: 'Merchant categories, or words in them, that cards must not be used with.',
  })
  blockedCategories!: string[];

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether purchases at weekends are looked into.' })
  noWeekends!: boolean;

  @IsInt()
  @Min(1)
  @Max(31)
  @Field(() => Int, {
    description: 'Purchases from one merchant within so many days are looked at together.',
  })
  splitDays!: number;
}

/** The limits of one card. */
@InputType({
  description: "The limits of one card from a day on, where they differ from the council's policy.",
})
export class CardLimitSetInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the card, `card_…`.' })
  cardId!: string;

  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The first day on which they hold.' })
  fromOn!: LocalDate;

  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'The most for one purchase, in pence.' })
  transactionPence!: number;

  @IsInt()
  @Min(1)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'The most for a calendar month, in pence.' })
  monthPence!: number;
}

/** A run of the checks. */
@InputType({ description: "Has a council's purchases by card checked against its policy." })
export class CardControlsRunInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;
}

/** An explanation of a breach. */
@InputType({ description: "Puts the cardholder's explanation of a breach on record." })
export class CardBreachExplainInput extends ChangeInput {
  @IsText(STATEMENT)
  @Field(() => String, { description: 'What the cardholder says.' })
  explanation!: string;
}

/** A decision on a breach. */
@InputType({ description: 'Decides on a breach, by somebody who did not put its explanation on record.' })
export class CardBreachDecideInput extends ChangeInput {
  @IsIn(Object.keys(CardBreachOutcome))
  @Field(() => CardBreachOutcome, { description: 'What it is decided to be.' })
  outcome!: CardBreachOutcome;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'Why.' })
  statementOfReasons!: string;
}

/** How an upheld breach was made good. */
@InputType({ description: 'Records how an upheld breach was made good.' })
export class CardBreachSettleInput extends ChangeInput {
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, { description: 'What was paid back, in pence; 0 for nothing.' })
  recoveredPence!: number;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'What was done.' })
  statementOfReasons!: string;
}

/** Which breaches to list. */
@InputType({ description: 'Which breaches to list; everything that is said must hold.' })
export class CardBreachFilter {
  @Field(() => CardBreachKind, { nullable: true, description: 'Only of this kind.' })
  kind?: CardBreachKind | null;

  @Field(() => CardBreachState, { nullable: true, description: 'Only in this state.' })
  state?: CardBreachState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False for those that the checks find no more; unless told, those that stand.',
  })
  isCurrent?: boolean | null;
}
