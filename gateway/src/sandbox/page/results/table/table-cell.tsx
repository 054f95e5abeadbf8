import { formatCell, isNestedList, type Cell, type ColumnKind, type ListPath } from '../../../results';

interface TableCellProps {
  readonly cell: Cell;
  readonly kind: ColumnKind;
  readonly name: string;
  readonly onOpen: (path: ListPath) => void;
}

/** One value; a list within the row is a button that opens it. */
export function TableCell({ cell, kind, name, onOpen }: TableCellProps) {
  const text = formatCell(cell, kind, name);
  if (isNestedList(cell) && cell.count > 0) {
    return (
      <button
        type="button"
        className="open-list"
        aria-label={`Open ${name}: ${text}`}
        onClick={() => onOpen(cell.path)}
      >
        {text}
      </button>
    );
  }
  return <span title={text.length > 24 ? text : undefined}>{text}</span>;
}
