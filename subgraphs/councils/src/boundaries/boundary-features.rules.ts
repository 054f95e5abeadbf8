import { isAreaCode, meaningOf } from '../areas/area-code.rules';
import {
  boundsOf,
  isWithin,
  positionCount,
  UNITED_KINGDOM,
  type Bounds,
  type Shape,
} from './area-shape.rules';

/** A shape out of a file, ready to be stored. */
export interface ReadBoundary {
  readonly gssCode: string;
  /** Coordinates of a MultiPolygon as JSON text. */
  readonly coordinates: string;
  readonly positionCount: number;
  readonly bounds: Bounds;
}

/** A shape as a file gives it: the geometry of a feature of GeoJSON. */
export interface GivenGeometry {
  readonly type: string;
  readonly coordinates: unknown;
}

/** The longest shape that is stored, in characters; the most detailed council published has some 5 million. */
export const LONGEST_SHAPE = 8_000_000;

/**
 * Properties in which publishers put the code of the area, the most telling first: a ward's feature bears its
 * district's code too.
 */
const CODE_PROPERTIES = [
  /^WD(?:\d\d)?CD$/i,
  /^(?:CED|ED)(?:\d\d)?CD$/i,
  /^(?:LAD|LTLA)(?:\d\d)?CD$/i,
  /^(?:CTYUA|UTLA|CTY)(?:\d\d)?CD$/i,
  /^CAUTH(?:\d\d)?CD$/i,
  /^(?:gss|ons|area)?[_ -]?code$/i,
];

/** The shape and the code of a feature, or why it cannot be used. */
export function readBoundary(
  id: string | null,
  properties: Readonly<Record<string, unknown>>,
  { type, coordinates }: GivenGeometry,
): ReadBoundary | string {
  const gssCode = codeOf(id, properties);
  if (gssCode === null) return 'It bears no code of a council or a ward.';
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return `${gssCode} is a ${type}; the shape of an area is a Polygon or a MultiPolygon.`;
  // Heights, which some publishers add, say nothing of where a border runs.
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Shape;
  const shape = polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude!, latitude!])),
  );
  const bounds = boundsOf(shape);
  if (!isWithin(bounds, UNITED_KINGDOM)) return `${gssCode} lies beyond the United Kingdom.`;
  const text = JSON.stringify(shape);
  if (text.length > LONGEST_SHAPE)
    return `${gssCode} has ${positionCount(shape).toLocaleString('en-GB')} positions; use a generalised boundary.`;
  return { gssCode, coordinates: text, positionCount: positionCount(shape), bounds };
}

function codeOf(id: string | null, properties: Readonly<Record<string, unknown>>): string | null {
  const names = Object.keys(properties);
  const candidates = CODE_PROPERTIES.flatMap((pattern) =>
    names.filter((name) => pattern.test(name)).map((name) => properties[name]),
  );
  for (const candidate of [...candidates, id]) {
    const code = typeof candidate === 'string' ? candidate.trim().toUpperCase() : '';
    const meaning = isAreaCode(code) ? meaningOf(code) : null;
    if (meaning && meaning.area !== 'OTHER') return code;
  }
  return null;
}
