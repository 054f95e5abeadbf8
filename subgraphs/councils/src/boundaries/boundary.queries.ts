import { In } from 'typeorm';
import { defineLoader, inOrder, type RequestContext } from '@coop/shared/graphql';
import { badInput, inChunks } from '@coop/shared/persistence';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { areaByCode } from '../areas/area.queries';
import { existedOn } from '../areas/area-history.queries';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';
import { AreaBoundary } from './area-boundary.entity';
import { contains, type Shape } from './area-shape.rules';
import type { AreasAtPlace, Boundary, PlaceInput } from './boundary.types';

/** The most places that one question may ask about. */
export const MOST_PLACES = 500;

const BOX = ['gssCode', 'west', 'south', 'east', 'north'] as const;

/** The box around each area and how large its shape is, without the shape. */
export const boundaryByCode = defineLoader<string, Boundary>(async (codes, { database }) =>
  inOrder(
    codes,
    await database.reader
      .createQueryBuilder(AreaBoundary, 'boundary')
      .select([...BOX, 'positionCount', 'loadedAt'].map((column) => `boundary.${column}`))
      .where({ gssCode: In([...codes]) })
      .getMany(),
    (row) => row.gssCode,
  ),
);

/** The shapes of areas. */
export const shapeByCode = defineLoader<string, Shape>(async (codes, { database }) => {
  const rows = await inChunks([...codes], 100, (chunk) =>
    database.reader.findBy(AreaBoundary, { gssCode: In(chunk) }),
  );
  const shapes = new Map(rows.map((row) => [row.gssCode, JSON.parse(row.coordinates) as Shape]));
  return codes.map((code) => shapes.get(code) ?? null);
});

/**
 * The areas at each of some places, on a day. However many places there are, it takes the same few statements: the
 * boxes that may hold one of them, the shapes in those boxes, and the areas themselves.
 * @throws GraphQLError BAD_USER_INPUT for too many places, or one that is none on earth
 */
export async function areasAt(
  context: RequestContext,
  places: readonly PlaceInput[],
  on: LocalDate | null,
): Promise<AreasAtPlace[]> {
  checkPlaces(places);
  const boxes = await boxesAround(context, places);
  const mayHold = places.map((place) => boxes.filter((box) => holds(box, place)).map((box) => box.gssCode));
  const codes = [...new Set(mayHold.flat())].sort();
  const shapes = new Map(
    (await shapeByCode.loadMany(context, codes)).map((shape, index) => [codes[index]!, shape]),
  );
  const holding = places.map(({ longitude, latitude }, index) =>
    mayHold[index]!.filter((code) => contains(shapes.get(code) ?? [], longitude, latitude)).sort(),
  );
  const day = on ?? londonDate(context.now);
  return Promise.all(
    holding.map(async (found) => {
      const areas = await Promise.all(found.map((code) => areaByCode(context, code)));
      const present = areas.filter((area) => area !== null && existedOn(area, day));
      return {
        wards: present.filter((area) => area instanceof Ward),
        councils: present.filter((area) => area instanceof Council),
      };
    }),
  );
}

function checkPlaces(places: readonly PlaceInput[]): void {
  if (places.length > MOST_PLACES)
    throw badInput(`At most ${MOST_PLACES} places can be asked about at once.`);
  for (const { latitude, longitude } of places)
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
      throw badInput('A latitude lies between -90 and 90 degrees, a longitude between -180 and 180.');
}

type Box = Pick<AreaBoundary, (typeof BOX)[number]>;

/** The boxes that touch the box around all the places: places that are asked about together lie near each other. */
async function boxesAround({ database }: RequestContext, places: readonly PlaceInput[]): Promise<Box[]> {
  if (places.length === 0) return [];
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  return database.reader
    .createQueryBuilder(AreaBoundary, 'boundary')
    .select(BOX.map((column) => `boundary.${column}`))
    .where('boundary.south <= :north AND boundary.north >= :south')
    .andWhere('boundary.west <= :east AND boundary.east >= :west')
    .setParameters({
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
    })
    .getMany();
}

function holds(box: Box, { latitude, longitude }: PlaceInput): boolean {
  return box.south <= latitude && latitude <= box.north && box.west <= longitude && longitude <= box.east;
}
