// A search grid over the whole earth: cells of 0.005° by 0.008°, in this country about 560 by 530 metres. A plain
// column with a plain index is the same on both databases; their own spatial indices are not.
const ROW = 0.005;
const COLUMN = 0.008;
const COLUMNS = 45_001;
/** Mean radius of the earth in metres (IUGG), as the haversine takes it. */
const RADIUS = 6_371_008.8;
const METRES_PER_DEGREE = (Math.PI * RADIUS) / 180;

/** A place on earth in degrees (WGS84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const rowOf = (latitude: number): number => Math.floor((latitude + 90) / ROW);
const columnOf = (longitude: number): number => Math.floor((longitude + 180) / COLUMN);

/** The number of the cell that a point lies in; below 2^31. Cells of one row are consecutive from west to east. */
export function cellOf({ latitude, longitude }: Point): number {
  return rowOf(latitude) * COLUMNS + columnOf(longitude);
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points along the surface, by the haversine on a sphere: within 0.5% of the ellipsoid's. */
export function distanceMetres(from: Point, to: Point): number {
  const north = Math.sin(radians(to.latitude - from.latitude) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord =
    north * north + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east * east;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Consecutive cells, both ends included. */
export type CellRange = readonly [first: number, last: number];

/**
 * The cells that a circle touches, and some around it: one range for each row of the grid, 73 for 20 kilometres.
 * Nothing wraps around at the poles or the date line, which lie outside the country.
 */
export function cellsAround({ latitude, longitude }: Point, metres: number): CellRange[] {
  const height = metres / METRES_PER_DEGREE;
  const furthest = Math.min(89, Math.abs(latitude) + height);
  // The circle is widest in degrees at its end nearest to the pole; a little more costs nothing.
  const width = Math.min(180, (metres / METRES_PER_DEGREE / Math.cos(radians(furthest))) * 1.001);
  const west = columnOf(Math.max(-180, longitude - width));
  const east = columnOf(Math.min(180, longitude + width));
  const ranges: CellRange[] = [];
  const top = rowOf(Math.min(90, latitude + height));
  for (let row = rowOf(Math.max(-90, latitude - height)); row <= top; row += 1)
    ranges.push([row * COLUMNS + west, row * COLUMNS + east]);
  return ranges;
}
