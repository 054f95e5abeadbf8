import { nearestHeader } from './header-words';
import { isMapped, type ColumnMapping, type Understanding } from './recognise-columns.import';

/** Names shown of those that no column has. */
const SHOWN_NAMES = 5;
/** Headers shown where none is near the one that is missed. */
const SHOWN_HEADERS = 12;

type Column = Understanding['columns'][number];

const headersOf = (columns: readonly Column[]): string[] => [
  ...new Set(columns.map(({ header }) => header).filter((header) => header !== '')),
];

const quoted = (header: string): string => `"${header.slice(0, 60)}"`;

/**
 * Why a mapping does not fit a file: it names columns that none of its tables has, with the headers that were probably
 * meant. Such a name is a slip: left alone, its column would be taken for something else, or not read.
 * @param tables those that were read; a workbook fits where one of its sheets has the column
 * @returns the rest of a sentence that begins with the file; null where the mapping fits
 */
export function misfitOf(mapping: ColumnMapping, tables: readonly Understanding[]): string | null {
  const columns = tables.flatMap((table) => table.columns);
  const missed = [...mapping.keys()].filter(
    (name) => !columns.some(({ header, position }) => isMapped(name, header, position)),
  );
  if (missed.length === 0) return null;
  const isSaid = ({ header, position }: Column) =>
    [...mapping.keys()].some((name) => isMapped(name, header, position));
  const headers = headersOf(columns);
  const free = headersOf(columns.filter((column) => !isSaid(column)));
  const told = missed.slice(0, SHOWN_NAMES).map((name) => {
    const meant = nearestHeader(name, free);
    return meant === null ? quoted(name) : `${quoted(name)} (is ${quoted(meant)} meant?)`;
  });
  const isGuessed = told.every((text) => text.endsWith('meant?)'));
  const there = headers.slice(0, SHOWN_HEADERS).map(quoted).join(', ');
  const itHas =
    isGuessed || there === '' ? '' : `; it has ${there}${headers.length > SHOWN_HEADERS ? ' …' : ''}`;
  const more = missed.length > told.length ? ` and ${missed.length - told.length} more` : '';
  return `the mapping names ${missed.length === 1 ? 'a column' : 'columns'} that it does not have: ${told.join(', ')}${more}${itHas}`;
}
