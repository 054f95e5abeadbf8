import type { AreaTableRow } from './area-columns.import';
import type { AreaRows, ChangeRow } from './area-rows';
import type { ImportRemarks } from './import-remarks';

/** The rows of a table of changes; whether they make sense together is for the rules to say. */
export function readChanges(
  rows: readonly AreaTableRow[],
  remarks: ImportRemarks,
): Omit<AreaRows, 'kind' | 'rows'> {
  const changes: ChangeRow[] = [];
  for (const { row, cells } of rows) {
    const { from, to, on, kind } = cells;
    if (from === null || to === null || kind === null)
      remarks.add('Rows that leave out the former code, the one that followed or the kind', `row ${row}`);
    else
      changes.push({
        row,
        from: from.toUpperCase(),
        to: to.toUpperCase(),
        on,
        kind,
        source: 'TABLE_OF_CHANGES',
      });
  }
  return { changes, councils: [], wards: [], rejected: rows.length - changes.length };
}
