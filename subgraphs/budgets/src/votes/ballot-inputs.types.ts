import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsIdText, IsText, MutationInput, Nested } from '@coop/shared/graphql';

/** A project on a ballot. */
@InputType({ description: 'A project on a ballot.' })
export class BallotChoiceInput {
  @IsIdText()
  @Field(() => ID, { description: 'The project, `voteproject_…`.' })
  projectId!: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  @Field(() => Int, {
    nullable: true,
    description: 'Points for it, on a cumulative ballot; left out on others.',
  })
  points?: number | null;
}

/** What a ballot says. */
@InputType()
export abstract class BallotChoicesInput extends MutationInput {
  @IsArray()
  @ArrayMaxSize(500)
  @Nested(() => BallotChoiceInput, { each: true })
  @Field(() => [BallotChoiceInput], {
    description: 'The projects, the best first where ballots rank them. Kept apart from who you are.',
  })
  choices!: BallotChoiceInput[];
}

/** A ballot. */
@InputType({
  description:
    'A ballot in a vote, by the voting code of a letter or by the token of somebody on the roll. An idempotency key must be a random UUID or as hard to guess.',
})
export class BallotCastInput extends BallotChoicesInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsOptional()
  @IsText(100)
  @Field(() => String, {
    nullable: true,
    description:
      'The voting code of your letter, with or without dashes. Left out by somebody whose token stands on the roll.',
  })
  votingCode?: string | null;
}

/** A ballot that is to say something else. */
@InputType({ description: 'Makes a ballot say something else, until the close.' })
export class BallotChangeInput extends BallotChoicesInput {
  @IsText(100)
  @Field(() => String, { description: 'The receipt that you got when you cast it.' })
  receipt!: string;
}

/** A ballot that is not to count. */
@InputType({
  description:
    'Withdraws a ballot: it does not count, unless it is changed before the close to say something again.',
})
export class BallotWithdrawInput extends MutationInput {
  @IsText(100)
  @Field(() => String, { description: 'The receipt that you got when you cast it.' })
  receipt!: string;
}

/** What somebody read on a paper ballot. */
@InputType({ description: 'What one of two people reads on a paper ballot.' })
export class BallotPaperEnterInput extends BallotChoicesInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsText(40)
  @Field(() => String, {
    description:
      'The number written on the paper when its envelope was opened; nothing that names the voter.',
  })
  number!: string;
}

/** A paper that is not to be entered. */
@InputType({ description: 'Discards a paper ballot that one officer has entered and nobody else can.' })
export class BallotPaperDiscardInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The vote, `vote_…`.' })
  voteId!: string;

  @IsText(40)
  @Field(() => String, { description: 'The number under which it was entered.' })
  number!: string;

  @IsText(500)
  @Field(() => String, {
    description: 'Why: a mistyped number, a spoilt paper. Kept in the audit trail; not what the paper says.',
  })
  statementOfReasons!: string;
}
