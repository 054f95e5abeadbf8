import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsDay, IsIdText, IsText, LocalDateScalar, MutationInput, Nested } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';

/** A resident who is to stand on the roll. */
@InputType({ description: 'A resident who is to stand on the roll of a vote.' })
export class VoteRollVoterInput {
  @IsText(100)
  @Field(() => String, {
    description:
      "What tells the voter from all others: a number on a register, or the subject of the resident's token. Case, outer blanks, full-width forms and invisible characters tell nobody from others. Never published.",
  })
  voter!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'GSS code of the ward where they live. Looked at and not kept.',
  })
  wardGssCode?: string | null;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Their birthday. Looked at where the vote has a lowest age, and not kept.',
  })
  bornOn?: LocalDate | null;
}

/** Residents who are to stand on the roll. */
@InputType({ description: 'Residents who are to stand on the roll of a vote; those on it already stay.' })
export class VoteRollAddInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Nested(() => VoteRollVoterInput, { each: true })
  @Field(() => [VoteRollVoterInput], { description: 'The residents, at most 500 at once.' })
  voters!: VoteRollVoterInput[];
}

/** Asks for voting codes. */
@InputType({
  description:
    'Asks for voting codes for voters who have none, to be printed in their letters. Codes are shown once: only their hashes are kept.',
})
export class VoteCodesIssueInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  @Field(() => Int, {
    nullable: true,
    description: 'For how many voters at most: 1 to 500, 500 unless told.',
  })
  most?: number | null;
}

/** Names a voter on the roll. */
@InputType()
export abstract class VoterInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsText(100)
  @Field(() => String, { description: 'The voter, as they stand on the roll.' })
  voter!: string;
}

/** Asks for a new code. */
@InputType({ description: 'Asks for a new voting code for somebody who lost theirs and has not voted.' })
export class VoteCodeReplaceInput extends VoterInput {}

/** Says that a voter has voted on paper. */
@InputType({
  description:
    'Notes that a voter has voted on paper, when the outer envelope is opened and before the paper is looked at.',
})
export class BallotPaperVoterMarkInput extends VoterInput {}
