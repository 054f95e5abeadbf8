import type { ColumnKind } from '../../../results';

const COMPACT = { notation: 'compact', maximumFractionDigits: 1 } as const;
const number = new Intl.NumberFormat('en-GB', COMPACT);
const pounds = new Intl.NumberFormat('en-GB', { ...COMPACT, style: 'currency', currency: 'GBP' });
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
/** Below it, every pound counts on an axis. */
const SMALL = 1_000_00;

/** A value of an axis, as short as can be: `£1.2m`. Exact values stand in the tooltip and in the figures. */
export function axisText(value: number, unit: ColumnKind): string {
  if (unit === 'share') return percent.format(value);
  if (unit !== 'money') return number.format(value);
  return Math.abs(value) < SMALL
    ? `${value < 0 ? '-' : ''}£${Math.abs(value) / 100}`
    : pounds.format(value / 100);
}
