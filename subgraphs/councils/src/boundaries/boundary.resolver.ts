import { Arg, Ctx, Directive, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { LocalDateScalar, type RequestContext } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Area } from '../areas/area.types';
import type { Council } from '../areas/council.entity';
import type { Ward } from '../areas/ward.entity';
import { areasAt, boundaryByCode, MOST_PLACES, shapeByCode } from './boundary.queries';
import { AreasAtPlace, Boundary, GeoJsonGeometryScalar, PlaceInput } from './boundary.types';

const ON =
  'The day it is asked for, today unless told: areas that are known not to have existed then are left out.';

/** What lies where. */
@Resolver(() => Area)
export class AreaBoundaryResolver {
  @Query(() => AreasAtPlace, {
    description: 'The wards and councils in which a place lies, by the boundaries that were imported.',
  })
  async areaAt(
    @Arg('latitude', () => Float, { description: 'Degrees of latitude (WGS84), such as 53.54.' })
    latitude: number,
    @Arg('longitude', () => Float, { description: 'Degrees of longitude (WGS84), such as -2.11.' })
    longitude: number,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: ON }) on: LocalDate | null,
    @Ctx() context: RequestContext,
  ): Promise<AreasAtPlace> {
    const [found] = await areasAt(context, [{ latitude, longitude }], on);
    return found!;
  }

  @Directive(`@listSize(assumedSize: ${MOST_PLACES})`)
  @Query(() => [AreasAtPlace], {
    description: 'The wards and councils of many places at once, at most 500, in the order of the places.',
  })
  areasAt(
    @Arg('places', () => [PlaceInput], { description: 'The places.' }) places: PlaceInput[],
    @Arg('on', () => LocalDateScalar, { nullable: true, description: ON }) on: LocalDate | null,
    @Ctx() context: RequestContext,
  ): Promise<AreasAtPlace[]> {
    return areasAt(context, places, on);
  }

  @FieldResolver(() => Boundary, {
    nullable: true,
    description: 'Its shape; null where no boundary of it was imported.',
  })
  boundary(@Root() area: Council | Ward, @Ctx() context: RequestContext): Promise<Boundary | null> {
    return boundaryByCode.load(context, area.gssCode);
  }
}

/** The shape of an area. */
@Resolver(() => Boundary)
export class BoundaryResolver {
  @FieldResolver(() => GeoJsonGeometryScalar, {
    description: 'The shape itself, a MultiPolygon; often thousands of positions.',
  })
  async geometry(@Root() { gssCode }: Boundary, @Ctx() context: RequestContext): Promise<object> {
    return { type: 'MultiPolygon', coordinates: await shapeByCode.load(context, gssCode) };
  }
}
