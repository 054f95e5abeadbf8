import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { LocalDateScalar, type RequestContext } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { areaByCode } from './area.queries';
import { Area, PredecessorCodes } from './area.types';
import {
  currentArea,
  existedOn,
  predecessorCodes,
  predecessors,
  standingOfArea,
  successors,
} from './area-history.queries';
import { Council } from './council.entity';
import { AreaStanding } from './council.enums';
import { Ward } from './ward.entity';

/** Official areas of any kind, and their history. */
@Resolver(() => Area)
export class AreaResolver {
  @Query(() => Area, {
    nullable: true,
    description:
      'The council or ward with a code. With a day: null when it is known not to have existed then; an unknown first or last day counts as open.',
  })
  async area(
    @Arg('gssCode', () => ID, { description: 'Code of the Government Statistical Service.' }) gssCode: string,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'The day it is asked for.' })
    on: LocalDate | null,
    @Ctx() context: RequestContext,
  ): Promise<Council | Ward | null> {
    const area = await areaByCode(context, gssCode);
    return area && (!on || existedOn(area, on)) ? area : null;
  }

  @FieldResolver(() => Area, {
    nullable: true,
    description:
      'The area that stands for it today: itself while it exists, otherwise what followed it, where that is exactly one; null where it was split or nothing is known.',
  })
  current(@Root() area: Council | Ward, @Ctx() context: RequestContext): Promise<Council | Ward | null> {
    return currentArea(context, area);
  }

  @FieldResolver(() => [Area], {
    description:
      'What followed it directly: several where it was split, none while it exists or where unknown.',
  })
  successors(@Root() area: Council | Ward, @Ctx() context: RequestContext): Promise<(Council | Ward)[]> {
    return successors(context, area);
  }

  @FieldResolver(() => [Area], { description: 'What it followed directly: several where areas were merged.' })
  predecessors(@Root() area: Council | Ward, @Ctx() context: RequestContext): Promise<(Council | Ward)[]> {
    return predecessors(context, area);
  }

  @FieldResolver(() => PredecessorCodes, {
    description:
      'The codes of everything that it follows, through any number of steps: for figures that are to include those of its predecessors.',
  })
  predecessorCodes(@Root() area: Council | Ward, @Ctx() context: RequestContext): Promise<PredecessorCodes> {
    return predecessorCodes(context, area);
  }

  @FieldResolver(() => AreaStanding, {
    description: 'What is known of whether it existed on a day. Unknown where no table says so.',
  })
  standing(
    @Root() area: Council | Ward,
    @Arg('on', () => LocalDateScalar, { description: 'The day.' }) on: LocalDate,
    @Ctx() context: RequestContext,
  ): Promise<AreaStanding> {
    return standingOfArea(context, area, on);
  }
}
