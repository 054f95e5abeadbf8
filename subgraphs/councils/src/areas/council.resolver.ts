import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  ListSize,
  LocalDateScalar,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { councilByCode, councilPage, wardsOfCouncil } from './area.queries';
import { CouncilConnection, CouncilFilter, WardConnection } from './council.types';
import { Council } from './council.entity';

/** Councils: the directory's own roots, and what lies in a council. */
@Resolver(() => Council)
export class CouncilResolver {
  @Query(() => Council, {
    nullable: true,
    description: 'The council with a code, present or abolished; null when the directory knows none.',
  })
  council(
    @Arg('gssCode', () => ID, { description: 'Code of the Government Statistical Service: `E08000004`.' })
    gssCode: string,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return councilByCode.load(context, gssCode);
  }

  @ListSize()
  @Query(() => CouncilConnection, { description: 'Councils by name, present and abolished.' })
  async councils(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilFilter | null,
    @Ctx() { database }: RequestContext,
  ) {
    return toConnection(CouncilConnection, await councilPage(database.reader, args, filter ?? {}));
  }

  @ListSize()
  @FieldResolver(() => WardConnection, {
    description:
      'Its wards by name: all that ever lay in it, or those known to have existed on a day. An unknown first or last day counts as open.',
  })
  async wards(
    @Root() council: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'Only wards that existed on this day.' })
    on: LocalDate | null,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(WardConnection, await wardsOfCouncil.load(context, council.gssCode, { ...args, on }));
  }
}
