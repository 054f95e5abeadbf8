/** Longitude and latitude in degrees of WGS84, then perhaps a height. */
export type Position = readonly number[];

/** The shapes of GeoJSON that a place on the map can have. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** How many lists stand around the positions of each type. */
const DEPTH: Readonly<Record<Geometry['type'], number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** What is wrong with a geometry as RFC 7946 defines them; null for a good one. */
export function shapeProblem(geometry: unknown): string | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(DEPTH, type))
    return 'Its shape is of no type that is understood.';
  const depth = DEPTH[type as Geometry['type']];
  const isArea = type === 'Polygon' || type === 'MultiPolygon';
  return problemAt(coordinates, depth, isArea, type === 'LineString' || type === 'MultiLineString');
}

function problemAt(value: unknown, depth: number, isArea: boolean, isLine: boolean): string | null {
  if (!Array.isArray(value)) return 'Its coordinates are not lists of numbers.';
  if (depth === 0) return positionProblem(value);
  if (value.length === 0) return 'It has an empty list of coordinates.';
  for (const part of value) {
    const problem = problemAt(part, depth - 1, isArea, isLine);
    if (problem) return problem;
  }
  if (depth !== 1) return null;
  if (isLine && value.length < 2) return 'A line of it has fewer than two positions.';
  return isArea ? ringProblem(value as Position[]) : null;
}

function positionProblem(position: readonly unknown[]): string | null {
  if (position.length < 2 || !position.every((part) => typeof part === 'number' && Number.isFinite(part)))
    return 'Its coordinates are not lists of numbers.';
  const [longitude, latitude] = position as [number, number];
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return null;
  return Math.abs(longitude) > 1000 || Math.abs(latitude) > 1000
    ? 'Its coordinates look like eastings and northings; they must be longitude and latitude.'
    : 'A longitude lies beyond 180 degrees or a latitude beyond 90.';
}

function ringProblem(ring: readonly Position[]): string | null {
  if (ring.length < 4) return 'A ring of it has fewer than four positions.';
  const first = ring[0]!;
  const last = ring[ring.length - 1]!;
  return first[0] === last[0] && first[1] === last[1] ? null : 'A ring of it is not closed.';
}
