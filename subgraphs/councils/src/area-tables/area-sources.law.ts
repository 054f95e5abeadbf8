import type { LocalDate } from '@coop/shared/time';
import type { CouncilKind } from '../areas/area-kinds.law';

/** Where the name of an area comes from, the lightest first: a weightier source gives it its name, whenever it is read. */
export const AREA_NAME_SOURCES = {
  WARD_TABLE:
    'The table of ward codes, which names a council beside each of its wards, by its name of that year.',
  REGISTER: 'The register of local authorities, which names councils as people do.',
  CODE_TABLE: 'A table of codes of councils, which gives the name that is in force.',
  RECORD: 'Entered as a fact that was looked up; no file renames it.',
} as const;

/** Code of where a name comes from. */
export type AreaNameSource = keyof typeof AREA_NAME_SOURCES;

/** A day on which councils of a kind began, all over a part of the country. */
export interface Reorganisation {
  readonly kind: CouncilKind;
  readonly on: LocalDate;
  /** The law that made them. */
  readonly source: string;
}

const on = (day: LocalDate, source: string, ...kinds: readonly CouncilKind[]): Reorganisation[] =>
  kinds.map((kind) => ({ kind, on: day, source }));

/**
 * The days on which councils began by the general laws. The register of local authorities gives many a day that is
 * none of theirs: for a good part the day on which it was itself filled, in May and June 2005 (Oldham, of 1974, is
 * dated 7 June 2005), and others besides (Birmingham, of 1974, is dated 1 July 1996). So a first day in it is taken
 * only where the law bears it out, or what the council followed.
 */
export const REORGANISATIONS: readonly Reorganisation[] = [
  ...on('1965-04-01', 'London Government Act 1963', 'LONDON_BOROUGH'),
  ...on(
    '1974-04-01',
    'Local Government Act 1972',
    'METROPOLITAN_DISTRICT',
    'COUNTY',
    'NON_METROPOLITAN_DISTRICT',
  ),
  ...on('1995-04-01', 'Local Government Act 1992, structural changes', 'UNITARY'),
  ...on('1996-04-01', 'Local Government Act 1992, structural changes', 'UNITARY'),
  ...on('1997-04-01', 'Local Government Act 1992, structural changes', 'UNITARY'),
  ...on('1998-04-01', 'Local Government Act 1992, structural changes', 'UNITARY'),
  ...on(
    '2009-04-01',
    'Local Government and Public Involvement in Health Act 2007, structural changes',
    'UNITARY',
  ),
  ...on('1996-04-01', 'Local Government etc. (Scotland) Act 1994', 'SCOTTISH_COUNCIL'),
  ...on('1996-04-01', 'Local Government (Wales) Act 1994', 'WELSH_COUNCIL'),
  ...on('2015-04-01', 'Local Government Act (Northern Ireland) 2014', 'NORTHERN_IRELAND_DISTRICT'),
];
