import { addDays, dayOfWeek, type LocalDate } from '@coop/shared/time';

/** What a supplier of the demo world is paid for, month by month. */
export interface DemoLine {
  readonly department: string;
  readonly purpose: string;
  readonly category: string;
  /** What a month comes to on average, in pence. */
  readonly monthlyPence: number;
  /** In how many parts a month is paid; once unless told. */
  readonly parts?: number;
  /** Only every so many months; each unless told. */
  readonly every?: number;
  readonly channel?: 'INVOICE' | 'CARD' | 'GRANT';
  readonly merchantCategory?: string;
  readonly isCapital?: boolean;
  /** Paid in the same amount every time: a rent, a licence. */
  readonly isFixed?: boolean;
}

/** A payment of the demo world. */
export interface DemoPayment {
  readonly supplier: string;
  readonly paidOn: LocalDate;
  readonly amountPence: number;
  readonly irrecoverableVatPence: number;
  readonly department: string;
  readonly purpose: string;
  readonly category: string;
  readonly reference: string;
  readonly invoiceNumber: string | null;
  readonly channel: 'INVOICE' | 'CARD' | 'GRANT';
  readonly merchantCategory: string | null;
  readonly isCapital: boolean;
}

/** A number from 0 to 1 that a text always has: the demo world is the same wherever it is loaded. */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x1_0000_0000;
}

/** A weekday at or after a day. */
function weekdayFrom(day: LocalDate): LocalDate {
  const inWeek = dayOfWeek(day);
  return inWeek >= 6 ? addDays(day, 8 - inWeek) : inWeek === 0 ? addDays(day, 1) : day;
}

/**
 * The payments of one line in one month.
 * @param month its first day
 * @param number of the month from some beginning, by which lines that are paid now and then take turns
 */
export function paymentsOfLine(
  supplier: string,
  line: DemoLine,
  month: LocalDate,
  number: number,
): DemoPayment[] {
  const { parts = 1, every = 1, channel = 'INVOICE', monthlyPence, isFixed = false } = line;
  if ((number + Math.floor(chance(`${supplier} ${line.purpose}`) * every)) % every !== 0) return [];
  return Array.from({ length: parts }, (_, part) => {
    const seed = `${supplier} ${line.purpose} ${month} ${part}`;
    const swing = isFixed ? 1 : 0.75 + chance(`amount ${seed}`) * 0.5;
    const amountPence = Math.round((monthlyPence / parts) * swing);
    const document = Math.floor(chance(`document ${seed}`) * 9_000_000) + 1_000_000;
    return {
      supplier,
      paidOn: weekdayFrom(addDays(month, Math.floor(chance(`day ${seed}`) * 25))),
      amountPence,
      irrecoverableVatPence: 0,
      department: line.department,
      purpose: line.purpose,
      category: line.category,
      reference: `${channel === 'CARD' ? 'PC' : 'EX'}${document}`,
      invoiceNumber: channel === 'INVOICE' ? `INV-${String(document).slice(1)}` : null,
      channel,
      merchantCategory: line.merchantCategory ?? null,
      isCapital: line.isCapital ?? false,
    };
  });
}
