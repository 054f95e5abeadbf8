import { IsIn, IsInt, IsNumber, IsObject, IsOptional, Max, Min } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import {
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
  payloadType,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Asset } from './asset.entity';
import {
  HoldingPurpose,
  HoldingType,
  RetirementReason,
  StewardResponsibility,
  Tenure,
  TenureDetail,
} from './asset.enums';

/** No building and no land of a council is larger, in square metres. */
const LARGEST = 1e11;
const PLAIN_NUMBER = { allowNaN: false, allowInfinity: false };

/** Where an asset is, by one of the two systems. */
@InputType({ description: 'Where an asset is: either easting and northing, or latitude and longitude.' })
export class AssetLocationInput {
  @IsOptional()
  @IsNumber(PLAIN_NUMBER)
  @Field(() => Float, { nullable: true, description: 'Metres east on the British National Grid.' })
  easting?: number | null;

  @IsOptional()
  @IsNumber(PLAIN_NUMBER)
  @Field(() => Float, { nullable: true, description: 'Metres north on the British National Grid.' })
  northing?: number | null;

  @IsOptional()
  @IsNumber(PLAIN_NUMBER)
  @Field(() => Float, { nullable: true, description: 'Degrees north (WGS84).' })
  latitude?: number | null;

  @IsOptional()
  @IsNumber(PLAIN_NUMBER)
  @Field(() => Float, { nullable: true, description: 'Degrees east, negative west of Greenwich (WGS84).' })
  longitude?: number | null;
}

/** What may be said of an asset besides its name. */
@InputType()
export abstract class AssetDetailsInput extends MutationInput {
  @IsOptional()
  @IsText(100)
  @Field(() => String, {
    nullable: true,
    description: "The council's own reference; no other asset of the council may have it, whatever its case.",
  })
  reference?: string | null;

  @IsOptional()
  @IsText(40)
  @Field(() => String, { nullable: true, description: 'Unique property reference number, 1 to 12 digits.' })
  uprn?: string | null;

  @IsOptional()
  @IsText(100)
  @Field(() => String, { nullable: true, description: 'Number or name of the building in its street.' })
  streetNumber?: string | null;

  @IsOptional()
  @IsText(300)
  @Field(() => String, { nullable: true, description: 'The street, or where the land lies.' })
  streetName?: string | null;

  @IsOptional()
  @IsText(100)
  @Field(() => String, { nullable: true, description: 'The post town, or the locality.' })
  postTown?: string | null;

  @IsOptional()
  @IsText(20)
  @Field(() => String, { nullable: true, description: 'The postcode, or its outward half.' })
  postcode?: string | null;

  @IsOptional()
  @IsIn(Object.keys(Tenure))
  @Field(() => Tenure, { nullable: true, description: 'How the council holds it; UNKNOWN unless told.' })
  tenure?: Tenure | null;

  @IsOptional()
  @IsIn(Object.keys(TenureDetail))
  @Field(() => TenureDetail, { nullable: true, description: 'Who has the use of it; UNKNOWN unless told.' })
  tenureDetail?: TenureDetail | null;

  @IsOptional()
  @IsText(1000)
  @Field(() => String, { nullable: true, description: 'More about tenure or use, in words.' })
  tenureNote?: string | null;

  @IsOptional()
  @IsIn(Object.keys(HoldingType))
  @Field(() => HoldingType, { nullable: true, description: 'What is held; UNKNOWN unless told.' })
  holdingType?: HoldingType | null;

  @IsOptional()
  @IsIn(Object.keys(HoldingPurpose))
  @Field(() => HoldingPurpose, {
    nullable: true,
    description: 'What the council holds it for; UNKNOWN unless told.',
  })
  holdingPurpose?: HoldingPurpose | null;

  @IsOptional()
  @IsNumber(PLAIN_NUMBER)
  @Min(0)
  @Max(LARGEST)
  @Field(() => Float, {
    nullable: true,
    description: 'Gross internal area of the building, in square metres.',
  })
  buildingSizeSquareMetres?: number | null;

  @IsOptional()
  @IsNumber(PLAIN_NUMBER)
  @Min(0)
  @Max(LARGEST)
  @Field(() => Float, { nullable: true, description: 'Area of the land, in square metres.' })
  landAreaSquareMetres?: number | null;

  @IsOptional()
  @IsText(1000)
  @Field(() => String, { nullable: true, description: 'Why nobody occupies it.' })
  whyUnoccupied?: string | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day as of which the entry is true.' })
  effectiveOn?: LocalDate | null;

  @IsOptional()
  @IsObject()
  @Nested(() => AssetLocationInput)
  @Field(() => AssetLocationInput, { nullable: true, description: 'Where it is.' })
  location?: AssetLocationInput | null;

  @IsOptional()
  @IsText(9)
  @Field(() => ID, { nullable: true, description: 'GSS code of the ward that it lies in.' })
  wardGssCode?: string | null;
}

/** A new entry of the register. */
@InputType({ description: 'A new entry of the register.' })
export class AssetRegisterInput extends AssetDetailsInput {
  @IsText(9)
  @Field(() => ID, { description: 'GSS code of the council that holds it.' })
  gssCode!: string;

  @IsText(300)
  @Field(() => String, { description: 'What it is called, or what it is.' })
  name!: string;
}

/** An entry of the register and the version of it that the caller has seen. */
@InputType()
export abstract class OfAssetInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The asset.' })
  assetId!: string;

  @IsOptional()
  @IsInt()
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'The version that you have read: a `Conflict` when somebody has changed it since.',
  })
  expectedVersion?: number | null;
}

/** What is to be said of an asset from now on. */
@InputType({
  description: 'What is to be said of an asset: what is left out stays, what is null becomes unknown.',
})
export class AssetUpdateInput extends AssetDetailsInput {
  @IsIdText()
  @Field(() => ID, { description: 'The asset.' })
  assetId!: string;

  @IsInt()
  @Field(() => SafeIntScalar, {
    description: 'The version that you have read: a `Conflict` when somebody has changed it since.',
  })
  expectedVersion!: number;

  @IsOptional()
  @IsText(300)
  @Field(() => String, { nullable: true, description: 'What it is called; cannot become unknown.' })
  name?: string | null;
}

/** That an asset is no longer held. */
@InputType({ description: 'That an asset is no longer held, and why.' })
export class AssetRetireInput extends OfAssetInput {
  @IsIn(Object.keys(RetirementReason))
  @Field(() => RetirementReason, { description: 'Why it leaves the register.' })
  reason!: RetirementReason;

  @IsOptional()
  @IsText(2000)
  @Field(() => String, { nullable: true, description: 'Why, in words; needed for `OTHER`. Published.' })
  statementOfReasons?: string | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day from which it is no longer held; today unless told.',
  })
  on?: LocalDate | null;
}

/** That an asset is held after all. */
@InputType({ description: 'That an asset is held after all, or again: it goes back on the register.' })
export class AssetRestoreInput extends OfAssetInput {}

/** Who has the care of an asset. */
@InputType({ description: 'Who has the care of an asset from now on. Published.' })
export class AssetStewardRecordInput extends OfAssetInput {
  @IsText(300)
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, { nullable: true, description: 'Its id in the directory, `organisation_…`.' })
  organisationId?: string | null;

  @IsIn(Object.keys(StewardResponsibility))
  @Field(() => StewardResponsibility, { description: 'What it has taken on.' })
  responsibility!: StewardResponsibility;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day of its lease or licence; left out where that runs on.',
  })
  leaseUntil?: LocalDate | null;

  @IsOptional()
  @IsInt()
  @Max(Number.MAX_SAFE_INTEGER)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Rent for a year in pence; 0 for a peppercorn.',
  })
  rentPence?: number | null;
}

/** That the council has the care of an asset again. */
@InputType({ description: 'That the council itself has the care of an asset again.' })
export class AssetStewardEndInput extends OfAssetInput {}

export const AssetRegisterPayload = payloadType('AssetRegisterPayload', 'asset', Asset);
export const AssetUpdatePayload = payloadType('AssetUpdatePayload', 'asset', Asset);
export const AssetRetirePayload = payloadType('AssetRetirePayload', 'asset', Asset);
export const AssetRestorePayload = payloadType('AssetRestorePayload', 'asset', Asset);
export const AssetStewardRecordPayload = payloadType('AssetStewardRecordPayload', 'asset', Asset);
export const AssetStewardEndPayload = payloadType('AssetStewardEndPayload', 'asset', Asset);
