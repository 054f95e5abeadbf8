import { writeRecord, type TextRecord } from './delimited';
import { SECTIONS, type PabulibFile, type Section } from './pabulib-file';

/** A `.pb` file as text. What was read from a file comes out byte for byte as it went in. */
export function writePabulib({ head, lineEnd, order, sections }: PabulibFile): string {
  const records = order.flatMap((name) => [
    sections[name].title,
    ...(sections[name].header === sections[name].title ? [] : [sections[name].header]),
    ...sections[name].rows,
  ]);
  return head + records.map((record) => writeRecord(record, lineEnd)).join('');
}

const made = (...cells: readonly string[]): TextRecord => ({ line: 0, cells, raw: null });

/** A table of a file in the making: column names, and cells in their order. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Makes a `.pb` file out of its three tables. */
export function makePabulib(
  meta: readonly (readonly [key: string, value: string])[],
  projects: Table,
  votes: Table,
): PabulibFile {
  const section = (title: string, { columns, rows }: Table): Section => ({
    title: made(title),
    header: made(...columns),
    rows: rows.map((cells) => made(...cells)),
  });
  return {
    head: '',
    lineEnd: '\n',
    order: SECTIONS,
    sections: {
      META: section('META', { columns: ['key', 'value'], rows: meta }),
      PROJECTS: section('PROJECTS', projects),
      VOTES: section('VOTES', votes),
    },
  };
}
