import {
  dayCell,
  decimalCell,
  defineColumns,
  gssCodeCell,
  orNothing,
  textCell,
  textOf,
  uprnCell,
  type CellParser,
} from '@coop/shared/importing';
import { readHoldingPurpose } from './register-file';
import { readPostcode } from './register.rules';
import type { HoldingPurpose } from './register.law';

const postcodeCell: CellParser<string> = orNothing<string>((text) => {
  const read = readPostcode(text);
  return read.ok ? { value: read.postcode } : { problem: 'It is not the form of a postcode.' };
});

const purposeCell: CellParser<HoldingPurpose> = orNothing<HoldingPurpose>((text) => {
  const value = readHoldingPurpose(text);
  return value ? { value } : { problem: 'It is none of the known purposes.' };
});

/** No size of land or building is negative, and none reaches the area of the country. */
const sizeCell: CellParser<number> = (text) => {
  const reading = decimalCell(text);
  if ('problem' in reading || reading.value === null) return reading;
  return reading.value >= 0 && reading.value < 1e11
    ? reading
    : { problem: 'It cannot be the size of anything.' };
};

const keep = { onProblem: 'keep' } as const;

/**
 * The columns of published registers: those of the Code, then those that our own exports add. A figure or a code that
 * cannot be read is left out with a warning; only what an asset cannot be without takes its row with it.
 */
export const ASSET_COLUMNS = defineColumns([
  {
    key: 'organisation',
    names: ['OrganisationURI', 'Organisation URI', 'OrganisationCode'],
    description: 'the council, by an address or code with its GSS code in it',
  },
  {
    key: 'effectiveOn',
    names: ['EffectiveDate', 'Effective date', 'Date effective'],
    description: 'the day as of which the entry is true',
    parse: dayCell,
    ...keep,
  },
  {
    key: 'uprn',
    names: ['UPRN', 'Unique Property Reference Number', 'UPRN number'],
    description: 'the unique property reference number',
    parse: uprnCell,
    ...keep,
  },
  {
    key: 'reference',
    names: [
      'AssetCode',
      'Unique asset identity',
      'Unique asset ID',
      'Asset reference',
      'Asset ID',
      'Reference',
    ],
    description: "the council's own reference",
    parse: textOf(100),
  },
  {
    key: 'name',
    names: ['PropertyName', 'Asset name', 'Name of the building/land', 'Name of building or land', 'Name'],
    description: 'what the asset is called',
    required: true,
    parse: textOf(300),
  },
  {
    key: 'streetNumber',
    names: ['StreetNumber', 'Street number(s)', 'Building number', 'No'],
    description: 'the number in the street',
    parse: textOf(100),
    ...keep,
  },
  {
    key: 'streetName',
    names: ['StreetName', 'Street', 'Address', 'Address 1', 'Location'],
    description: 'the street, or where the land lies',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'postTown',
    names: ['PostTown', 'Town', 'Locality'],
    description: 'the post town',
    parse: textOf(100),
    ...keep,
  },
  {
    key: 'postcode',
    names: ['PostCode', 'Post code'],
    description: 'the postcode',
    parse: postcodeCell,
    ...keep,
  },
  {
    key: 'system',
    names: ['CoordinateReferenceSystem', 'CRS', 'Coordinate system'],
    description: 'OSGB36 or WGS84',
  },
  {
    key: 'x',
    names: ['GeoX', 'Easting', 'Eastings', 'X co-ordinate', 'X', 'Longitude'],
    description: 'the easting, or the longitude',
    parse: decimalCell,
    ...keep,
  },
  {
    key: 'y',
    names: ['GeoY', 'Northing', 'Northings', 'Y co-ordinate', 'Y', 'Latitude'],
    description: 'the northing, or the latitude',
    parse: decimalCell,
    ...keep,
  },
  { key: 'tenure', names: ['TenureType', 'Tenure'], description: 'freehold or leasehold' },
  {
    key: 'tenureDetail',
    names: ['TenureDetail', 'Tenure detail', 'Tenure category'],
    description: 'who has the use of it',
    parse: textOf(200),
    ...keep,
  },
  {
    key: 'tenureNote',
    names: ['OtherDetail', 'Other detail', 'Notes'],
    description: 'more about tenure or use',
    parse: textOf(700),
    ...keep,
  },
  { key: 'holdingType', names: ['HoldingType', 'Type of holding'], description: 'land, building or both' },
  {
    key: 'holdingPurpose',
    names: ['HoldingPurpose', 'Reason for holding asset', 'Purpose'],
    description: 'what the council holds it for',
    parse: purposeCell,
    ...keep,
  },
  {
    key: 'buildingSize',
    names: ['BuildingSize', 'Building size (m2)', 'Gross internal area', 'GIA (m2)', 'GIA'],
    description: 'gross internal area in square metres',
    parse: sizeCell,
    ...keep,
  },
  {
    key: 'landHectares',
    names: ['LandArea', 'Land area (ha)', 'Land area (hectares)', 'Site area (ha)'],
    description: 'land area in hectares, as the Code measures it',
    parse: sizeCell,
    ...keep,
  },
  {
    key: 'landMetres',
    names: ['LandAreaSquareMetres', 'Land area (m2)', 'Land area (sqm)'],
    description: 'land area in square metres',
    parse: sizeCell,
    ...keep,
  },
  {
    key: 'whyUnoccupied',
    names: ['WhyUnoccupied', 'Reason unoccupied', 'Why unoccupied'],
    description: 'why nobody occupies it',
    parse: textCell,
  },
  {
    key: 'ward',
    names: ['WardCode', 'Ward code', 'Ward GSS code'],
    description: 'GSS code of the ward',
    parse: gssCodeCell,
    ...keep,
  },
]);

/** The columns of a register. */
export type AssetColumns = typeof ASSET_COLUMNS;
