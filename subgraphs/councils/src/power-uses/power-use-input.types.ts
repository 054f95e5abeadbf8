import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import {
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  payloadType,
  SafeIntScalar,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CouncilPower } from '../decisions/decision.enums';
import { PowerUse } from './power-use.entity';

/** What `powerUseRecord` takes. */
@InputType({ description: 'A power as used, to put on record.' })
export class PowerUseRecordInput extends MutationInput {
  @Field(() => ID, { description: 'Code of the council.' })
  @IsIdText()
  council!: string;

  @Field(() => String, { description: 'What it was used for, at most 300 characters.' })
  @IsText(300)
  title!: string;

  @Field(() => CouncilPower, { description: 'The power that was used.' })
  @IsIn(Object.keys(CouncilPower))
  power!: CouncilPower;

  @Field(() => LocalDateScalar, { description: 'Day from which it was used; today or before.' })
  @IsDay()
  usedOn!: LocalDate;

  @Field(() => String, { description: 'What had stood in the way before, at most 20,000 characters.' })
  @IsText(20_000)
  barrierRemoved!: string;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Saving that the council claims for a year, in pence; left out when it claims none.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  savingClaimedPence?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True where it is done for a commercial purpose.',
  })
  @IsOptional()
  @IsBoolean()
  isCommercial?: boolean | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True where it is done through a company.' })
  @IsOptional()
  @IsBoolean()
  throughCompany?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Id of the decision that it rests on.' })
  @IsOptional()
  @IsIdText()
  decision?: string | null;
}

/** What `powerUseRecord` answers. */
export const PowerUseRecordPayload = payloadType('PowerUseRecordPayload', 'powerUse', PowerUse);
