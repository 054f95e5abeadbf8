import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { decideForCouncil, ownSubmission, readConfidential } from '../access';
import { CommunityGroup, shownGroup } from '../groups/group.types';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { Listing } from './listing.entity';
import { listingOfNomination } from './listing.queries';
import { NominationOrder } from './nomination.enums';
import { Nomination } from './nomination.entity';
import { nominationLifecycle } from './nomination.lifecycle';
import { isOverdueNow, nominationById, nominationPage } from './nomination.queries';
import { NominationConnection, NominationFilter, NominationViewerCan } from './nomination.types';

const mayReadAll = (nomination: Nomination, { actor }: RequestContext): boolean =>
  readConfidential.allows(actor, nomination) || ownSubmission.allows(actor, nomination);

/** Nominations, and what is worked out of them. */
@Resolver(() => Nomination)
export class NominationResolver {
  @Query(() => Nomination, {
    nullable: true,
    description: 'The nomination with an id; null when there is none.',
  })
  nomination(
    @Arg('id', () => ID, { description: 'Its id, `nomination_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Nomination | null> {
    return nominationById.load(context, id);
  }

  @ListSize()
  @Query(() => NominationConnection, {
    description: 'Nominations of land for the lists of assets of community value, whatever came of them.',
  })
  async nominations(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => NominationFilter, { nullable: true, description: 'Which of them.' })
    filter: NominationFilter | null,
    @Arg('orderBy', () => NominationOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: NominationOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(NominationConnection, await nominationPage(context, args, filter ?? {}, orderBy));
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that was nominated.' })
  asset(@Root() { assetId }: Nomination, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that decides.' })
  council(@Root() { gssCode }: Nomination): Council {
    return { gssCode };
  }

  @FieldResolver(() => CommunityGroup, { description: 'Who nominated it.' })
  nominator(@Root() nomination: Nomination, @Ctx() context: RequestContext): CommunityGroup {
    return shownGroup(nomination, mayReadAll(nomination, context));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the nominator knows of owners and occupiers. Personal data: officers and auditors of the council and whoever handed the nomination in can read it; null for others.',
  })
  ownersAndOccupiers(@Root() nomination: Nomination, @Ctx() context: RequestContext): string | null {
    return mayReadAll(nomination, context) ? nomination.ownersAndOccupiers : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'True while it waits for its decision after the last day for it, on the day of the request.',
  })
  isOverdue(@Root() nomination: Nomination, @Ctx() context: RequestContext): boolean {
    return isOverdueNow(nomination, context);
  }

  @FieldResolver(() => Listing, {
    nullable: true,
    description: 'The entry on the list that it led to; null unless it was accepted.',
  })
  listing(@Root() nomination: Nomination, @Ctx() context: RequestContext): Promise<Listing | null> | null {
    return nomination.state === 'ACCEPTED' ? listingOfNomination.load(context, nomination.id) : null;
  }

  @FieldResolver(() => NominationViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  viewerCan(@Root() nomination: Nomination, @Ctx() context: RequestContext): NominationViewerCan {
    const open = (action: (typeof nominationLifecycle.actions)[number]) =>
      nominationLifecycle.permit(action, nomination.state).ok;
    const decides = decideForCouncil.allows(context.actor, nomination);
    return {
      decide: decides && open('decide'),
      return: decides && open('return'),
      withdraw: ownSubmission.allows(context.actor, nomination) && open('withdraw'),
      readConfidential: mayReadAll(nomination, context),
    };
  }
}
