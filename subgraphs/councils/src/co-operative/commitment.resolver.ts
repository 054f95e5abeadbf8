import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { Council } from '../areas/council.entity';
import { CoOperativeCommitment } from './commitment.entity';
import { commitmentOfCouncil } from './commitment.queries';

/** What a council committed itself to. */
@Resolver(() => Council)
export class CommitmentResolver {
  @FieldResolver(() => CoOperativeCommitment, {
    nullable: true,
    description: 'Its standing commitment to work co-operatively; null where there is none.',
  })
  coOperative(
    @Root() council: Council,
    @Ctx() context: RequestContext,
  ): Promise<CoOperativeCommitment | null> {
    return commitmentOfCouncil.load(context, council.gssCode);
  }
}
