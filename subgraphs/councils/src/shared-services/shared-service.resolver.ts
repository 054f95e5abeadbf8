import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Money, toConnection, type RequestContext } from '@coop/shared/graphql';
import { keepCivicRecord } from '../access';
import { councilByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { SharedService, SharedServicePartner } from './shared-service.entity';
import { SharedServiceState } from './shared-service.enums';
import { SHARED_SERVICE_LIFECYCLE } from './shared-service.lifecycle';
import {
  annualSavingOf,
  partnersOf,
  sharedServiceById,
  sharedServicePage,
  sharedServicesOfCouncil,
  withShares,
  type PartnerWithShare,
} from './shared-service.queries';
import { SharedServiceConnection, SharedServiceFilter, SharedServiceViewerCan } from './shared-service.types';

/** Shared services and senior posts. */
@Resolver(() => SharedService)
export class SharedServiceResolver {
  @Query(() => SharedService, {
    nullable: true,
    description: 'The shared service with an id; null for none.',
  })
  sharedService(
    @Arg('id', () => ID, { description: 'Id of the shared service.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<SharedService | null> {
    return sharedServiceById.load(context, id);
  }

  @ListSize()
  @Query(() => SharedServiceConnection, {
    description: 'Services and senior posts that councils share, by name.',
  })
  async sharedServices(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => SharedServiceFilter, { nullable: true, description: 'Which of them.' })
    filter: SharedServiceFilter | null,
    @Ctx() { database }: RequestContext,
  ) {
    return toConnection(
      SharedServiceConnection,
      await sharedServicePage(database.reader, args, filter ?? {}),
    );
  }

  @FieldResolver(() => Council, { description: 'The council that runs it.' })
  lead(@Root() { councilGssCode }: SharedService, @Ctx() context: RequestContext): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => [SharedServicePartner], {
    description: 'The councils that share it, the lead among them, with their shares of the cost.',
  })
  async partners(
    @Root() service: SharedService,
    @Ctx() context: RequestContext,
  ): Promise<PartnerWithShare[]> {
    return withShares(service, (await partnersOf.load(context, service.id)) ?? []);
  }

  @FieldResolver(() => Money, { description: 'What the partners together spent on it in the year before.' })
  baselineCost(@Root() { baselineCostPence }: SharedService): Money {
    return Money.of(baselineCostPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it costs them together in a year now; null until it runs.',
  })
  presentCost(@Root() { presentCostPence }: SharedService): Money | null {
    return Money.orNull(presentCostPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What the partners together save in a year; negative where it costs more than before; null until it runs.',
  })
  annualSaving(@Root() service: SharedService): Money | null {
    return Money.orNull(annualSavingOf(service));
  }

  @FieldResolver(() => SharedServiceViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(@Root() service: SharedService, @Ctx() { actor }: RequestContext): SharedServiceViewerCan {
    const keeps = keepCivicRecord.allows(actor, service);
    const actions = SHARED_SERVICE_LIFECYCLE.actionsIn(service.state);
    return {
      start: keeps && actions.includes('start'),
      updateCost: keeps && service.state === 'RUNNING',
      end: keeps && actions.includes('end'),
    };
  }
}

/** Partners of shared services. */
@Resolver(() => SharedServicePartner)
export class SharedServicePartnerResolver {
  @FieldResolver(() => Council, { description: 'The council.' })
  council(
    @Root() { councilGssCode }: SharedServicePartner,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => Float, { description: 'Its share of the cost, from 0 to 1; `weight` is exact.' })
  costShare(@Root() { costShare }: PartnerWithShare): number {
    return costShare;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'Its part of the saving of a year, by weight: the parts add up to the whole. Null until it runs.',
  })
  annualSaving(@Root() { savingPence }: PartnerWithShare): Money | null {
    return Money.orNull(savingPence);
  }
}

/** The shared services of a council. */
@Resolver(() => Council)
export class CouncilSharedServicesResolver {
  @ListSize()
  @FieldResolver(() => SharedServiceConnection, {
    description: 'Services and senior posts that it shares with others, as lead or as partner, by name.',
  })
  async sharedServices(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('state', () => SharedServiceState, { nullable: true, description: 'Only those in this state.' })
    state: SharedServiceState | null,
    @Ctx() context: RequestContext,
  ) {
    const page = await sharedServicesOfCouncil.load(context, gssCode, { ...args, state });
    return toConnection(SharedServiceConnection, page);
  }
}
