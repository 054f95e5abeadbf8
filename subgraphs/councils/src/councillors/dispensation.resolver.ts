import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  ListSize,
  LocalDateScalar,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { keepCivicRecord } from '../access';
import { Council } from '../areas/council.entity';
import { CouncillorInterest } from './councillor-interest.entity';
import { Councillor } from './councillor.entity';
import { DispensationState } from './councillor.enums';
import {
  councillorById,
  councillorsOfCouncil,
  dispensationById,
  dispensationsOfCouncil,
  stateOfDispensation,
} from './councillor.queries';
import { CouncillorConnection, DispensationConnection, DispensationViewerCan } from './councillor.types';
import { Dispensation } from './dispensation.entity';
import { DISPENSATION_LIFECYCLE } from './dispensation.lifecycle';

/** Dispensations. */
@Resolver(() => Dispensation)
export class DispensationResolver {
  @Query(() => Dispensation, { nullable: true, description: 'The dispensation with an id; null for none.' })
  dispensation(
    @Arg('id', () => ID, { description: 'Id of the dispensation.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Dispensation | null> {
    return dispensationById.load(context, id);
  }

  @FieldResolver(() => Councillor, { description: 'To whom it was granted.' })
  councillor(
    @Root() { councillorId }: Dispensation,
    @Ctx() context: RequestContext,
  ): Promise<Councillor | null> {
    return councillorById.load(context, councillorId);
  }

  @FieldResolver(() => DispensationState, { description: 'How it stands today.' })
  state(@Root() dispensation: Dispensation, @Ctx() { now }: RequestContext): DispensationState {
    return stateOfDispensation(dispensation, londonDate(now));
  }

  @FieldResolver(() => DispensationViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(@Root() row: Dispensation, @Ctx() { actor, now }: RequestContext): DispensationViewerCan {
    const state = stateOfDispensation(row, londonDate(now));
    return {
      withdraw:
        keepCivicRecord.allows(actor, row) && DISPENSATION_LIFECYCLE.actionsIn(state).includes('withdraw'),
    };
  }
}

/** Whose an interest is. */
@Resolver(() => CouncillorInterest)
export class CouncillorInterestResolver {
  @FieldResolver(() => Councillor, { description: 'In whose entry it stands.' })
  councillor(
    @Root() { councillorId }: CouncillorInterest,
    @Ctx() context: RequestContext,
  ): Promise<Councillor | null> {
    return councillorById.load(context, councillorId);
  }
}

/** The councillors of a council, and the dispensations that it granted. */
@Resolver(() => Council)
export class CouncilMembersResolver {
  @ListSize()
  @FieldResolver(() => CouncillorConnection, {
    description: 'Its councillors by name: all on record, or those in office on a day.',
  })
  async councillors(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'Only those in office on this day.' })
    on: LocalDate | null,
    @Ctx() context: RequestContext,
  ) {
    const page = await councillorsOfCouncil.load(context, gssCode, { ...args, on });
    return toConnection(CouncillorConnection, page);
  }

  @ListSize()
  @FieldResolver(() => DispensationConnection, {
    description: 'Dispensations that it granted to its councillors, the latest first.',
  })
  async dispensations(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      DispensationConnection,
      await dispensationsOfCouncil.load(context, gssCode, { ...args }),
    );
  }
}
