import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Money, type RequestContext } from '@coop/shared/graphql';
import { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';
import { voteById, voteProjectById } from './vote.queries';

/** Projects of votes. */
@Resolver(() => VoteProject)
export class VoteProjectResolver {
  @Query(() => VoteProject, {
    nullable: true,
    description: 'The project of a vote with an id; null when there is none.',
  })
  voteProject(
    @Arg('id', () => ID, { description: 'Its id, `voteproject_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<VoteProject | null> {
    return voteProjectById.load(context, id);
  }

  @FieldResolver(() => Vote, { nullable: true, description: 'The vote that it is in.' })
  vote(@Root() { voteId }: VoteProject, @Ctx() context: RequestContext): Promise<Vote | null> {
    return voteById.load(context, voteId);
  }

  @FieldResolver(() => Money, {
    description:
      'What it costs: an estimate until the council has assessed it (nothing when nobody could say), fixed from then on.',
  })
  cost(@Root() { costPence }: VoteProject): Money {
    return Money.of(costPence);
  }
}
