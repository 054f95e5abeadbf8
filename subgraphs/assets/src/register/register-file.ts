import { placeOfDegrees, placeOfGrid, type Place } from './place';
import type { HoldingPurpose, HoldingType, Tenure, TenureDetail } from './register.law';
import { HOLDING_PURPOSES } from './register.law';

/** How the values of the register are written in a file, so that they read back as what they are. */
export const TENURE_TEXTS: Readonly<Record<Tenure, string>> = {
  FREEHOLD: 'Freehold',
  LEASEHOLD: 'Leasehold',
  OTHER: 'Other',
  UNKNOWN: '',
};

/** The Code's own words for the detail of tenure. */
export const TENURE_DETAIL_TEXTS: Readonly<Record<TenureDetail, string>> = {
  OCCUPIED_BY_COUNCIL: 'Occupied by the local authority',
  GROUND_LEASEHOLD: 'Ground leasehold',
  LEASEHOLD: 'Leasehold',
  SUB_LEASEHOLD: 'Sub leasehold',
  LICENCE: 'Licence',
  VACANT: 'Vacant',
  OTHER: 'Other',
  UNKNOWN: '',
};

/** What is held. */
export const HOLDING_TYPE_TEXTS: Readonly<Record<HoldingType, string>> = {
  LAND: 'Land',
  BUILDING: 'Building',
  LAND_AND_BUILDING: 'Land and building',
  UNKNOWN: '',
};

/** A holding purpose as it is written: `Held for sale`. */
export function holdingPurposeText(purpose: HoldingPurpose): string {
  if (purpose === 'UNKNOWN') return '';
  const words = purpose.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The holding purpose that a text means; null for none that is known. */
export function readHoldingPurpose(text: string): HoldingPurpose | null {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/[^A-Z]+/g, '_');
  return Object.hasOwn(HOLDING_PURPOSES, name) ? (name as HoldingPurpose) : null;
}

/** Square metres of so many hectares, in which the Code measures land; to a square centimetre. */
export const squareMetresOf = (hectares: number): number => Math.round(hectares * 1e8) / 1e4;

/** Hectares of so many square metres. */
export const hectaresOf = (squareMetres: number): number => Number((squareMetres / 1e4).toPrecision(15));

/** Where the council's code stands in the address by which the Code names an organisation. */
export const ORGANISATION_ADDRESS = 'http://statistics.data.gov.uk/id/statistical-geography/';

/** The GSS code in the address of an organisation; null where there is none, as in most registers. */
export function councilInAddress(text: string): string | null {
  return /(?:^|\/)([EWSN]\d{8})$/.exec(text.trim())?.[1] ?? null;
}

/** What a register says of a place: which system, and two figures that are one thing or the other. */
export interface PlaceCells {
  readonly system: string | null;
  readonly x: number | null;
  readonly y: number | null;
}

/** A place out of a file, and what is odd about it. */
export interface ReadPlace {
  readonly place: Place | null;
  readonly remark: string | null;
}

const NOWHERE: ReadPlace = { place: null, remark: null };

/**
 * The place that a register gives. Where it does not name the system the figures tell: no easting of the country is
 * below a thousand metres, and no longitude above. Zeros stand for nothing. A latitude can be told from a longitude
 * here, so the two are put right where they have changed columns.
 */
export function placeOfCells({ system, x, y }: PlaceCells): ReadPlace {
  if ((x === null && y === null) || (x === 0 && y === 0)) return NOWHERE;
  if (x === null || y === null)
    return { place: null, remark: 'One of its two coordinates is missing: its place was left out.' };
  const named = (system ?? '').toUpperCase();
  const isGrid =
    /OSGB|27700|BNG|NATIONAL GRID/.test(named) ||
    (!/WGS|4326|ETRS|LAT/.test(named) && (Math.abs(x) > 1000 || Math.abs(y) > 1000));
  const place = isGrid ? placeOfGrid(x, y) : placeOfDegrees(y, x);
  if (place) return { place, remark: null };
  const turned = isGrid ? null : placeOfDegrees(x, y);
  return turned
    ? { place: turned, remark: 'Its latitude stands in the column of the longitude: they were exchanged.' }
    : { place: null, remark: 'Its coordinates lie outside the country: its place was left out.' };
}
