import { shapeProblem, type Geometry } from '../importing';

/** A thing on the map, to be written. */
export interface FeatureToWrite {
  readonly id?: string;
  /** In WGS84, longitude before latitude; null where it has no known place. */
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

const PIECE_LENGTH = 32 * 1024;
/** Seven decimals of a degree are a centimetre; more are noise (RFC 7946, section 11.2). */
const DECIMALS = 1e7;

/** A point of GeoJSON. */
export function pointOf(longitude: number, latitude: number): Geometry {
  return { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] };
}

/**
 * Writes features as one GeoJSON FeatureCollection (RFC 7946), piece by piece as they come, one on each line.
 * @throws RangeError naming the feature whose shape is none of WGS84
 */
export async function* writeFeatureCollection(
  features: AsyncIterable<FeatureToWrite> | Iterable<FeatureToWrite>,
): AsyncGenerator<string, void, undefined> {
  let piece = '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for await (const { id, geometry, properties } of features) {
    const problem = geometry === null ? null : shapeProblem(geometry);
    if (problem) throw new RangeError(`Feature ${id ?? 'without id'}: ${problem}`);
    piece +=
      separator +
      JSON.stringify({ type: 'Feature', ...(id === undefined ? {} : { id }), geometry, properties });
    separator = ',\n';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]}\n`;
}

function rounded(degrees: number): number {
  const value = Math.round(degrees * DECIMALS) / DECIMALS;
  return value === 0 ? 0 : value;
}
