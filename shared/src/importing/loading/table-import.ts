import type { EntityManager, EntityTarget } from 'typeorm';
import type { ColumnSpecs, TableRow } from '../reading';

/** A row of a table that imports write to. */
export interface ImportedRow {
  id: string;
  /** The run that brought it; empty for a row that no import brought. Indexed, for clean-up. */
  importRunId: string;
  version: number;
}

/** A row as the file has it: everything but what the loader sets. An id only where it is no new typed one. */
export type IncomingRow<Row extends ImportedRow> = Partial<Omit<Row, 'importRunId' | 'version'>>;

/** Why a row of the file becomes no row of the table, a sentence for each reason. */
export interface RowRefusal {
  readonly refused: readonly string[];
}

/** What an importer may know of the run when it makes rows. */
export interface ImportFacts {
  /** GSS code of the council whose rows they are; empty for a national table. */
  readonly council: string;
  /** The one instant of the import. */
  readonly now: Date;
}

/** How the rows of one kind of file become rows of one table. */
export interface TableImport<Columns extends ColumnSpecs, Row extends ImportedRow> {
  /** What is imported, in the plural: `assets`. The audit trail calls it `assetsImport`. */
  readonly kind: string;
  readonly entity: EntityTarget<Row>;
  readonly columns: Columns;
  /** Prefix of the ids of new rows: `asset`. */
  readonly idPrefix: string;
  /** The property that tells one row from another within its council: `reference`. Text, never null. */
  readonly key: keyof Row & string;
  /** What people call the key, where that is not the property's name: `reference`. */
  readonly keyName?: string;
  /** The property that holds the council, where rows belong to one. An index begins with it and the key. */
  readonly scope?: keyof Row & string;
  /**
   * Makes a row of the table from a row of the file.
   * @param warn notes what is odd about a row that is taken all the same, a sentence
   */
  toRow(
    row: TableRow<Columns>,
    facts: ImportFacts,
    warn: (reason: string) => void,
  ): IncomingRow<Row> | RowRefusal;
  /**
   * What the file changes in a row that is there already; null for nothing. Left out, every property that the
   * incoming row has is compared.
   */
  differs?(existing: Row, incoming: IncomingRow<Row>): Partial<Row> | null;
  /**
   * Writes what follows from rows into other tables, such as an index of words. Changed rows come in the transaction
   * that changes them; new ones some thousands together, in the order of their ids, in a transaction after those that
   * wrote them and before anybody sees them: an index is written much faster the more of its entries come at once.
   * What it writes must do no harm when the import is abandoned after it.
   * @param areNew false for rows that were there before and that the file has changed
   */
  follow?(manager: EntityManager, rows: readonly Row[], areNew: boolean): Promise<void>;
}

/** Compares every property that the incoming row has; what differs, with its new values, or null. */
export function changedProperties<Row extends ImportedRow>(
  existing: Row,
  incoming: IncomingRow<Row>,
): Partial<Row> | null {
  const changed: Record<string, unknown> = {};
  let any = false;
  for (const [property, value] of Object.entries(incoming)) {
    if (property === 'id' || value === undefined || same(existing[property as keyof Row], value)) continue;
    changed[property] = value;
    any = true;
  }
  return any ? (changed as Partial<Row>) : null;
}

function same(stored: unknown, incoming: unknown): boolean {
  if (stored === incoming) return true;
  if (stored instanceof Date && incoming instanceof Date) return stored.getTime() === incoming.getTime();
  return typeof stored === 'object' && stored !== null && JSON.stringify(stored) === JSON.stringify(incoming);
}
