import { dayCell } from '@coop/shared/importing';
import { visible } from '@coop/shared/text';
import { formatDay, type LocalDate } from '@coop/shared/time';
import { readAmount } from './amount';
import { gssCodesIn } from './bodies';
import type { Meaning } from './meanings';
import { PAYMENT_LIMITS } from './payment-limits';
import type { RowCells, RowOddity } from './row-cells.import';

/** The day of payment; null where the row does not say one that can be right, which it is rejected for. */
export function paidOnOf(row: RowCells, today: LocalDate): LocalDate | null {
  const text = row.text('paidOn');
  const reading = text === '' ? NO_DAY : dayCell(text);
  if ('problem' in reading) {
    row.reject('paidOn', `${reading.problem} (“${visible(text.slice(0, 40))}”)`);
    return null;
  }
  const day = reading.value;
  if (day === null) row.reject('paidOn', 'It has no day of payment.');
  else if (day > today) row.reject('paidOn', `The day of payment, ${formatDay(day)}, lies in the future.`);
  else if (day < PAYMENT_LIMITS.earliestDay)
    row.reject('paidOn', `The day of payment, ${formatDay(day)}, cannot be right.`);
  else return day;
  return null;
}

const NO_DAY = { value: null } as const;

/** The column in which a table has its amounts: net where it has that, gross where it has nothing else. */
export const amountColumn = (row: RowCells): Meaning =>
  row.has('amountNet') ? 'amountNet' : row.has('amount') ? 'amount' : 'amountGross';

/** What was paid. */
export interface PaidAmount {
  readonly pence: number;
  readonly basis: 'NET' | 'GROSS';
}

/**
 * The amount: net where the row has it, gross where only that is filled in; null where it is none, which the row is
 * rejected for.
 * @param column the one in which the table has its amounts
 */
export function paidAmountOf(row: RowCells, column: Meaning): PaidAmount | null {
  const text = row.text(column);
  const gross = row.text('amountGross');
  const written = text === '' ? gross : text;
  const pence = written === '' ? null : readAmount(written);
  if (pence === null || Math.abs(pence) > PAYMENT_LIMITS.largestPence) {
    row.reject(column, noAmount(written, pence));
    return null;
  }
  const isGross = column === 'amountGross' || (text === '' && gross !== '');
  return { pence, basis: isGross ? 'GROSS' : 'NET' };
}

function noAmount(written: string, pence: number | null): string {
  if (written === '') return 'It has no amount.';
  const shown = `(“${visible(written.slice(0, 40))}”)`;
  if (pence !== null) return `It is too large an amount for a payment of a council. ${shown}`;
  return `${/^[\d.,\s-]{16,}$/.test(written) ? 'It is too large an amount' : 'It is not an amount of pounds'}. ${shown}`;
}

/** Rejects a row that says by a GSS code that it is another council's. */
export function checkBody(row: RowCells, gssCode: string): void {
  const body = row.text('body');
  if (body === '' || body.length >= 200 || !/[ewsn]\d{8}/i.test(body)) return;
  const codes = gssCodesIn(body);
  if (codes.length > 0 && !codes.includes(gssCode))
    row.reject('body', `It is of another council, ${codes[0]}.`);
}

const TOTAL = /^((?:(?:grand|sub|overall)[\s-]*)?totals?)\b[^\d]{0,60}$/i;

/** What is said of a line that sums up others; null for any other row. */
export function totalIn(cells: readonly string[]): RowOddity | null {
  const label = cells.map((cell) => cell.trim()).find((cell) => cell !== '');
  // Only the word that makes it a total is quoted: a person's name may come after it.
  const word = label === undefined ? undefined : TOTAL.exec(label)?.[1];
  if (word === undefined) return null;
  const message =
    `It is a line with a total of other rows (“${visible(word.slice(0, 40))}”), not a payment: it has no day of payment. ` +
    'It counts as rejected, so that no amount is counted twice.';
  return { column: '', message };
}
