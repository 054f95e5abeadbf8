/** Longitude and latitude in degrees of WGS84; what follows them is not looked at. */
export type ShapePosition = readonly number[];

/** A ring, closed: its first position stands again at its end. */
export type Ring = readonly ShapePosition[];

/** The coordinates of a MultiPolygon: polygons, each an outer ring and its holes (RFC 7946, section 3.1.7). */
export type Shape = readonly (readonly Ring[])[];

/** The box around a shape, in degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box around the United Kingdom with its sea, in degrees: a shape beyond it has its axes changed over. */
export const UNITED_KINGDOM: Bounds = { west: -14.1, south: 49, east: 2.6, north: 61.5 };

/** The box around a shape. */
export function boundsOf(shape: Shape): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of shape)
    for (const ring of polygon)
      for (const [longitude = NaN, latitude = NaN] of ring) {
        west = Math.min(west, longitude);
        east = Math.max(east, longitude);
        south = Math.min(south, latitude);
        north = Math.max(north, latitude);
      }
  return { west, south, east, north };
}

/** True when a box lies within another. */
export function isWithin(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.west >= outer.west &&
    inner.east <= outer.east &&
    inner.south >= outer.south &&
    inner.north <= outer.north
  );
}

/** How many positions a shape has. */
export function positionCount(shape: Shape): number {
  return shape.reduce((sum, polygon) => sum + polygon.reduce((all, ring) => all + ring.length, 0), 0);
}

/**
 * Whether a place lies in a shape: a line from it eastwards crosses the rings an odd number of times, holes
 * included. A place on the border between two shapes that share it lies in exactly one of them, since each edge
 * counts its southern end and not its northern one, and what lies on it as west of it.
 */
export function contains(shape: Shape, longitude: number, latitude: number): boolean {
  let inside = false;
  for (const polygon of shape)
    for (const ring of polygon)
      for (let index = 1; index < ring.length; index += 1)
        if (crosses(ring[index - 1]!, ring[index]!, longitude, latitude)) inside = !inside;
  return inside;
}

/** Whether the line from a place eastwards crosses an edge. */
function crosses(from: ShapePosition, to: ShapePosition, longitude: number, latitude: number): boolean {
  // The edge is always taken from south to north, so that neighbours work out its crossing from the same figures.
  const [south, north] = from[1]! <= to[1]! ? [from, to] : [to, from];
  if (latitude < south[1]! || latitude >= north[1]!) return false;
  const share = (latitude - south[1]!) / (north[1]! - south[1]!);
  return longitude < south[0]! + share * (north[0]! - south[0]!);
}
