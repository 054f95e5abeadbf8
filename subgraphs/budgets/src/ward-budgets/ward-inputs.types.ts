import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, IsIdText, IsText, MutationInput, SafeIntScalar } from '@coop/shared/graphql';
import { MOST } from '../ledger/ledger-inputs.types';

/** A ward budget. */
@InputType({ description: 'Gives a ward councillor a budget for a financial year.' })
export class WardBudgetOpenInput extends MutationInput {
  @IsText(9)
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;

  @IsText(9)
  @Field(() => ID, { description: 'GSS code of the ward: `E05…`.' })
  ward!: string;

  @IsText(300)
  @Field(() => String, { description: 'The councillor. Published.' })
  councillorName!: string;

  @IsText(150)
  @Field(() => String, { description: "The token issuer's id of the councillor. Not published." })
  councillorAccount!: string;

  @IsInt()
  @Min(2_000)
  @Max(2_200)
  @Field(() => Int, { description: 'The calendar year in which the financial year begins, on 1 April.' })
  beginsIn!: number;

  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, { description: 'The limit for the year in pence, more than 0.' })
  limitPence!: number;
}

/** An award. */
@InputType({ description: "Proposes an award out of the councillor's own budget." })
export class WardAwardProposeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The budget, `wardbudget_…`.' })
  wardBudgetId!: string;

  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  @Field(() => SafeIntScalar, { description: 'The sum in pence, more than 0.' })
  amountPence!: number;

  @IsText(500)
  @Field(() => String, { description: 'What it is for. Published.' })
  purpose!: string;

  @IsText(300)
  @Field(() => String, { description: 'Who is to be paid. Published, unless it is the name of a person.' })
  payeeName!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'Its entry in the directory, `organisation_…`.' })
  payeeOrganisationId?: string | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a person, whose name is then shown to officers and auditors only.',
  })
  payeeIsPerson?: boolean | null;

  @IsBoolean()
  @Field(() => Boolean, {
    description:
      'Whether the councillor has an interest in the payee (Localism Act 2011 s. 31). It is then refused, as it is where the payee has the name of the councillor or is the organisation of the token.',
  })
  hasInterest!: boolean;
}

/** An approval. */
@InputType({ description: 'Approves an award, as an officer who has checked it.' })
export class WardAwardApproveInput extends ChangeInput {}

/** A refusal. */
@InputType({ description: 'Refuses an award.' })
export class WardAwardRefuseInput extends ChangeInput {
  @IsText(5_000)
  @Field(() => String, { description: 'Why. Published.' })
  statementOfReasons!: string;
}

/** Taking back. */
@InputType({ description: 'Takes an award back, or releases it before it is paid.' })
export class WardAwardWithdrawInput extends ChangeInput {}

/** A payment. */
@InputType({ description: 'Records that an award was paid.' })
export class WardAwardPayInput extends ChangeInput {}
