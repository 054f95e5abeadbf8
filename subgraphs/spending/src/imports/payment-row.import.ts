import { cellText, dayCell } from '@coop/shared/importing';
import { LOOKS_PLAIN, textFault, visible } from '@coop/shared/text';
import { formatDay, type LocalDate } from '@coop/shared/time';
import type { Payment } from '../payments/payment.entity';
import { labelKey } from '../payments/payment-keys.queries';
import { supplierId, type PublishedSupplier } from '../suppliers/supplier-row.queries';
import { readAmount } from './amount';
import { gssCodesIn } from './bodies';
import { channelOf } from './channel';
import type { Meaning } from './meanings';
import { contentCodeOf } from './payment-content.queries';
import { PAYMENT_LIMITS } from './payment-limits';
import type { Understanding } from './recognise-columns.import';

/**
 * What is odd about a row. Messages quote only what stands where a day or an amount should: at most 40 characters, at
 * the end, so that they can be left out for those who may not read them.
 */
export interface RowOddity {
  readonly column: string;
  readonly message: string;
}

/** Whom a row pays, with the numbers that it gives. */
export interface RowSupplier extends PublishedSupplier {
  readonly companyNumber: string | null;
  readonly charityNumber: string | null;
  readonly vatNumber: string | null;
  /** The name is a person's who asked for it not to be shown; the numbers are left out with it. */
  readonly isRedacted: boolean;
}

/** A row read as a payment, but for its id, its import and which occurrence of its content it is. */
export interface ReadPayment {
  readonly ok: true;
  readonly payment: Omit<Payment, 'id' | 'importRunId' | 'identityKey' | 'version'>;
  readonly supplier: RowSupplier;
  readonly content: string;
  readonly warnings: readonly RowOddity[];
}

/** A row that is no payment, and every reason why. */
export interface RejectedRow {
  readonly ok: false;
  readonly problems: readonly RowOddity[];
}

/** What does not change from row to row. */
export interface PaymentFacts {
  readonly gssCode: string;
  readonly today: LocalDate;
  /** The key of content codes. */
  readonly key: string;
  /** The file holds card purchases only. */
  readonly isCardFile: boolean;
  /** The name that stands for a redacted one; null for a name that may stand. Asked for every name. */
  readonly redacted: (name: string) => string | null;
}

const SAYS_NOTHING =
  /^(?:n\/?a|nil|null|none|not (?:yet )?available|not applicable|unknown|tbc|#n\/a|[-–—.?]+)$/i;
const TEXT_FAULTS = {
  unprintable: 'It holds control characters, which show nothing.',
  reordering: 'It holds characters that show text in another order than it is written in.',
} as const;
const UNNAMED = 'Not named in the file';
const NO_WARNINGS: readonly RowOddity[] = [];

/** Lengths of the columns of payments. */
const LONGEST = { name: 255, text: 255, code: 100 } as const;

/** A function that reads the rows of a table as payments, by what its columns were taken for. */
export function paymentReader(
  { positions, columns }: Understanding,
  facts: PaymentFacts,
): (cells: readonly string[], fileRow: number) => ReadPayment | RejectedRow {
  const { gssCode, today, key, isCardFile, redacted } = facts;
  const at = (meaning: Meaning) => positions.get(meaning) ?? -1;
  const place = Object.fromEntries(
    (
      'paidOn amountNet amountGross amount irrecoverableVat supplierName supplierReference companyNumber charityNumber vatNumber reference line invoiceNumber body department service purpose category expenditureCode merchantCategory card transactionType expenditure grant' as const
    )
      .split(' ')
      .map((meaning) => [meaning, at(meaning as Meaning)]),
  ) as Record<Meaning, number>;
  const headerOf = (meaning: Meaning) => {
    const column = columns[at(meaning)];
    return column ? column.header || `column ${column.position + 1}` : '';
  };
  const plainAmount: Meaning =
    at('amountNet') >= 0 ? 'amountNet' : at('amount') >= 0 ? 'amount' : 'amountGross';

  return (cells, fileRow) => {
    const text = (meaning: Meaning): string => {
      const position = place[meaning];
      return position < 0 ? '' : oneLine(cellText(cells[position]));
    };
    const said = (meaning: Meaning): string => {
      const found = text(meaning);
      return found.length < 20 && SAYS_NOTHING.test(found) ? '' : found;
    };
    let problems: RowOddity[] | null = null;
    let warnings: RowOddity[] | null = null;
    const reject = (meaning: Meaning, message: string) =>
      void (problems ??= []).push({ column: headerOf(meaning), message });
    const warn = (meaning: Meaning, message: string) =>
      void (warnings ??= []).push({ column: headerOf(meaning), message });
    const short = (meaning: Meaning, longest: number): string | null => {
      const found = said(meaning);
      // A mutation would not take such text either. A payment goes on without it, but not without its payee.
      const fault = LOOKS_PLAIN.test(found) ? null : textFault(found);
      if (fault === 'blank') return null;
      if (fault !== null) {
        if (meaning === 'supplierName') reject(meaning, TEXT_FAULTS[fault]);
        else warn(meaning, `${TEXT_FAULTS[fault]} It was left out.`);
        return null;
      }
      if (found.length <= longest) return found === '' ? null : found;
      warn(meaning, `It is longer than ${longest} characters; the rest was left out.`);
      return `${[...found].slice(0, longest - 1).join('')}…`;
    };

    const paidOn = readPaidOn(text('paidOn'), today);
    if (!paidOn.ok) reject('paidOn', paidOn.message);
    const amount = readPaidAmount(text(plainAmount), plainAmount, text('amountGross'));
    if (!amount.ok) reject(plainAmount, amount.message);
    const body = text('body');
    if (body !== '' && body.length < 200 && /[ewsn]\d{8}/i.test(body)) {
      const codes = gssCodesIn(body);
      if (codes.length > 0 && !codes.includes(gssCode))
        reject('body', `It is of another council, ${codes[0]}.`);
    }
    if (!paidOn.ok || !amount.ok || problems) {
      const total = text('paidOn') === '' ? totalIn(cells) : null;
      return { ok: false, problems: total ? [total] : (problems ?? []) };
    }

    let name = short('supplierName', LONGEST.name) ?? '';
    if (problems) return { ok: false, problems };
    if (name === '') {
      warn('supplierName', 'It does not say who was paid.');
      name = UNNAMED;
    }
    const redactedName = redacted(name);
    const shownName = redactedName ?? name;
    const supplierReference = short('supplierReference', LONGEST.code);
    const publishedId = supplierReference !== null && /\d/.test(supplierReference) ? supplierReference : null;
    const department = short('department', LONGEST.text) ?? short('service', LONGEST.text);
    const purpose = short('purpose', LONGEST.text);
    const category = short('category', LONGEST.text);
    const merchantCategory = short('merchantCategory', LONGEST.text);
    const reference = short('reference', LONGEST.code);
    const invoiceNumber = short('invoiceNumber', LONGEST.code);
    const transactionType = said('transactionType');
    const channel = channelOf(
      {
        card: said('card'),
        transactionType,
        reference: reference ?? '',
        purpose: purpose ?? '',
        merchantCategory: merchantCategory ?? '',
        grant: said('grant'),
      },
      isCardFile,
    );
    const irrecoverable = readAmount(said('irrecoverableVat') || 'none');
    const irrecoverableVatPence =
      irrecoverable !== null && Math.abs(irrecoverable) <= PAYMENT_LIMITS.largestPence ? irrecoverable : null;
    const expenditure = said('expenditure');
    const supplier: RowSupplier = {
      gssCode,
      publishedId,
      name: shownName,
      isRedacted: redactedName !== null,
      companyNumber: redactedName === null ? companyNumberOf(said('companyNumber')) : null,
      charityNumber: redactedName === null ? charityNumberOf(said('charityNumber')) : null,
      vatNumber: redactedName === null ? vatNumberOf(said('vatNumber')) : null,
    };
    const content = contentCodeOf(key, [
      paidOn.day,
      amount.pence,
      name,
      supplierReference,
      reference,
      said('line'),
      invoiceNumber,
      department,
      said('service'),
      purpose,
      category,
      said('expenditureCode'),
      transactionType,
      merchantCategory,
      irrecoverableVatPence,
    ]);
    return {
      ok: true,
      supplier,
      content,
      warnings: warnings ?? NO_WARNINGS,
      payment: {
        gssCode,
        fileRow,
        paidOn: paidOn.day,
        supplierId: supplierId(supplier),
        supplierName: shownName,
        amountPence: amount.pence,
        basis: amount.basis,
        irrecoverableVatPence,
        department,
        departmentKey: labelKey(department),
        purpose,
        purposeKey: labelKey(purpose),
        category,
        categoryKey: labelKey(category),
        reference,
        invoiceNumber,
        channel,
        isCapital:
          expenditure === '' ? null : /^c/i.test(expenditure) ? true : /^r/i.test(expenditure) ? false : null,
        merchantCategory,
        illustrative: false,
      },
    };
  };
}

const TOTAL = /^((?:(?:grand|sub|overall)[\s-]*)?totals?)\b[^\d]{0,60}$/i;

/** What is said of a line that sums up others; null for any other row. */
function totalIn(cells: readonly string[]): RowOddity | null {
  const label = cells.map((cell) => cell.trim()).find((cell) => cell !== '');
  // Only the word that makes it a total is quoted: a person's name may come after it.
  const word = label === undefined ? undefined : TOTAL.exec(label)?.[1];
  if (word === undefined) return null;
  const message =
    `It is a line with a total of other rows (“${visible(word.slice(0, 40))}”), not a payment: it has no day of payment. ` +
    'It counts as rejected, so that no amount is counted twice.';
  return { column: '', message };
}

function oneLine(text: string): string {
  return /[\s\u00a0]{2}|[\r\n\t\u00a0]/.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text;
}

type DayReading =
  { readonly ok: true; readonly day: LocalDate } | { readonly ok: false; readonly message: string };

function readPaidOn(text: string, today: LocalDate): DayReading {
  if (text === '') return { ok: false, message: 'It has no day of payment.' };
  const reading = dayCell(text);
  if ('problem' in reading)
    return { ok: false, message: `${reading.problem} (“${visible(text.slice(0, 40))}”)` };
  const day = reading.value;
  if (day === null) return { ok: false, message: 'It has no day of payment.' };
  if (day > today)
    return { ok: false, message: `The day of payment, ${formatDay(day)}, lies in the future.` };
  if (day < PAYMENT_LIMITS.earliestDay)
    return { ok: false, message: `The day of payment, ${formatDay(day)}, cannot be right.` };
  return { ok: true, day };
}

type AmountReading =
  | { readonly ok: true; readonly pence: number; readonly basis: 'NET' | 'GROSS' }
  | { readonly ok: false; readonly message: string };

/** The amount: net where the file has it, gross where only that is filled in. */
function readPaidAmount(text: string, meaning: Meaning, gross: string): AmountReading {
  const isGross = meaning === 'amountGross' || (text === '' && gross !== '');
  const written = text === '' ? gross : text;
  if (written === '') return { ok: false, message: 'It has no amount.' };
  const pence = readAmount(written);
  const shown = `(“${visible(written.slice(0, 40))}”)`;
  if (pence === null)
    return {
      ok: false,
      message: `${/^[\d.,\s-]{16,}$/.test(written) ? 'It is too large an amount' : 'It is not an amount of pounds'}. ${shown}`,
    };
  if (Math.abs(pence) > PAYMENT_LIMITS.largestPence)
    return { ok: false, message: `It is too large an amount for a payment of a council. ${shown}` };
  return { ok: true, pence, basis: isGross ? 'GROSS' : 'NET' };
}

/** A company number as Companies House writes it, eight characters; null for anything else. */
function companyNumberOf(text: string): string | null {
  const plain = text.toUpperCase().replaceAll(' ', '');
  if (/^\d{5,8}$/.test(plain)) return plain.padStart(8, '0');
  return /^[A-Z]{2}\d{6}$|^[A-Z]{2}\d{5}[A-Z]$/.test(plain) ? plain : null;
}

function charityNumberOf(text: string): string | null {
  return /^\d{5,8}(?:-\d{1,3})?$/.test(text) ? text : null;
}

function vatNumberOf(text: string): string | null {
  const plain = text.toUpperCase().replaceAll(' ', '');
  return /^(?:GB)?\d{9}(?:\d{3})?$/.test(plain) ? plain : null;
}
