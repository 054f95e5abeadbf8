import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { arePublished, checkReceipt, marksOf, publishedPage } from './ballot.queries';
import { BallotCheck, BallotMarkConnection, PublishedBallotConnection } from './ballot.types';
import { Vote } from './vote.entity';

/** What is published of the ballots of a vote, so that anybody can recount and every voter can check. */
@Resolver(() => Vote)
export class BallotResolver {
  @Query(() => BallotCheck, {
    nullable: true,
    description:
      'What became of the ballot of a receipt: whether it lies in the box, was withdrawn, or was counted. Never what it says. Null when no ballot has this receipt. For anybody who has it.',
  })
  async ballotCheck(
    @Arg('receipt', () => String, { description: 'The receipt, with or without dashes.' }) receipt: string,
    @Ctx() context: RequestContext,
  ): Promise<BallotCheck | null> {
    const found = await checkReceipt(context, receipt);
    if (!found) return null;
    return { ...found, counted: found.standing === 'COUNTED' };
  }

  @ListSize()
  @FieldResolver(() => PublishedBallotConnection, {
    nullable: true,
    description:
      'The ballots that were counted, each under a random id and in the order of those ids, so that anybody can recount. Null before the tally, and when there are so few that a neighbour might tell whose is whose.',
  })
  async ballots(
    @Root() vote: Vote,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    if (!arePublished(vote)) return null;
    return toConnection(PublishedBallotConnection, await publishedPage(context, vote, args));
  }

  @ListSize()
  @FieldResolver(() => BallotMarkConnection, {
    nullable: true,
    description:
      'The marks of the ballots that were counted, in their own order: as many as there are ballots. The SHA-256 of `receipt`, a line feed and the 32 letters and digits of a receipt without dashes is its mark. Null before the tally.',
  })
  async marks(
    @Root() vote: Vote,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    if (vote.talliedAt === null) return null;
    return toConnection(BallotMarkConnection, await marksOf(context, vote, args));
  }
}
