import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Nested } from '@coop/shared/graphql';
import { ListingExclusion, WellbeingFurthered } from './nomination.enums';

const FURTHERS = 'What of the wellbeing or interests of the local community it furthers; empty when nothing.';

/** What an officer found of the present use. */
@ObjectType('PresentUse', { description: 'What an officer found of the use that is made of the land now.' })
@InputType('PresentUseInput', {
  description: 'What an officer found of the use that is made of the land now.',
})
export class PresentUse {
  @IsBoolean()
  @Field(() => Boolean, {
    description: 'True when it only serves another, main use: a car park of an office, a staff canteen.',
  })
  isAncillary!: boolean;

  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(Object.keys(WellbeingFurthered), { each: true })
  @Field(() => [WellbeingFurthered], { description: FURTHERS })
  furthers!: WellbeingFurthered[];

  @IsBoolean()
  @Field(() => Boolean, {
    description: 'Whether it is realistic to think that such a use, the same or another, can continue.',
  })
  canContinue!: boolean;
}

/** What an officer found of a past use. */
@ObjectType('PastUse', {
  description: 'What an officer found of a use that was made of the land and has ended.',
})
@InputType('PastUseInput', {
  description: 'What an officer found of a use that was made of the land and has ended.',
})
export class PastUse {
  @IsBoolean()
  @Field(() => Boolean, { description: 'True when it only served another, main use.' })
  isAncillary!: boolean;

  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(Object.keys(WellbeingFurthered), { each: true })
  @Field(() => [WellbeingFurthered], { description: FURTHERS })
  furthers!: WellbeingFurthered[];

  @IsBoolean()
  @Field(() => Boolean, {
    description:
      'Whether it lies in the recent past: a matter of judgement, the statute gives no number of years.',
  })
  isRecent!: boolean;

  @IsBoolean()
  @Field(() => Boolean, {
    description: 'Whether it is realistic to think that such a use could return within the next five years.',
  })
  canReturn!: boolean;
}

/** What an officer found of nominated land. */
@ObjectType('NominationFindings', {
  description:
    'What an officer found of nominated land: the test of Localism Act 2011 s. 88, point by point.',
})
@InputType('NominationFindingsInput', {
  description:
    'What an officer found of nominated land: the test of Localism Act 2011 s. 88, point by point.',
})
export class NominationFindings {
  @IsBoolean()
  @Field(() => Boolean, { description: "Whether the land is in the council's area." })
  isInArea!: boolean;

  @IsOptional()
  @IsIn(Object.keys(ListingExclusion))
  @Field(() => ListingExclusion, {
    nullable: true,
    description: 'What keeps it off the list whatever its use; null when nothing does.',
  })
  exclusion?: ListingExclusion | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'For a residence: whether it is one in part only and could be listed but for that; false unless told.',
  })
  isPartlyResidentialOnly?: boolean | null;

  @IsOptional()
  @IsObject()
  @Nested(() => PresentUse)
  @Field(() => PresentUse, {
    nullable: true,
    description: 'The use made of it now; null when there is none.',
  })
  presentUse?: PresentUse | null;

  @IsOptional()
  @IsObject()
  @Nested(() => PastUse)
  @Field(() => PastUse, {
    nullable: true,
    description: 'A use that was made of it and has ended; null when there is none.',
  })
  pastUse?: PastUse | null;
}

/** Findings with what was left out said, as the rules and the record want them. */
export function completeFindings(findings: NominationFindings) {
  return {
    isInArea: findings.isInArea,
    exclusion: findings.exclusion ?? null,
    isPartlyResidentialOnly: findings.isPartlyResidentialOnly ?? false,
    presentUse: findings.presentUse ?? null,
    pastUse: findings.pastUse ?? null,
  };
}
