import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
  payloadType,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Decision } from './decision.entity';
import { CouncilPower, DecisionMaker, DecisionPublicity, Delegation, ExemptGround } from './decision.enums';

const LONGEST = 20_000;

/** A councillor's part in a decision, as it is entered. */
@InputType({ description: 'A councillor’s part in a decision.' })
export class DecisionParticipantInput {
  @Field(() => ID, { description: 'Id of the councillor.' })
  @IsIdText()
  councillor!: string;

  @Field(() => Boolean, {
    description:
      'True for a disclosable pecuniary interest: then he or she neither discusses nor votes without a dispensation (Localism Act 2011 s. 31).',
  })
  @IsBoolean()
  hasPecuniaryInterest!: boolean;

  @Field(() => Boolean, { description: 'Took part in the discussion.' })
  @IsBoolean()
  discussed!: boolean;

  @Field(() => Boolean, { description: 'Voted, or decided alone.' })
  @IsBoolean()
  voted!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Had shown a view on the matter before: never a bar (Localism Act 2011 s. 25).',
  })
  @IsOptional()
  @IsBoolean()
  hadShownView?: boolean | null;
}

/** What is entered of a decision. */
@InputType()
export abstract class DecisionFields extends MutationInput {
  @Field(() => LocalDateScalar, { description: 'Day on which it was taken; today or before.' })
  @IsDay()
  takenOn!: LocalDate;

  @Field(() => DecisionMaker, { description: 'Who took it.' })
  @IsIn(Object.keys(DecisionMaker))
  decidedBy!: DecisionMaker;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'For an officer’s: true when the function is the executive’s.',
  })
  @IsOptional()
  @IsBoolean()
  isExecutive?: boolean | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True for a key decision.' })
  @IsOptional()
  @IsBoolean()
  isKeyDecision?: boolean | null;

  @Field(() => Delegation, {
    nullable: true,
    description: 'For an officer’s: how the decision came to him or her.',
  })
  @IsOptional()
  @IsIn(Object.keys(Delegation))
  delegation?: Delegation | null;

  @Field(() => String, { description: 'What was decided, at most 20,000 characters.' })
  @IsText(LONGEST)
  decision!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The reasons, at most 20,000 characters. Asked of executive and delegated decisions (SI 2012/2089, SI 2014/2095).',
  })
  @IsOptional()
  @IsText(LONGEST)
  statementOfReasons?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Options that were considered and rejected, at most 20,000 characters.',
  })
  @IsOptional()
  @IsText(LONGEST)
  alternativesRejected?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to say that no other option was considered.',
  })
  @IsOptional()
  @IsBoolean()
  noAlternatives?: boolean | null;

  @Field(() => CouncilPower, { nullable: true, description: 'The power that it rests on.' })
  @IsOptional()
  @IsIn(Object.keys(CouncilPower))
  power?: CouncilPower | null;

  @Field(() => String, { nullable: true, description: 'The power in words, for OTHER.' })
  @IsOptional()
  @IsText(1000)
  powerDetail?: string | null;

  @Field(() => DecisionPublicity, {
    defaultValue: 'PUBLIC',
    description: 'Whether everybody may read the record.',
  })
  @IsOptional()
  @IsIn(Object.keys(DecisionPublicity))
  publicity?: DecisionPublicity | null;

  @Field(() => ExemptGround, { nullable: true, description: 'Why it is exempt; for exempt ones only.' })
  @IsOptional()
  @IsIn(Object.keys(ExemptGround))
  exemptGround?: ExemptGround | null;

  @Field(() => [DecisionParticipantInput], {
    nullable: true,
    description: 'Councillors who took part, or declared an interest and did not; at most 200.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @Nested(() => DecisionParticipantInput, { each: true })
  participants?: DecisionParticipantInput[] | null;
}

/** What `decisionRecord` takes. */
@InputType({ description: 'A decision to put on record.' })
export class DecisionRecordInput extends DecisionFields {
  @Field(() => ID, { description: 'Code of the council.' })
  @IsIdText()
  council!: string;
}

/** What `decisionCorrect` takes. */
@InputType({ description: 'The corrected record of a decision, whole.' })
export class DecisionCorrectInput extends DecisionFields {
  @Field(() => ID, { description: 'Id of the record to correct.' })
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

  @Field(() => String, {
    description: 'Why it is corrected, at most 2,000 characters. Shown with the record.',
  })
  @IsText(2000)
  why!: string;
}

/** What `decisionRecord` answers. */
export const DecisionRecordPayload = payloadType('DecisionRecordPayload', 'decision', Decision);
/** What `decisionCorrect` answers. */
export const DecisionCorrectPayload = payloadType('DecisionCorrectPayload', 'decision', Decision);
