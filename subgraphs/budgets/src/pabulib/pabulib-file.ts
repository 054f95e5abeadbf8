import type { TextRecord } from './delimited';

/** What can be wrong with a `.pb` file. */
export type PabulibProblemKind =
  | 'NOT_TEXT'
  | 'UNCLOSED_QUOTE'
  | 'JUNK'
  | 'MISSING_SECTION'
  | 'REPEATED_SECTION'
  | 'MISSING_COLUMN'
  | 'REPEATED_COLUMN'
  | 'ROW_LENGTH'
  | 'MISSING_KEY'
  | 'REPEATED_KEY'
  | 'REPEATED_PROJECT'
  | 'NOT_AN_AMOUNT'
  | 'COST_IS_ZERO'
  | 'UNKNOWN_VOTE_TYPE'
  | 'UNSUPPORTED'
  | 'UNKNOWN_PROJECT'
  | 'TOO_MANY_CHOICES'
  | 'POINTS_DO_NOT_FIT';

/** Why a file, or an election in it, cannot be read. */
export interface PabulibProblem {
  readonly kind: PabulibProblemKind;
  /** Line of the file, from 1; null when something is missing altogether. */
  readonly line: number | null;
  /** One sentence. */
  readonly message: string;
}

/** The sections of a `.pb` file. */
export const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
/** The name of a section. */
export type SectionName = (typeof SECTIONS)[number];

/** One section: its title, its column names, its rows. */
export interface Section {
  readonly title: TextRecord;
  readonly header: TextRecord;
  readonly rows: readonly TextRecord[];
}

/**
 * A `.pb` file as it stands: every section, column and cell, in the order of the file. What was read from a file
 * is written again byte for byte; a record that was made by hand (`raw: null`) is written with the fewest
 * quotation marks.
 */
export interface PabulibFile {
  /** What stands before the first section: a byte order mark, blank lines. */
  readonly head: string;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** The names of the sections in the order of the file. */
  readonly order: readonly SectionName[];
  readonly sections: Readonly<Record<SectionName, Section>>;
}

/** What reading something gives: the thing, or every problem that was found. */
export type Read<Thing> =
  ({ readonly ok: true } & Thing) | { readonly ok: false; readonly problems: readonly PabulibProblem[] };

/** The place of a column in a section; -1 when it has none of that name. */
export function columnOf(section: Section, name: string): number {
  return section.header.cells.findIndex((cell) => cell.trim().toLowerCase() === name);
}

/** What META says of a key, without blanks around it; undefined when it says nothing or is silent. */
export function metaValue(file: PabulibFile, key: string): string | undefined {
  const row = file.sections.META.rows.find(({ cells }) => cells[0]?.trim().toLowerCase() === key);
  return row?.cells[1]?.trim() || undefined;
}

/** The line on which META speaks of a key; null when it does not. */
export function metaLine(file: PabulibFile, key: string): number | null {
  const row = file.sections.META.rows.find(({ cells }) => cells[0]?.trim().toLowerCase() === key);
  return row?.line ?? null;
}
