import { splitRecords, type TextRecord } from './delimited';
import {
  SECTIONS,
  type PabulibFile,
  type PabulibProblem,
  type Read,
  type Section,
  type SectionName,
} from './pabulib-file';

const BYTE_ORDER_MARK = '\uFEFF';

const REQUIRED_COLUMNS: Readonly<Record<SectionName, readonly string[]>> = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
};

/** The section that a record begins: its name alone on a line. A row has at least two cells. */
const sectionNamed = ({ cells }: TextRecord): SectionName | undefined =>
  cells.length === 1 ? SECTIONS.find((name) => name === cells[0]?.trim().toUpperCase()) : undefined;

/** The line of the first bytes that are not UTF-8. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop;
  }
  return line;
}

function textOf(bytes: Uint8Array): string | PabulibProblem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const mark = text.indexOf('\0');
    if (mark === -1) return text;
    const line = text.slice(0, mark).split('\n').length;
    return { kind: 'NOT_TEXT', line, message: 'The file holds bytes that no text has.' };
  } catch {
    return { kind: 'NOT_TEXT', line: badLine(bytes), message: 'The file is not UTF-8 text.' };
  }
}

function headerProblems(name: SectionName, { title, header }: Section): PabulibProblem[] {
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const line = header.line;
  const missing = REQUIRED_COLUMNS[name].filter((column) => !columns.includes(column));
  const repeated = columns.filter((column, index) => columns.indexOf(column) !== index);
  return [
    ...missing.map((column): PabulibProblem => ({
      kind: 'MISSING_COLUMN',
      line: header === title ? null : line,
      message: `The section ${name} has no column ${column}.`,
    })),
    ...repeated.map((column): PabulibProblem => ({
      kind: 'REPEATED_COLUMN',
      line,
      message: `The section ${name} has two columns ${column}.`,
    })),
  ];
}

function rowProblems(name: SectionName, { header, rows }: Section): PabulibProblem[] {
  const width = header.cells.length;
  return rows
    .filter(({ cells }) => cells.length !== width)
    .map(({ line, cells }) => ({
      kind: 'ROW_LENGTH',
      line,
      message: `A row of ${name} has ${cells.length} cells where the header has ${width}.`,
    }));
}

function repeatedKeys({ rows }: Section): PabulibProblem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ line, cells }) => {
    const key = cells[0]?.trim().toLowerCase() ?? '';
    const repeated = seen.has(key);
    seen.add(key);
    return repeated ? [{ kind: 'REPEATED_KEY' as const, line, message: `META gives ${key} twice.` }] : [];
  });
}

interface Draft {
  readonly title: TextRecord;
  readonly records: TextRecord[];
}

function sectionsOf(records: readonly TextRecord[]) {
  const drafts = new Map<SectionName, Draft>();
  const problems: PabulibProblem[] = [];
  let current: Draft | undefined;
  for (const record of records) {
    const name = sectionNamed(record);
    if (name !== undefined) {
      if (drafts.has(name))
        problems.push({
          kind: 'REPEATED_SECTION',
          line: record.line,
          message: `The section ${name} comes twice.`,
        });
      current = { title: record, records: [] };
      drafts.set(name, current);
    } else if (current === undefined) {
      problems.push({
        kind: 'JUNK',
        line: record.line,
        message: 'The file does not begin with a section META.',
      });
      break;
    } else current.records.push(record);
  }
  return { drafts, problems };
}

function lineEndOf(text: string): PabulibFile['lineEnd'] {
  const [end] = /\r\n|\n|\r/.exec(text) ?? [];
  return end === '\r\n' || end === '\r' ? end : '\n';
}

/**
 * Reads a Pabulib `.pb` file without losing anything: any columns, any keys, any line ends, a byte order mark.
 * A file that is not in the format is refused with every problem and its line.
 *
 * The format: Faliszewski and others, *Participatory Budgeting: Data, Tools, and Analysis* (pabulib.org/format).
 */
export function readPabulib(source: Uint8Array | string): Read<{ readonly file: PabulibFile }> {
  const refuse = (...problems: readonly PabulibProblem[]) => ({ ok: false as const, problems });
  const decoded = typeof source === 'string' ? source : textOf(source);
  if (typeof decoded !== 'string') return refuse(decoded);
  const mark = decoded.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const split = splitRecords(decoded.slice(mark.length));
  if (!split.ok)
    return refuse({ kind: 'UNCLOSED_QUOTE', line: split.line, message: 'A quotation mark is never closed.' });
  const { drafts, problems } = sectionsOf(split.records);
  if (problems.length > 0) return refuse(...problems);
  const missing = SECTIONS.filter((name) => !drafts.has(name));
  if (missing.length > 0)
    return refuse(
      ...missing.map((name) => ({
        kind: 'MISSING_SECTION' as const,
        line: null,
        message: `The section ${name} is missing.`,
      })),
    );
  const sectionOf = (name: SectionName): Section => {
    const { title, records } = drafts.get(name)!;
    return { title, header: records[0] ?? title, rows: records.slice(1) };
  };
  const sections = { META: sectionOf('META'), PROJECTS: sectionOf('PROJECTS'), VOTES: sectionOf('VOTES') };
  const found = SECTIONS.flatMap((name) => [
    ...headerProblems(name, sections[name]),
    ...rowProblems(name, sections[name]),
  ]);
  const all = [...found, ...repeatedKeys(sections.META)];
  if (all.length > 0) return refuse(...all);
  return {
    ok: true,
    file: { head: mark + split.head, lineEnd: lineEndOf(decoded), order: [...drafts.keys()], sections },
  };
}
