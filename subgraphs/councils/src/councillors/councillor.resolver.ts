import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { keepCivicRecord } from '../access';
import { councilByCode, wardByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';
import { Councillor } from './councillor.entity';
import { CouncillorOrder } from './councillor.enums';
import {
  councillorById,
  councillorPage,
  dispensationsOfCouncillor,
  interestsOfCouncillor,
} from './councillor.queries';
import {
  CouncillorConnection,
  CouncillorFilter,
  CouncillorInterestConnection,
  CouncillorViewerCan,
  DispensationConnection,
} from './councillor.types';

/** Councillors: roots, and what is kept of each. */
@Resolver(() => Councillor)
export class CouncillorResolver {
  @Query(() => Councillor, { nullable: true, description: 'The councillor with an id; null for none.' })
  councillor(
    @Arg('id', () => ID, { description: 'Id of the councillor.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Councillor | null> {
    return councillorById.load(context, id);
  }

  @ListSize()
  @Query(() => CouncillorConnection, { description: 'Councillors of all councils, present and past.' })
  async councillors(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncillorFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncillorFilter | null,
    @Arg('orderBy', () => CouncillorOrder, { defaultValue: 'NAME', description: 'In which order.' })
    order: CouncillorOrder,
    @Ctx() { database }: RequestContext,
  ) {
    const page = await councillorPage(database.reader, args, filter ?? {}, order);
    return toConnection(CouncillorConnection, page);
  }

  @FieldResolver(() => Council, { description: 'The council on which he or she sits.' })
  council(@Root() { councilGssCode }: Councillor, @Ctx() context: RequestContext): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => Ward, {
    nullable: true,
    description: 'The ward for which he or she sits; null where none is on record.',
  })
  ward(@Root() { wardGssCode }: Councillor, @Ctx() context: RequestContext): Promise<Ward | null> | null {
    return wardGssCode === null ? null : wardByCode.load(context, wardGssCode);
  }

  @ListSize()
  @FieldResolver(() => CouncillorInterestConnection, {
    description: 'Entries in the public register of interests (Localism Act 2011 s. 29), the latest first.',
  })
  async interests(
    @Root() { id }: Councillor,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      CouncillorInterestConnection,
      await interestsOfCouncillor.load(context, id, { ...args }),
    );
  }

  @ListSize()
  @FieldResolver(() => DispensationConnection, {
    description: 'Dispensations that were granted to him or her, the latest first.',
  })
  async dispensations(
    @Root() { id }: Councillor,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      DispensationConnection,
      await dispensationsOfCouncillor.load(context, id, { ...args }),
    );
  }

  @FieldResolver(() => CouncillorViewerCan, { description: 'What the viewer may do with the record now.' })
  viewerCan(@Root() councillor: Councillor, @Ctx() { actor }: RequestContext): CouncillorViewerCan {
    const keeps = keepCivicRecord.allows(actor, councillor);
    const sits = keeps && councillor.untilOn === null;
    return { end: sits, grantDispensation: sits, registerInterest: keeps };
  }
}
