import type { LocalDate } from '@coop/shared/time';
import type { Payment } from '../payments/payment.entity';
import { labelKey } from '../payments/payment-keys.queries';
import { supplierId } from '../suppliers/supplier-row.queries';
import { readAmount } from './amount';
import { channelOf, type Channel } from './channel';
import {
  amountColumn,
  checkBody,
  paidAmountOf,
  paidOnOf,
  totalIn,
  type PaidAmount,
} from './paid-cells.import';
import { contentCodeOf } from './payment-content.queries';
import { LONGEST, PAYMENT_LIMITS } from './payment-limits';
import type { Understanding } from './recognise-columns.import';
import { RowCells, type RowOddity } from './row-cells.import';
import { payeeOf, supplierOf, type RowSupplier } from './supplier-cells.import';

/** What a row says of its payment. */
type RowPayment = Omit<Payment, 'id' | 'importRunId' | 'identityKey' | 'version'>;

/** A row read as a payment, but for its id, its import and which occurrence of its content it is. */
export interface ReadPayment {
  readonly ok: true;
  readonly payment: RowPayment;
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

/**
 * A function that reads the rows of a table as payments, by what its columns were taken for. Ledgers have millions of
 * rows: it makes nothing for one but what it answers.
 */
export function paymentReader(
  understanding: Understanding,
  { gssCode, today, key, isCardFile, redacted }: PaymentFacts,
): (cells: readonly string[], fileRow: number) => ReadPayment | RejectedRow {
  const row = new RowCells(understanding);
  const amounts = amountColumn(row);

  return (cells, fileRow) => {
    row.goTo(cells);
    const paidOn = paidOnOf(row, today);
    const amount = paidAmountOf(row, amounts);
    checkBody(row, gssCode);
    if (paidOn === null || amount === null || row.isRejected) {
      const total = row.text('paidOn') === '' ? totalIn(cells) : null;
      return { ok: false, problems: total ? [total] : row.problems };
    }
    const name = payeeOf(row);
    if (name === null) return { ok: false, problems: row.problems };
    const reference = row.kept('supplierReference', LONGEST.code);
    const supplier = supplierOf(row, gssCode, name, redacted(name), reference);
    const payment = paymentOf(row, fileRow, paidOn, amount, supplier, isCardFile);
    const content = contentOf(row, key, payment, name, reference);
    return { ok: true, supplier, content, warnings: row.warnings, payment };
  };
}

/** The payment of a row that says when, how much and to whom. */
function paymentOf(
  row: RowCells,
  fileRow: number,
  paidOn: LocalDate,
  { pence, basis }: PaidAmount,
  supplier: RowSupplier,
  isCardFile: boolean,
): RowPayment {
  const department = row.kept('department', LONGEST.text) ?? row.kept('service', LONGEST.text);
  const purpose = row.kept('purpose', LONGEST.text);
  const category = row.kept('category', LONGEST.text);
  const merchantCategory = row.kept('merchantCategory', LONGEST.text);
  const reference = row.kept('reference', LONGEST.code);
  const invoiceNumber = row.kept('invoiceNumber', LONGEST.code);
  return {
    gssCode: supplier.gssCode,
    fileRow,
    paidOn,
    supplierId: supplierId(supplier),
    supplierName: supplier.name,
    amountPence: pence,
    basis,
    irrecoverableVatPence: irrecoverableVatIn(row),
    department,
    departmentKey: labelKey(department),
    purpose,
    purposeKey: labelKey(purpose),
    category,
    categoryKey: labelKey(category),
    reference,
    invoiceNumber,
    channel: channelIn(row, isCardFile, reference, purpose, merchantCategory),
    isCapital: isCapitalIn(row),
    merchantCategory,
    illustrative: false,
  };
}

function channelIn(
  row: RowCells,
  isCardFile: boolean,
  reference: string | null,
  purpose: string | null,
  merchantCategory: string | null,
): Channel {
  const signs = {
    card: row.said('card'),
    transactionType: row.said('transactionType'),
    reference: reference ?? '',
    purpose: purpose ?? '',
    merchantCategory: merchantCategory ?? '',
    grant: row.said('grant'),
  };
  return channelOf(signs, isCardFile);
}

function irrecoverableVatIn(row: RowCells): number | null {
  const pence = readAmount(row.said('irrecoverableVat') || 'none');
  return pence !== null && Math.abs(pence) <= PAYMENT_LIMITS.largestPence ? pence : null;
}

/** Whether it is capital or revenue expenditure; null where the row does not tell. */
function isCapitalIn(row: RowCells): boolean | null {
  const expenditure = row.said('expenditure');
  if (/^c/i.test(expenditure)) return true;
  return /^r/i.test(expenditure) ? false : null;
}

/**
 * The code of all that a row says of its payment.
 * @param name who was paid, as it stands in the file: redacted names have contents of their own too
 * @param supplierReference the council's own word for the supplier
 */
function contentOf(
  row: RowCells,
  key: string,
  payment: RowPayment,
  name: string,
  supplierReference: string | null,
): string {
  return contentCodeOf(key, [
    payment.paidOn,
    payment.amountPence,
    name,
    supplierReference,
    payment.reference,
    row.said('line'),
    payment.invoiceNumber,
    payment.department,
    row.said('service'),
    payment.purpose,
    payment.category,
    row.said('expenditureCode'),
    row.said('transactionType'),
    payment.merchantCategory,
    payment.irrecoverableVatPence,
  ]);
}
