/** Kinds of council, as the enum of the API shows them. */
export const COUNCIL_KINDS = {
  METROPOLITAN_DISTRICT: 'A single-tier council in a metropolitan county of England, such as Oldham.',
  LONDON_BOROUGH: 'A single-tier council in Greater London; the City of London Corporation included.',
  UNITARY: 'A single-tier council elsewhere in England: a unitary authority.',
  COUNTY: 'The upper tier of a two-tier area of England: a county council.',
  NON_METROPOLITAN_DISTRICT: 'The lower tier of a two-tier area of England: a district or borough council.',
  COMBINED_AUTHORITY:
    'Councils of England that share functions by order: a combined or combined county authority.',
  STRATEGIC_AUTHORITY: 'The Greater London Authority.',
  SCOTTISH_COUNCIL: 'A single-tier council in Scotland.',
  WELSH_COUNCIL: 'A single-tier council in Wales: a county or county borough council.',
  NORTHERN_IRELAND_DISTRICT: 'A district council in Northern Ireland.',
} as const;

/** Code of a kind of council. */
export type CouncilKind = keyof typeof COUNCIL_KINDS;

/** Kinds of ward, by the part of the United Kingdom. */
export const WARD_KINDS = {
  ELECTORAL_WARD: 'A ward or division of an English district, London borough or unitary council.',
  COUNTY_ELECTORAL_DIVISION: 'A division of an English county council.',
  SCOTTISH_WARD: 'A multi-member ward of a Scottish council.',
  WELSH_WARD: 'A ward or electoral division of a Welsh council.',
  NORTHERN_IRELAND_WARD: 'A ward of a district in Northern Ireland.',
} as const;

/** Code of a kind of ward. */
export type WardKind = keyof typeof WARD_KINDS;

/** Parts of the United Kingdom. */
export const NATIONS = {
  ENGLAND: 'England.',
  SCOTLAND: 'Scotland.',
  WALES: 'Wales.',
  NORTHERN_IRELAND: 'Northern Ireland.',
} as const;

/** Code of a part of the United Kingdom. */
export type Nation = keyof typeof NATIONS;

/** What the first three characters of a code, its entity, say of the area. */
export type EntityMeaning =
  | { readonly area: 'COUNCIL'; readonly kind: CouncilKind; readonly nation: Nation }
  | { readonly area: 'WARD'; readonly kind: WardKind; readonly nation: Nation }
  | { readonly area: 'OTHER'; readonly kind: null; readonly nation: Nation; readonly meaning: string };

const council = (kind: CouncilKind, nation: Nation): EntityMeaning => ({ area: 'COUNCIL', kind, nation });
const ward = (kind: WardKind, nation: Nation): EntityMeaning => ({ area: 'WARD', kind, nation });
const other = (meaning: string, nation: Nation): EntityMeaning => ({
  area: 'OTHER',
  kind: null,
  nation,
  meaning,
});

/** Where the codes are defined. */
export const CODING_RULE = {
  title: 'Register of Geographic Codes',
  section: 'entities',
  url: 'https://geoportal.statistics.gov.uk/search?q=PRD_RGC',
} as const;

/** Entities of the nine-character codes of the Office for National Statistics that a council's data can show. */
export const ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  E06: council('UNITARY', 'ENGLAND'),
  E07: council('NON_METROPOLITAN_DISTRICT', 'ENGLAND'),
  E08: council('METROPOLITAN_DISTRICT', 'ENGLAND'),
  E09: council('LONDON_BOROUGH', 'ENGLAND'),
  E10: council('COUNTY', 'ENGLAND'),
  E47: council('COMBINED_AUTHORITY', 'ENGLAND'),
  E61: council('STRATEGIC_AUTHORITY', 'ENGLAND'),
  S12: council('SCOTTISH_COUNCIL', 'SCOTLAND'),
  W06: council('WELSH_COUNCIL', 'WALES'),
  N09: council('NORTHERN_IRELAND_DISTRICT', 'NORTHERN_IRELAND'),
  E05: ward('ELECTORAL_WARD', 'ENGLAND'),
  E58: ward('COUNTY_ELECTORAL_DIVISION', 'ENGLAND'),
  S13: ward('SCOTTISH_WARD', 'SCOTLAND'),
  W05: ward('WELSH_WARD', 'WALES'),
  N08: ward('NORTHERN_IRELAND_WARD', 'NORTHERN_IRELAND'),
  N10: ward('NORTHERN_IRELAND_WARD', 'NORTHERN_IRELAND'),
  E04: other('a civil parish', 'ENGLAND'),
  W04: other('a community', 'WALES'),
  E11: other('a metropolitan county, which has no council', 'ENGLAND'),
  E12: other('a region', 'ENGLAND'),
  E13: other('inner or outer London', 'ENGLAND'),
  E14: other('a parliamentary constituency', 'ENGLAND'),
  E92: other('a country', 'ENGLAND'),
  S92: other('a country', 'SCOTLAND'),
  W92: other('a country', 'WALES'),
  N92: other('a country', 'NORTHERN_IRELAND'),
};
