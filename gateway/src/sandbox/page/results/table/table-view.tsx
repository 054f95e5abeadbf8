import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { NUMERIC_KINDS, type ListPath, type Sorting, type Table } from '../../../results';
import { columnWidths } from './column-widths';
import { TableCell } from './table-cell';
import { TableHead } from './table-head';

/** Pixels; `table.css` has the same. */
const ROW_HEIGHT = 32;
/** Rows drawn beyond the window on either side, so that scrolling shows no gap. */
const OVERSCAN = 12;

interface TableViewProps {
  readonly label: string;
  readonly table: Table;
  readonly sorting: Sorting | null;
  readonly onSort: (column: string) => void;
  readonly onOpen: (path: ListPath) => void;
  /** Whether the table is to take the focus when it appears; it takes it once. */
  readonly focusNext: RefObject<boolean>;
}

/**
 * A table of which only the rows in sight are drawn, so that thousands cost no more than a screenful. It is a
 * table to a screen reader too, which is told how many rows there are and which of them these are.
 */
export function TableView({ label, table, sorting, onSort, onOpen, focusNext }: TableViewProps) {
  const { columns, rows } = table;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusNext.current) scroller.current?.focus();
    focusNext.current = false;
  }, [focusNext]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const widths = useMemo(() => columnWidths(table), [table]);
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // The window scrolls, so it takes the focus: arrow keys and Page Down work there.
    <div ref={scroller} className="table-window" role="region" aria-label={`Table of ${label}`} tabIndex={0}>
      <table aria-rowcount={rows.length + 1} aria-label={label}>
        <colgroup>
          {columns.map(({ name }, place) => (
            <col key={name} style={{ width: `${widths[place]}ch` }} />
          ))}
        </colgroup>
        <TableHead columns={columns} sorting={sorting} onSort={onSort} />
        <tbody>
          {before > 0 && <Gap height={before} columns={columns.length} />}
          {shown.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map(({ name, kind }, place) => (
                <td key={name} className={NUMERIC_KINDS.has(kind) ? 'figure' : undefined}>
                  <TableCell cell={rows[index]?.[place] ?? null} kind={kind} name={name} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Gap height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

/** Room for the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="gap" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}
