import type { PublishedSupplier } from '../suppliers/supplier-row.queries';
import { LONGEST } from './payment-limits';
import type { RowCells } from './row-cells.import';

/** Whom a row pays, with the numbers that it gives. */
export interface RowSupplier extends PublishedSupplier {
  readonly companyNumber: string | null;
  readonly charityNumber: string | null;
  readonly vatNumber: string | null;
  /** The name is a person's who asked for it not to be shown; the numbers are left out with it. */
  readonly isRedacted: boolean;
}

const UNNAMED = 'Not named in the file';

/** Who was paid, as the row says it; null where that cannot be shown, which the row is rejected for. */
export function payeeOf(row: RowCells): string | null {
  const name = row.kept('supplierName', LONGEST.name);
  if (row.isRejected) return null;
  if (name !== null) return name;
  row.remark('supplierName', 'It does not say who was paid.');
  return UNNAMED;
}

/**
 * The supplier of a row.
 * @param redactedName what stands for the name where it is not to be shown; null for one that may stand
 */
export function supplierOf(
  row: RowCells,
  gssCode: string,
  name: string,
  redactedName: string | null,
  reference: string | null,
): RowSupplier {
  return {
    gssCode,
    publishedId: reference !== null && /\d/.test(reference) ? reference : null,
    name: redactedName ?? name,
    isRedacted: redactedName !== null,
    companyNumber: redactedName === null ? companyNumberOf(row.said('companyNumber')) : null,
    charityNumber: redactedName === null ? charityNumberOf(row.said('charityNumber')) : null,
    vatNumber: redactedName === null ? vatNumberOf(row.said('vatNumber')) : null,
  };
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
