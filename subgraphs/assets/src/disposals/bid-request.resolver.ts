import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { decideForCouncil, ownSubmission, readConfidential } from '../access';
import { CommunityGroup, shownGroup } from '../groups/group.types';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { BidRequest } from './bid-request.entity';
import { bidRequestLifecycle } from './bid-request.lifecycle';
import { BidRequestViewerCan } from './disposal.types';
import { DisposalNotice } from './disposal-notice.entity';
import { bidRequestById, disposalNoticeById } from './disposal-notice.queries';

/** Requests to be treated as potential bidders, and what is worked out of them. */
@Resolver(() => BidRequest)
export class BidRequestResolver {
  @Query(() => BidRequest, {
    nullable: true,
    description: 'The bid request with an id; null when there is none.',
  })
  bidRequest(
    @Arg('id', () => ID, { description: 'Its id, `bidrequest_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<BidRequest | null> {
    return bidRequestById.load(context, id);
  }

  @FieldResolver(() => DisposalNotice, { nullable: true, description: 'The notice that it answers.' })
  disposalNotice(
    @Root() { noticeId }: BidRequest,
    @Ctx() context: RequestContext,
  ): Promise<DisposalNotice | null> {
    return disposalNoticeById.load(context, noticeId);
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that the group may bid for.' })
  asset(@Root() { assetId }: BidRequest, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that keeps the list.' })
  council(@Root() { gssCode }: BidRequest): Council {
    return { gssCode };
  }

  @FieldResolver(() => CommunityGroup, { description: 'The group that asked.' })
  group(@Root() request: BidRequest, @Ctx() { actor }: RequestContext): CommunityGroup {
    const mayReadAll = readConfidential.allows(actor, request) || ownSubmission.allows(actor, request);
    return shownGroup(request, mayReadAll);
  }

  @FieldResolver(() => BidRequestViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  viewerCan(@Root() request: BidRequest, @Ctx() { actor }: RequestContext): BidRequestViewerCan {
    const open = (action: (typeof bidRequestLifecycle.actions)[number]) =>
      bidRequestLifecycle.permit(action, request.state).ok;
    return {
      check: decideForCouncil.allows(actor, request) && (open('confirm') || open('disqualify')),
      withdraw: ownSubmission.allows(actor, request) && open('withdraw'),
    };
  }
}
