import type { RequestContext } from '@coop/shared/graphql';
import { badInput } from '@coop/shared/persistence';
import { londonDate } from '@coop/shared/time';
import { applyFilter, assetById, visibleAssets } from './asset.queries';
import type { Asset } from './asset.entity';
import type { AssetFilter } from './asset.types';
import { cellsAround, distanceMetres, type Point } from './grid';

/** The furthest that is looked, in metres. */
const FURTHEST = 20_000;
const MOST = 100;
const USUAL = 20;
/** The first circle that is looked into, and how much wider each next one is. */
const FIRST_CIRCLE = 250;
const WIDER = 5;

/** What is looked for around a point. */
export interface NearbyArgs {
  readonly latitude: number;
  readonly longitude: number;
  readonly withinMetres: number;
  readonly first?: number | null;
  readonly filter?: AssetFilter | null;
}

/** An asset that was found, and its distance. */
export interface Found {
  readonly distanceMetres: number;
  readonly asset: Asset;
}

interface Candidate {
  readonly id: string;
  readonly metres: number;
}

/** The nearest first; those equally far in the order of their ids. */
const byDistance = (a: Candidate, b: Candidate): number => a.metres - b.metres || (a.id < b.id ? -1 : 1);

/**
 * The assets near a point, the nearest first, at most so many, and whether there are more in the circle. It looks
 * into wider and wider circles until it has enough: at most four statements, and one for the rows. Distances are
 * computed here, so that both databases answer alike to the last digit.
 * @throws GraphQLError BAD_USER_INPUT for a point that is none, a distance or a number out of bounds
 */
export async function assetsNear(
  context: RequestContext,
  { latitude, longitude, withinMetres, first, filter }: NearbyArgs,
): Promise<{ nodes: Found[]; hasMore: boolean }> {
  const wanted = first ?? USUAL;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw badInput('A latitude is from -90 to 90 degrees, a longitude from -180 to 180.');
  if (!(withinMetres >= 1 && withinMetres <= FURTHEST))
    throw badInput(`Look within 1 to ${FURTHEST} metres, not ${withinMetres}.`);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST)
    throw badInput(`Ask for the first 1 to ${MOST}, not ${wanted}.`);
  if (typeof filter?.text === 'string') throw badInput('Look near a point or for a text, not for both.');
  const point = { latitude, longitude };
  let found: Candidate[] = [];
  for (let circle = Math.min(FIRST_CIRCLE, withinMetres); ; circle = Math.min(circle * WIDER, withinMetres)) {
    found = await within(context, point, circle, filter ?? {});
    if (found.length > wanted || circle === withinMetres) break;
  }
  const nearest = found.sort(byDistance).slice(0, wanted);
  const assets = await assetById.loadMany(
    context,
    nearest.map(({ id }) => id),
  );
  return {
    nodes: nearest.flatMap(({ metres }, index) => {
      const asset = assets[index] ?? null;
      return asset ? [{ distanceMetres: Math.round(metres * 10) / 10, asset }] : [];
    }),
    hasMore: found.length > wanted,
  };
}

/** Everything within a circle, by the cells of the search grid. */
async function within(
  { database, now }: RequestContext,
  point: Point,
  metres: number,
  filter: AssetFilter,
): Promise<Candidate[]> {
  const query = visibleAssets(database.reader).select([
    'asset.id AS id',
    'asset.latitude AS latitude',
    'asset.longitude AS longitude',
  ]);
  const parameters: Record<string, number> = {};
  const ranges = cellsAround(point, metres).map(([first, last], index) => {
    parameters[`from${index}`] = first;
    parameters[`to${index}`] = last;
    return `asset.cell BETWEEN :from${index} AND :to${index}`;
  });
  query.andWhere(`(${ranges.join(' OR ')})`, parameters);
  applyFilter(query, filter, [], londonDate(now));
  const rows = await query.getRawMany<Point & { id: string }>();
  return rows.flatMap((row) => {
    const away = distanceMetres(point, { latitude: Number(row.latitude), longitude: Number(row.longitude) });
    return away <= metres ? [{ id: row.id, metres: away }] : [];
  });
}
