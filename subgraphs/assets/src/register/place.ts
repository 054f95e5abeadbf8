import proj4 from 'proj4';

// The British National Grid over OSGB36, tied to WGS84 by the seven parameters that the Ordnance Survey publishes
// (A guide to coordinate systems in Great Britain, 6.6): the two systems differ from that by up to 5 metres.
const OSGB36 =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const grid = proj4('WGS84', OSGB36);

/** How far a pair of coordinates that was worked out from the other may lie from the true one, in metres. */
export const ACCURACY_METRES = 5;

/** A place in both systems. */
export interface Place {
  /** The system in which it was given; the other one is worked out. */
  readonly placedBy: 'OSGB36' | 'WGS84';
  /** Metres east and north on the British National Grid. */
  readonly easting: number;
  readonly northing: number;
  /** Degrees (WGS84). */
  readonly latitude: number;
  readonly longitude: number;
}

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

/**
 * The place of an easting and a northing in metres; null outside the grid of Great Britain.
 * The degrees are rounded to seven places, a centimetre.
 */
export function placeOfGrid(easting: number, northing: number): Place | null {
  if (!(easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000)) return null;
  const [longitude, latitude] = grid.inverse([easting, northing]);
  return {
    placedBy: 'OSGB36',
    easting,
    northing,
    latitude: rounded(latitude, 7),
    longitude: rounded(longitude, 7),
  };
}

/**
 * The place of a latitude and a longitude in degrees; null outside the United Kingdom and its waters. The metres
 * are rounded to two places.
 */
export function placeOfDegrees(latitude: number, longitude: number): Place | null {
  if (!(latitude >= 49 && latitude <= 61.5 && longitude >= -9 && longitude <= 2.5)) return null;
  const [easting, northing] = grid.forward([longitude, latitude]);
  return {
    placedBy: 'WGS84',
    easting: rounded(easting, 2),
    northing: rounded(northing, 2),
    latitude,
    longitude,
  };
}
