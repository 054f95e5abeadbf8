import { IsIn, IsObject, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import {
  ChangeInput,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CommunityGroupInput } from '../groups/group.types';
import { NominationFindings } from './findings.types';
import { NominationOutcome } from './nomination.enums';

/** The most that any statement may hold, in UTF-16 units. */
const STATEMENT = 10_000;

/** A community nomination. */
@InputType({ description: 'A community nomination (Localism Act 2011 s. 89; SI 2012/2421 reg. 6).' })
export class AssetNominateInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the asset, `asset_…`.' })
  assetId!: string;

  @IsObject()
  @Nested(() => CommunityGroupInput)
  @Field(() => CommunityGroupInput, { description: 'Who nominates it.' })
  nominator!: CommunityGroupInput;

  @IsText(STATEMENT)
  @Field(() => String, {
    description: 'The land with its proposed boundaries. Published: name no person in it.',
  })
  landDescription!: string;

  @IsText(STATEMENT)
  @Field(() => String, {
    description:
      'Why the council should conclude that the land is of community value. Published: name no person in it.',
  })
  statementOfReasons!: string;

  @IsOptional()
  @IsText(STATEMENT)
  @Field(() => String, {
    nullable: true,
    description: 'What the nominator knows of owners and occupiers (reg. 6(b)). Not published.',
  })
  ownersAndOccupiers?: string | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'For an officer who records a nomination on paper: the day on which the council received it. Today unless told.',
  })
  receivedOn?: LocalDate | null;
}

/** Returning a nomination. */
@InputType({ description: 'Returns a nomination as no community nomination.' })
export class NominationReturnInput extends ChangeInput {
  @IsText(STATEMENT)
  @Field(() => String, {
    description: 'Why it is none: the nominator or the form does not qualify. Published.',
  })
  statementOfReasons!: string;
}

/** Taking a nomination back. */
@InputType({ description: 'Takes a nomination back.' })
export class NominationWithdrawInput extends ChangeInput {}

/** A decision on a nomination. */
@InputType({ description: 'A decision on a nomination (Localism Act 2011 s. 90).' })
export class NominationDecideInput extends ChangeInput {
  @IsIn(Object.keys(NominationOutcome))
  @Field(() => NominationOutcome, {
    description: 'The outcome; it must follow from the findings, there is no discretion (s. 90(3)).',
  })
  outcome!: NominationOutcome;

  @IsObject()
  @Nested(() => NominationFindings)
  @Field(() => NominationFindings, { description: 'What was found of the land. Published.' })
  findings!: NominationFindings;

  @IsOptional()
  @IsText(STATEMENT)
  @Field(() => String, {
    nullable: true,
    description: 'The reasons, which the nominator is given in writing; needed when unsuccessful. Published.',
  })
  statementOfReasons?: string | null;
}
