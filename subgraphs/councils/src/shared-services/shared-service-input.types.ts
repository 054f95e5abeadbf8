import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
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
import { SharedService } from './shared-service.entity';

const VERSION = 'The version that you have seen; a Conflict when somebody else was faster.';
/** Text for the fields of costs, which stand in several inputs. */
const PRESENT = 'What it costs the partners together in a year, in pence.';

/** A council in a shared service, as it is entered. */
@InputType({ description: 'A council in a shared service.' })
export class SharedServicePartnerInput {
  @Field(() => ID, { description: 'Code of the council.' })
  @IsIdText()
  council!: string;

  @Field(() => Int, {
    description: 'Its share of the cost as a whole number beside the others’: 0 to 10,000.',
  })
  @IsInt()
  weight!: number;
}

/** What `sharedServicePropose` takes. */
@InputType({ description: 'A service or senior post that councils mean to share.' })
export class SharedServiceProposeInput extends MutationInput {
  @Field(() => ID, { description: 'Code of the council that is to run it; one of the partners.' })
  @IsIdText()
  lead!: string;

  @Field(() => String, { description: 'What is shared, at most 300 characters.' })
  @IsText(300)
  service!: string;

  @Field(() => [SharedServicePartnerInput], { description: 'The councils, the lead among them; 2 to 50.' })
  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => SharedServicePartnerInput, { each: true })
  partners!: SharedServicePartnerInput[];

  @Field(() => SafeIntScalar, {
    description: 'What the partners together spent on it in the year before, in pence.',
  })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  baselineCostPence!: number;
}

/** What `sharedServiceStart` takes. */
@InputType({ description: 'The start of a shared service.' })
export class SharedServiceStartInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the shared service.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => LocalDateScalar, { description: 'Day on which it started; today or before.' })
  @IsDay()
  startedOn!: LocalDate;

  @Field(() => SafeIntScalar, { description: PRESENT })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  presentCostPence!: number;
}

/** What `sharedServiceUpdateCost` takes. */
@InputType({ description: 'What a shared service costs now.' })
export class SharedServiceUpdateCostInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the shared service.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => SafeIntScalar, { description: PRESENT })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  presentCostPence!: number;

  @Field(() => [SharedServicePartnerInput], {
    nullable: true,
    description: 'All the partners anew, where councils or shares changed; left out to keep them.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => SharedServicePartnerInput, { each: true })
  partners?: SharedServicePartnerInput[] | null;
}

/** What `sharedServiceEnd` takes. */
@InputType({ description: 'The end of a shared service, or of the proposal.' })
export class SharedServiceEndInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the shared service.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => LocalDateScalar, { description: 'Last day; today or before.' })
  @IsDay()
  endedOn!: LocalDate;
}

const payload = (verb: string) => payloadType(`SharedService${verb}Payload`, 'sharedService', SharedService);

/** What `sharedServicePropose` answers. */
export const SharedServiceProposePayload = payload('Propose');
/** What `sharedServiceStart` answers. */
export const SharedServiceStartPayload = payload('Start');
/** What `sharedServiceUpdateCost` answers. */
export const SharedServiceUpdateCostPayload = payload('UpdateCost');
/** What `sharedServiceEnd` answers. */
export const SharedServiceEndPayload = payload('End');
