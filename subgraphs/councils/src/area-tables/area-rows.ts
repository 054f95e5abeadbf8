import type { LocalDate } from '@coop/shared/time';
import type { AreaNameSource } from './area-sources.law';
import type { AreaTableKind } from './area-table-kinds';
import type { SourcedChange } from './change-merge.rules';

/** What a row of a table says of a council. */
export interface CouncilRow {
  /** Number of the row in its file, as a spreadsheet shows it. */
  readonly row: number;
  readonly gssCode: string;
  readonly name: string;
  readonly nameSource: AreaNameSource;
  readonly officialName: string | null;
  /** English region; null elsewhere, or where the table does not say. */
  readonly region: string | null;
  /** First day where the table's can be believed. */
  readonly validFrom: LocalDate | null;
}

/** What a row of a table says of a ward. */
export interface WardRow {
  readonly row: number;
  readonly gssCode: string;
  readonly name: string;
  readonly council: CouncilRow;
  /** First year in whose table the code stands; null where the table does not say. */
  readonly firstSeenYear: number | null;
}

/** What a row of a table says of an area that ended. */
export interface ChangeRow extends SourcedChange {
  readonly row: number;
}

/** Everything that a file says. */
export interface AreaRows {
  readonly kind: AreaTableKind;
  /** How many rows of data it has. */
  readonly rows: number;
  /** Rows that cannot be used; each is in the remarks. */
  readonly rejected: number;
  readonly councils: readonly CouncilRow[];
  readonly wards: readonly WardRow[];
  readonly changes: readonly ChangeRow[];
}
