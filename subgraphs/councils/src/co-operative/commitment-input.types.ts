import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IsDay, IsIdText, IsText, LocalDateScalar, MutationInput, payloadType } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Council } from '../areas/council.entity';
import { Governance } from '../areas/council.enums';
import { CoOperativeApproach, CommitmentMaker } from './co-operative.enums';
import { CoOperativeCommitment } from './commitment.entity';

/** What the viewer may do with a commitment. */
@ObjectType({ description: 'What the viewer may do with a commitment now.' })
export class CommitmentViewerCan {
  @Field(() => Boolean, { description: 'End it: `coOperativeCommitmentEnd`.' })
  end!: boolean;
}

/** What `coOperativeCommitmentMake` takes. */
@InputType({ description: 'A commitment to work co-operatively.' })
export class CoOperativeCommitmentMakeInput extends MutationInput {
  @Field(() => ID, { description: 'Code of the council.' })
  @IsIdText()
  council!: string;

  @Field(() => CommitmentMaker, { description: 'Who made it.' })
  @IsIn(Object.keys(CommitmentMaker))
  madeBy!: CommitmentMaker;

  @Field(() => String, { nullable: true, description: 'Name of the group, where a group made it.' })
  @IsOptional()
  @IsText(200)
  group?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which it was made, today or before; left out where it is not known.',
  })
  @IsOptional()
  @IsDay()
  since?: LocalDate | null;

  @Field(() => [CoOperativeApproach], { description: 'In which ways, one at least.' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(Object.keys(CoOperativeApproach), { each: true })
  approaches!: CoOperativeApproach[];
}

/** What `coOperativeCommitmentEnd` takes. */
@InputType({ description: 'The end of a co-operative commitment.' })
export class CoOperativeCommitmentEndInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the commitment.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen; a Conflict when somebody else was faster.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => LocalDateScalar, { description: 'Last day; today or before.' })
  @IsDay()
  endedOn!: LocalDate;
}

/** What `councilGovernanceChange` takes. */
@InputType({ description: 'A council’s resolution to change how it is governed.' })
export class CouncilGovernanceChangeInput extends MutationInput {
  @Field(() => ID, { description: 'Code of the council.' })
  @IsIdText()
  council!: string;

  @Field(() => Governance, { description: 'How it is to be governed.' })
  @IsIn(Object.keys(Governance))
  wanted!: Governance;

  @Field(() => LocalDateScalar, { description: 'Day of the resolution; today or before.' })
  @IsDay()
  resolvedOn!: LocalDate;

  @Field(() => Boolean, { description: 'True where the people approved in a referendum.' })
  @IsBoolean()
  approvedByReferendum!: boolean;
}

/** What `coOperativeCommitmentMake` answers. */
export const CoOperativeCommitmentMakePayload = payloadType(
  'CoOperativeCommitmentMakePayload',
  'commitment',
  CoOperativeCommitment,
);
/** What `coOperativeCommitmentEnd` answers. */
export const CoOperativeCommitmentEndPayload = payloadType(
  'CoOperativeCommitmentEndPayload',
  'commitment',
  CoOperativeCommitment,
);
/** What `councilGovernanceChange` answers. */
export const CouncilGovernanceChangePayload = payloadType(
  'CouncilGovernanceChangePayload',
  'council',
  Council,
);
