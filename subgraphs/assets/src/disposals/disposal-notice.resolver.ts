import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { londonDate } from '@coop/shared/time';
import { actForGroup, decideForCouncil, ownSubmission, readConfidential } from '../access';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { BidRequest } from './bid-request.entity';
import { DisposalNoticeOrder, DisposalNoticeState } from './disposal.enums';
import {
  DisposalNoticeConnection,
  DisposalNoticeFilter,
  DisposalNoticeViewerCan,
  DisposalOwner,
} from './disposal.types';
import { DisposalNotice } from './disposal-notice.entity';
import { disposalNoticeLifecycle } from './disposal-notice.lifecycle';
import {
  bidRequestsOfNotice,
  disposalNoticeById,
  disposalNoticePage,
  noticeStateNow,
} from './disposal-notice.queries';

const mayReadAll = (notice: DisposalNotice, { actor }: RequestContext): boolean =>
  readConfidential.allows(actor, notice) || ownSubmission.allows(actor, notice);

/** Owners' notices of a wish to dispose of listed land, and what is worked out of them. */
@Resolver(() => DisposalNotice)
export class DisposalNoticeResolver {
  @Query(() => DisposalNotice, {
    nullable: true,
    description: "The owner's notice with an id; null when there is none.",
  })
  disposalNotice(
    @Arg('id', () => ID, { description: 'Its id, `disposal_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<DisposalNotice | null> {
    return disposalNoticeById.load(context, id);
  }

  @ListSize()
  @Query(() => DisposalNoticeConnection, {
    description: "Owners' notices of a wish to dispose of listed land, those that ended included.",
  })
  async disposalNotices(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => DisposalNoticeFilter, { nullable: true, description: 'Which of them.' })
    filter: DisposalNoticeFilter | null,
    @Arg('orderBy', () => DisposalNoticeOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: DisposalNoticeOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await disposalNoticePage(context, args, filter ?? {}, orderBy);
    return toConnection(DisposalNoticeConnection, page);
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that it is about.' })
  asset(@Root() { assetId }: DisposalNotice, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that keeps the list.' })
  council(@Root() { gssCode }: DisposalNotice): Council {
    return { gssCode };
  }

  @FieldResolver(() => DisposalNoticeState, { description: 'Where it stands on the day of the request.' })
  state(@Root() notice: DisposalNotice, @Ctx() context: RequestContext): Promise<DisposalNoticeState> {
    return noticeStateNow(context, notice);
  }

  @FieldResolver(() => DisposalOwner, {
    nullable: true,
    description:
      "The owner. Published where it is an organisation of the directory; a person's name is for officers and auditors of the council and whoever gave the notice, null for others.",
  })
  owner(@Root() notice: DisposalNotice, @Ctx() context: RequestContext): DisposalOwner | null {
    const { ownerName: name, ownerOrganisationId: id } = notice;
    if (id === null && !mayReadAll(notice, context)) return null;
    return { name, organisation: id === null ? null : { id } };
  }

  @FieldResolver(() => [BidRequest], {
    description: 'The requests of groups to be treated as potential bidders, the earliest first.',
  })
  async bidRequests(@Root() { id }: DisposalNotice, @Ctx() context: RequestContext): Promise<BidRequest[]> {
    return (await bidRequestsOfNotice.load(context, id)) ?? [];
  }

  @FieldResolver(() => DisposalNoticeViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  async viewerCan(
    @Root() notice: DisposalNotice,
    @Ctx() context: RequestContext,
  ): Promise<DisposalNoticeViewerCan> {
    const { actor } = context;
    const state = await noticeStateNow(context, notice);
    const open = (action: (typeof disposalNoticeLifecycle.actions)[number]) =>
      disposalNoticeLifecycle.permit(action, state).ok;
    // The day is in the state but for a full moratorium, which outlasts the time for asking.
    const inTime = londonDate(context.now) <= notice.interimMoratoriumEndsOn;
    return {
      withdraw: ownSubmission.allows(actor, notice) && open('withdraw'),
      requestBid: actForGroup.allows(actor, notice) && open('requestBid') && inTime,
      complete: decideForCouncil.allows(actor, notice) && notice.isByCurrentOwner && open('dispose'),
      readConfidential: mayReadAll(notice, context),
    };
  }
}
