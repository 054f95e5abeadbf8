import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Reason, toConnection, type RequestContext } from '@coop/shared/graphql';
import { keepCivicRecord } from '../access';
import { councilByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { councillorById, dispensationById } from '../councillors/councillor.queries';
import { Councillor } from '../councillors/councillor.entity';
import { Dispensation } from '../councillors/dispensation.entity';
import { DecisionParticipant } from './decision-participant.entity';
import { Decision } from './decision.entity';
import { DecisionOrder } from './decision.enums';
import {
  decisionById,
  decisionPage,
  decisionsOfCouncil,
  participantsOf,
  participationNotes,
} from './decision.queries';
import {
  CouncilDecisionFilter,
  DecisionConnection,
  DecisionFilter,
  DecisionViewerCan,
} from './decision.types';

const ORDER = { defaultValue: 'NEWEST', description: 'In which order.' } as const;

/** Decisions: roots, and what hangs on a record. */
@Resolver(() => Decision)
export class DecisionResolver {
  @Query(() => Decision, {
    nullable: true,
    description: 'The decision with an id; null for none, or one that is withheld from the viewer.',
  })
  decision(
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Decision | null> {
    return decisionById.load(context, id);
  }

  @ListSize()
  @Query(() => DecisionConnection, {
    description: 'Decisions of all councils; those that are withheld from the viewer are left out.',
  })
  async decisions(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => DecisionFilter, { nullable: true, description: 'Which of them.' })
    filter: DecisionFilter | null,
    @Arg('orderBy', () => DecisionOrder, ORDER) order: DecisionOrder,
    @Ctx() { database, actor }: RequestContext,
  ) {
    const page = await decisionPage(database.reader, args, filter ?? {}, order, actor);
    return toConnection(DecisionConnection, page);
  }

  @FieldResolver(() => Council, { description: 'The council whose decision it is.' })
  council(@Root() { councilGssCode }: Decision, @Ctx() context: RequestContext): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => [DecisionParticipant], {
    description: 'Councillors who took part, or declared an interest and did not.',
  })
  async participants(
    @Root() { id }: Decision,
    @Ctx() context: RequestContext,
  ): Promise<DecisionParticipant[]> {
    return (await participantsOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => [Reason], {
    description:
      'What stands behind the part that councillors took: a view shown before does not disqualify (Localism Act 2011 s. 25).',
  })
  async participationNotes(@Root() decision: Decision, @Ctx() context: RequestContext) {
    return participationNotes(decision, (await participantsOf.load(context, decision.id)) ?? []);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The earlier record that this one corrects; null for a first record.',
  })
  corrects(@Root() { corrects }: Decision, @Ctx() context: RequestContext): Promise<Decision | null> | null {
    return corrects === null ? null : decisionById.load(context, corrects);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The later record that corrects this one; null while this one holds.',
  })
  correctedBy(@Root() row: Decision, @Ctx() context: RequestContext): Promise<Decision | null> | null {
    return row.correctedBy === null ? null : decisionById.load(context, row.correctedBy);
  }

  @FieldResolver(() => DecisionViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(@Root() decision: Decision, @Ctx() { actor }: RequestContext): DecisionViewerCan {
    return { correct: decision.correctedBy === null && keepCivicRecord.allows(actor, decision) };
  }
}

/** Who took part. */
@Resolver(() => DecisionParticipant)
export class DecisionParticipantResolver {
  @FieldResolver(() => Councillor, { description: 'The councillor.' })
  councillor(
    @Root() { councillorId }: DecisionParticipant,
    @Ctx() context: RequestContext,
  ): Promise<Councillor | null> {
    return councillorById.load(context, councillorId);
  }

  @FieldResolver(() => Dispensation, {
    nullable: true,
    description: 'The dispensation that was relied on (Localism Act 2011 s. 33); null for none.',
  })
  dispensation(
    @Root() { dispensationId }: DecisionParticipant,
    @Ctx() context: RequestContext,
  ): Promise<Dispensation | null> | null {
    return dispensationId === null ? null : dispensationById.load(context, dispensationId);
  }
}

/** The decisions of a council. */
@Resolver(() => Council)
export class CouncilDecisionsResolver {
  @ListSize()
  @FieldResolver(() => DecisionConnection, {
    description: 'Its decisions on public record; those that are withheld from the viewer are left out.',
  })
  async decisions(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilDecisionFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilDecisionFilter | null,
    @Arg('orderBy', () => DecisionOrder, ORDER) order: DecisionOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await decisionsOfCouncil.load(context, gssCode, { ...args, filter: filter ?? {}, order });
    return toConnection(DecisionConnection, page);
  }
}
