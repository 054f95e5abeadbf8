/** A cell read: its value (null where the text stands for nothing), or what is wrong with it. */
export type CellReading<Value> = { readonly value: Value | null } | { readonly problem: string };

/** Reads the trimmed, non-blank text of a cell. The problem is a sentence without the text itself. */
export type CellParser<Value> = (text: string) => CellReading<Value>;

/** A column that an importer knows. */
export interface ColumnSpec<Key extends string = string, Value = unknown> {
  /** The importer's own name for it. */
  readonly key: Key;
  /** Headers by which it is recognised, best first; case, punctuation and spaces do not matter. */
  readonly names: readonly string[];
  /** What it holds, for help texts and refusals. */
  readonly description: string;
  /** A file without this column is refused whole. */
  readonly required?: boolean;
  /** A row that leaves it blank is rejected. */
  readonly filled?: boolean;
  /** Reads its cells; without one a cell is its trimmed text. */
  readonly parse?: CellParser<Value>;
  /** What a cell that cannot be read does to its row: reject it (the default), or keep it without the value. */
  readonly onProblem?: 'reject' | 'keep';
  /** Its text is taken as it stands, white space at its ends included. */
  readonly verbatim?: boolean;
}

/** The columns of an importer. */
export type ColumnSpecs = readonly ColumnSpec[];

type ValueOf<Column> = Column extends { readonly parse: CellParser<infer Value> } ? Value : string;

/**
 * The cells of a row by key: null where blank, or where the file has no such column. Read through getters: take
 * them by name (`cells.postcode`) or all at once with `toJSON()`; spreading the object copies nothing.
 */
export type Cells<Columns extends ColumnSpecs> = {
  readonly [Column in Columns[number] as Column['key']]: ValueOf<Column> | null;
} & { toJSON(): Record<string, unknown> };

/**
 * Checks an importer's columns once, where they are defined, and keeps their types.
 * @throws Error when a key stands twice, a column has no name, or a name recognises two columns.
 */
export function defineColumns<const Columns extends ColumnSpecs>(columns: Columns): Columns {
  const keys = new Set<string>();
  const owners = new Map<string, string>();
  for (const { key, names } of columns) {
    if (keys.has(key)) throw new Error(`Column ${key} is defined twice.`);
    keys.add(key);
    if (names.length === 0) throw new Error(`Column ${key} has no name to be recognised by.`);
    for (const name of names.map(normaliseName)) {
      const owner = owners.get(name);
      if (name === '' || (owner && owner !== key))
        throw new Error(`Column ${key}: the name "${name}" is blank or belongs to ${owner ?? 'no column'}.`);
      owners.set(name, key);
    }
  }
  return columns;
}

/** A header without what people vary: case, accents, punctuation, spaces and byte order marks. */
function normaliseName(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '');
}

/** Where each known column stands, and what the others are called. */
export interface HeaderMatch {
  /** The position of each recognised column, by key. */
  readonly positions: ReadonlyMap<string, number>;
  /** For every position that no key took: the header, or `column N` where it is blank or was there before. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Keys of required columns that are not there. */
  readonly missing: readonly string[];
}

/** Recognises a row of headers. Of several headers for one column the one whose name stands first wins. */
export function matchHeader(headers: readonly string[], columns: ColumnSpecs): HeaderMatch {
  const normalised = headers.map(normaliseName);
  const positions = new Map<string, number>();
  for (const { key, names } of columns)
    for (const name of names) {
      const position = normalised.indexOf(normaliseName(name));
      if (position < 0) continue;
      positions.set(key, position);
      break;
    }
  const taken = new Set(positions.values());
  const used = new Set<string>([...positions.values()].map((position) => normalised[position]!));
  const unknown = new Map<number, string>();
  for (const [position, header] of headers.entries()) {
    if (taken.has(position)) continue;
    const name = normalised[position]!;
    unknown.set(position, name === '' || used.has(name) ? columnName(position) : header.trim());
    used.add(name);
  }
  const missing = columns
    .filter(({ key, required }) => required && !positions.has(key))
    .map(({ key }) => key);
  return { positions, unknown, missing };
}

/** How a column without a name of its own is called: `column 3`, counted from 1. */
export function columnName(position: number): string {
  return `column ${position + 1}`;
}
