import type { LocalDate } from '@coop/shared/time';

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

/**
 * The days on which the register of local authorities was first filled. It gave the day of the entry as the first
 * day of councils that were much older (Oldham, of 1974, is dated 7 June 2005), so that a first day in this time
 * says nothing.
 */
export const REGISTER_FILLED: { readonly from: LocalDate; readonly until: LocalDate } = {
  from: '2005-05-01',
  until: '2005-06-30',
};
