import { choiceCell, dayCell, defineColumns, textCell, type TableRow } from '@coop/shared/importing';
import { AREA_CHANGE_KINDS, type AreaChangeKind } from '../areas/area-changes.law';

/** Headers that bear the year of their table: `WDCD`, `WD24CD`. */
const dated = (prefix: string, suffix: string): string[] => [
  `${prefix}${suffix}`,
  ...Array.from({ length: 30 }, (_, index) => `${prefix}${index + 10}${suffix}`),
];

const kinds = Object.fromEntries(
  Object.keys(AREA_CHANGE_KINDS).map((kind) => [kind, []]),
) as unknown as Record<AreaChangeKind, readonly string[]>;

/** The columns of all tables of areas; which of them a file has tells which table it is. */
export const AREA_COLUMNS = defineColumns([
  { key: 'wardCode', names: dated('WD', 'CD'), description: 'code of a ward' },
  // Taken as it stands, so that blanks at the ends of a name can be reported.
  { key: 'wardName', names: dated('WD', 'NM'), description: 'name of the ward', verbatim: true },
  { key: 'seenYear', names: ['SOURCEFILE'], description: 'year of the first table that carries the ward' },
  {
    key: 'districtCode',
    names: dated('LAD', 'CD'),
    description: 'code of a district or single-tier council',
  },
  { key: 'districtName', names: dated('LAD', 'NM'), description: 'its name', verbatim: true },
  { key: 'activeCode', names: ['LADCD_ACTIVE'], description: 'code of the council that is there today' },
  { key: 'upperCode', names: ['UTLACD'], description: 'code of an upper-tier or single-tier council' },
  { key: 'upperName', names: ['UTLANM'], description: 'its name', verbatim: true },
  { key: 'combinedCode', names: ['CAUTHCD'], description: 'code of a combined authority' },
  { key: 'combinedName', names: ['CAUTHNM'], description: 'its name', verbatim: true },
  {
    key: 'regionName',
    names: ['RGNNM', 'region'],
    description: 'name of the English region',
    parse: textCell,
  },
  { key: 'registerCode', names: ['local-authority-code'], description: "the register's own code" },
  { key: 'gssCode', names: ['gss-code'], description: 'code of the authority' },
  { key: 'niceName', names: ['nice-name'], description: 'its name in short', verbatim: true },
  { key: 'officialName', names: ['official-name'], description: 'its name in full', parse: textCell },
  {
    key: 'startDate',
    names: ['start-date'],
    description: 'its first day',
    parse: dayCell,
    onProblem: 'keep',
  },
  {
    key: 'endDate',
    names: ['end-date'],
    description: 'the day on which it ended',
    parse: dayCell,
    onProblem: 'keep',
  },
  { key: 'replacedBy', names: ['replaced-by'], description: "the register's codes of what followed it" },
  { key: 'formerCodes', names: ['former-gss-codes'], description: 'codes that it had before' },
  { key: 'from', names: ['from', 'former code'], description: 'code of an area that ended' },
  { key: 'to', names: ['to', 'successor code'], description: 'code of one that followed it' },
  { key: 'on', names: ['on', 'changed on'], description: 'first day of what followed', parse: dayCell },
  { key: 'kind', names: ['kind'], description: 'what happened', parse: choiceCell<AreaChangeKind>(kinds) },
]);

/** A row of a table of areas that could be read. */
export type AreaTableRow = TableRow<typeof AREA_COLUMNS>;
