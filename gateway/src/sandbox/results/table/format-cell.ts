import { formatPence } from '@coop/shared/money';
import { isNestedList, type Cell, type ColumnKind } from './table';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const YEAR = /(^|\.|[a-z])year$/i;

/** A cell as people read it; empty text for nothing. The column's name tells a year (2026) from a count (2,026). */
export function formatCell(cell: Cell, kind: ColumnKind, name = ''): string {
  if (cell === null) return '';
  if (isNestedList(cell)) return `${number.format(cell.count)} ${cell.count === 1 ? 'row' : 'rows'}`;
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if (typeof cell === 'string') return kind === 'date' || kind === 'instant' ? formatTime(cell) : cell;
  if (kind === 'money') return formatPence(cell);
  if (kind === 'share') return percent.format(cell);
  return YEAR.test(name) ? String(cell) : number.format(cell);
}

/** `2026-03-05` as `5 Mar 2026`, and an instant with its minute and its zone. */
function formatTime(text: string): string {
  const [, year, month, day, time, zone] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})[\d:.]*(.*))?$/.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return text;
  const date = `${Number(day)} ${name} ${year}`;
  return time === undefined ? date : `${date}, ${time} ${zone === 'Z' ? 'UTC' : zone}`;
}
