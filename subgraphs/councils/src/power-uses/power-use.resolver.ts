import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  answer,
  ConnectionArgs,
  ListSize,
  Money,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import { councilByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { Decision } from '../decisions/decision.entity';
import { decisionById } from '../decisions/decision.queries';
import { PowerUseRecordInput, PowerUseRecordPayload } from './power-use-input.types';
import { PowerUse } from './power-use.entity';
import { powerUseById, powerUsePage, powerUsesOfCouncil } from './power-use.queries';
import { PowerUseConnection, PowerUseFilter, PowerUseOrder } from './power-use.types';
import { recordPowerUse } from './record-power-use.command';

/** Powers as used. */
@Resolver(() => PowerUse)
export class PowerUseResolver {
  @Query(() => PowerUse, { nullable: true, description: 'The use of a power with an id; null for none.' })
  powerUse(
    @Arg('id', () => ID, { description: 'Id of the use.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<PowerUse | null> {
    return powerUseById.load(context, id);
  }

  @ListSize()
  @Query(() => PowerUseConnection, { description: 'Powers as all councils used them.' })
  async powerUses(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => PowerUseFilter, { nullable: true, description: 'Which of them.' })
    filter: PowerUseFilter | null,
    @Arg('orderBy', () => PowerUseOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    order: PowerUseOrder,
    @Ctx() { database }: RequestContext,
  ) {
    return toConnection(PowerUseConnection, await powerUsePage(database.reader, args, filter ?? {}, order));
  }

  @Mutation(() => PowerUseRecordPayload, {
    description: 'Puts a power as used on record. Officers and administrators of the council.',
  })
  powerUseRecord(
    @Arg('input', () => PowerUseRecordInput, { description: 'What to do.' }) input: PowerUseRecordInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, recordPowerUse, input, 'powerUse', powerUseById);
  }

  @FieldResolver(() => Council, { description: 'The council that used it.' })
  council(@Root() { councilGssCode }: PowerUse, @Ctx() context: RequestContext): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Saving that the council claims for a year; null when it claims none.',
  })
  savingClaimed(@Root() { savingClaimedPence }: PowerUse): Money | null {
    return Money.orNull(savingClaimedPence);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description:
      'The decision that it rests on; null where none is on record, or it is withheld from the viewer.',
  })
  decision(
    @Root() { decisionId }: PowerUse,
    @Ctx() context: RequestContext,
  ): Promise<Decision | null> | null {
    return decisionId === null ? null : decisionById.load(context, decisionId);
  }
}

/** The powers that a council used. */
@Resolver(() => Council)
export class CouncilPowerUsesResolver {
  @ListSize()
  @FieldResolver(() => PowerUseConnection, {
    description:
      'Powers and rights as it used them: which barrier that removed, by which decision. Latest first.',
  })
  async powerUses(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(PowerUseConnection, await powerUsesOfCouncil.load(context, gssCode, { ...args }));
  }
}
