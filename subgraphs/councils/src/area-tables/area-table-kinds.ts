/** Tables of areas, as messages name them. */
export const AREA_TABLE_KINDS = {
  WARDS: 'a table of wards',
  DISTRICTS: 'a table of districts and single-tier councils',
  UPPER_TIER: 'a table of upper-tier councils',
  COMBINED: 'a table of combined authorities',
  REGISTER: 'the register of local authorities',
  CHANGES: 'a table of changes',
} as const;

/** Which table of areas a file is. */
export type AreaTableKind = keyof typeof AREA_TABLE_KINDS;

/** The columns by which each table is told, the most telling table first: a ward's row names its council too. */
const TOLD_BY: readonly (readonly [AreaTableKind, readonly string[]])[] = [
  ['WARDS', ['wardCode', 'wardName', 'districtCode', 'districtName']],
  ['REGISTER', ['registerCode', 'gssCode', 'niceName']],
  ['CHANGES', ['from', 'to', 'on', 'kind']],
  ['DISTRICTS', ['districtCode', 'districtName']],
  ['UPPER_TIER', ['upperCode', 'upperName']],
  ['COMBINED', ['combinedCode', 'combinedName']],
];

/** Which table has these columns, by the importer's own names of them; null when it is none of areas. */
export function areaTableKind(columns: ReadonlySet<string>): AreaTableKind | null {
  return TOLD_BY.find(([, needed]) => needed.every((one) => columns.has(one)))?.[0] ?? null;
}
