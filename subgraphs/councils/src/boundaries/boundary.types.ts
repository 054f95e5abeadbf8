import { GraphQLError, GraphQLScalarType } from 'graphql';
import { Directive, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@coop/shared/graphql';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';

/** A geometry of RFC 7946, as an answer only. */
export const GeoJsonGeometryScalar = new GraphQLScalarType({
  name: 'GeoJsonGeometry',
  description:
    'A geometry of GeoJSON (RFC 7946) as an object with `type` and `coordinates`: WGS84, longitude before latitude.',
  specifiedByURL: 'https://datatracker.ietf.org/doc/html/rfc7946',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('A GeoJsonGeometry is only answered with.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  },
});

/** The shape of an area. */
@ObjectType('AreaBoundary', {
  description: 'The shape of a council or ward, as it was published and imported: nothing is simplified.',
})
export class Boundary {
  gssCode!: string;

  @Field(() => Float, { description: 'Western edge of the box around it, in degrees of longitude.' })
  west!: number;

  @Field(() => Float, { description: 'Southern edge of the box around it, in degrees of latitude.' })
  south!: number;

  @Field(() => Float, { description: 'Eastern edge of the box around it, in degrees of longitude.' })
  east!: number;

  @Field(() => Float, { description: 'Northern edge of the box around it, in degrees of latitude.' })
  north!: number;

  @Field(() => Int, { description: 'How many positions its lines have: how large an answer it makes.' })
  positionCount!: number;

  @Field(() => DateTimeScalar, { description: 'When it was imported, as it stands.' })
  loadedAt!: Date;
}

/** A place on the map. */
@InputType({ description: 'A place on the map.' })
export class PlaceInput {
  @Field(() => Float, { description: 'Degrees of latitude (WGS84), such as 53.54.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees of longitude (WGS84), such as -2.11.' })
  longitude!: number;
}

/** What lies at a place. */
@ObjectType({
  description:
    'The areas in which a place lies, by the boundaries that were imported: none where none was. A place on a border lies in one of its two sides.',
})
export class AreasAtPlace {
  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [Ward], { description: 'The wards, by code: one where the boundaries of one day are loaded.' })
  wards!: Ward[];

  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [Council], {
    description: 'The councils, by code: several where there are tiers, such as a district and its county.',
  })
  councils!: Council[];
}
