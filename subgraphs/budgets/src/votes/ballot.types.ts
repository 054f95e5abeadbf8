import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, payloadType, ProblemType, WHY_REFUSED } from '@coop/shared/graphql';
import { BallotStanding, PaperBallotState } from './vote.enums';
import { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';

/** A project on a published ballot. */
@ObjectType({ description: 'A project on a published ballot.' })
export class PublishedChoice {
  @Field(() => Int, { description: 'The number of the project on the ballot paper.' })
  number!: number;

  @Field(() => Int, { nullable: true, description: 'Points given to it; null where ballots give no points.' })
  points!: number | null;

  @Field(() => VoteProject, { nullable: true, description: 'The project.' })
  project!: VoteProject | null;
}

/** A ballot as it is published. */
@ObjectType({
  description:
    'A ballot as it is published after the tally: what it says, under a random id. Nothing leads from it to a voter or a receipt.',
})
export class PublishedBallot {
  @Field(() => ID, { description: 'A random id; ballots are listed in its order.' })
  id!: string;

  @Field(() => [PublishedChoice], {
    description: 'What it says; the best first where ballots rank projects.',
  })
  choices!: PublishedChoice[];
}

/** A page of published ballots. */
export const PublishedBallotConnection = connectionType(
  PublishedBallot,
  'PublishedBallot',
  'published ballots',
);

/** The mark of a ballot that was counted. */
@ObjectType({
  description:
    'The mark of a ballot that was counted: the SHA-256 of its receipt. A voter finds the mark of their own receipt among them; it does not lead to what the ballot says.',
})
export class BallotMark {
  @Field(() => ID, { description: 'The SHA-256 of the receipt, 64 hexadecimal digits.' })
  id!: string;
}

/** A page of marks. */
export const BallotMarkConnection = connectionType(BallotMark, 'BallotMark', 'marks of counted ballots');

/** What became of the ballot of a receipt. */
@ObjectType({
  description:
    'What became of the ballot of a receipt; never what it says, so that nobody can be made to show it.',
})
export class BallotCheck {
  @Field(() => BallotStanding, { description: 'Whether it lies in the box, was withdrawn, or was counted.' })
  standing!: BallotStanding;

  @Field(() => Boolean, { description: 'True once voting has closed and the ballot was counted.' })
  counted!: boolean;

  @Field(() => String, {
    description: 'The same in a sentence, with the instant until which it can be changed.',
  })
  message!: string;

  @Field(() => Vote, { nullable: true, description: 'The vote that it was cast in.' })
  vote!: Vote | null;
}

/** What `ballotCast` answers. */
@ObjectType({ description: 'What `ballotCast` answers.' })
export class BallotCastPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Keep it, and keep it to yourself: it changes or withdraws the ballot until the close and shows that it was counted. It is kept nowhere and shown once; null when there are problems.',
  })
  receipt!: string | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: ProblemType[];
}

/** What is answered when a ballot was made to say something else, or nothing. */
@ObjectType()
abstract class BallotRewritePayload {
  @Field(() => Vote, { nullable: true, description: 'The vote that it is in; null when there are problems.' })
  vote!: Vote | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: ProblemType[];
}

/** What `ballotChange` answers. */
@ObjectType({ description: 'What `ballotChange` answers.' })
export class BallotChangePayload extends BallotRewritePayload {}

/** What `ballotWithdraw` answers. */
@ObjectType({ description: 'What `ballotWithdraw` answers.' })
export class BallotWithdrawPayload extends BallotRewritePayload {}

/** A voting code for a letter. */
@ObjectType({ description: 'A voting code for the letter of one voter. Shown once.' })
export class IssuedVotingCode {
  @Field(() => String, { description: 'The voter, as they stand on the roll.' })
  voter!: string;

  @Field(() => String, { description: 'The code, to be printed in the letter and kept nowhere else.' })
  code!: string;
}

/** What `voteCodesIssue` answers. */
@ObjectType({ description: 'Voting codes, shown once, or why there are none.' })
export class VoteCodesIssuePayload {
  @Field(() => [IssuedVotingCode], {
    nullable: true,
    description: 'The codes; empty when every voter has one, null when there are problems.',
  })
  codes!: IssuedVotingCode[] | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: ProblemType[];
}

/** What `voteCodeReplace` answers. */
@ObjectType({ description: 'The code in place of a lost one, shown once, or why there is none.' })
export class VoteCodeReplacePayload extends VoteCodesIssuePayload {}

/** What `ballotPaperEnter` answers. */
@ObjectType({ description: 'What `ballotPaperEnter` answers.' })
export class BallotPaperEnterPayload {
  @Field(() => PaperBallotState, {
    nullable: true,
    description: 'How far the paper has come; null when there are problems.',
  })
  state!: PaperBallotState | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: ProblemType[];
}

/** What `voteRollAdd` answers. */
export const VoteRollAddPayload = payloadType('VoteRollAddPayload', 'vote', Vote);
/** What `ballotPaperVoterMark` answers. */
export const BallotPaperVoterMarkPayload = payloadType('BallotPaperVoterMarkPayload', 'vote', Vote);
/** What `ballotPaperDiscard` answers. */
export const BallotPaperDiscardPayload = payloadType('BallotPaperDiscardPayload', 'vote', Vote);
