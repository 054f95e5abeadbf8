import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { DisposalNoticeOrder } from './disposal.enums';
import { disposalNoticesOfCouncil } from './disposal-notice.queries';
import { CouncilDisposalNoticeFilter, DisposalNoticeConnection } from './disposal.types';

/** What owners have told a council. */
@Resolver(() => Council)
export class CouncilDisposalsResolver {
  @ListSize()
  @FieldResolver(() => DisposalNoticeConnection, {
    nullable: true,
    description: "Owners' notices to it of a wish to dispose of listed land, those that ended included.",
  })
  async disposalNotices(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilDisposalNoticeFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilDisposalNoticeFilter | null,
    @Arg('orderBy', () => DisposalNoticeOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: DisposalNoticeOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await disposalNoticesOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(DisposalNoticeConnection, page);
  }
}
