import type { LocalDate } from '@coop/shared/time';

/** The tiers of evidence that a payment was made twice, the strongest first, each with what it rests on. */
export const TIERS = {
  STRONG: 'The same supplier, the same invoice number and the same amount on another document.',
  LIKELY:
    'The same amount, and an invoice number that differs as a slip of the pen does, or another record of what looks like the same supplier.',
  POSSIBLE:
    'The same supplier, amount and day on documents with close references, where no invoice number tells them apart.',
} as const;

/** How strong the evidence is. */
export type Tier = keyof typeof TIERS;

/** The tiers in order. */
export const TIER_NAMES = Object.keys(TIERS) as readonly Tier[];

/** 0 for the strongest. */
export const tierRank = (tier: Tier): number => TIER_NAMES.indexOf(tier);

/** More than any candidate puts at risk, in pence. */
const BEYOND = 100_000_000_000_000;

/**
 * By what candidates are sorted, the strongest evidence first, the largest amounts first among the alike. Below all
 * tiers come the weak ones: nothing but being alike speaks for them.
 */
export const priorityOf = (tier: Tier, isWeak: boolean, atRiskPence: number): number =>
  (isWeak ? 0 : TIER_NAMES.length - tierRank(tier)) * BEYOND + atRiskPence;

/** What is sorted below this is weak. */
export const WEAK_BELOW = BEYOND;

/** The kinds of evidence, each with what it says. */
export const EVIDENCE = {
  SAME_INVOICE_NUMBER: 'Both documents carry the same invoice number.',
  FORMATTED_NUMBER: 'The invoice numbers differ in punctuation or leading zeros only.',
  CONFUSED_CHARACTERS: 'The invoice numbers differ in characters that look alike: O and 0, I and 1.',
  TRANSPOSED_DIGITS: 'The invoice numbers differ in two neighbouring characters that changed places.',
  SUFFIX: 'One invoice number is the other with a letter added, as a bill sent again has.',
  OTHER_SUPPLIER_RECORD: 'The documents stand under two records of what looks like one supplier.',
  ROW_REFERENCES: 'The references only count the rows of the file: that they are close is no evidence.',
  CLOSE_REFERENCES: 'The documents have references close to each other, and the same day.',
  SAME_CODING: 'The rows are alike in everything that the file says of them.',
  OTHER_CODING: 'The later document is booked to another cost code: it may be a re-coding.',
  OTHER_DAY: 'The documents were paid on different days.',
} as const;

/** What a piece of evidence is about. */
export type EvidenceKind = keyof typeof EVIDENCE;

/** One thing that speaks for a payment made twice. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** In words, with the figures. */
  readonly detail: string;
}

/** A line of published spend, as far as the search looks at it. */
export interface SpendLine {
  readonly id: string;
  /** Which record of the supplier it stands under. */
  readonly supplier: string;
  readonly invoiceNumber: string | null;
  /** The council's own reference. */
  readonly reference: string | null;
  readonly amountPence: number;
  readonly paidOn: LocalDate;
  /** Department, purpose and cost code together: where the cost was booked. */
  readonly coding: string;
}

/** What the council's references are in one file. */
const REFERENCE_KINDS = {
  NONE: 'The file has no references.',
  ROW: 'The references number the rows of the file.',
  LINE: 'Every line has a reference of its own.',
  DOCUMENT: 'A reference stands for one document, whose lines share it.',
  BATCH: 'A reference stands for a batch, in which several suppliers were paid.',
} as const;

/** What a reference stands for. */
export type ReferenceKind = keyof typeof REFERENCE_KINDS;

/** What is known of one file before its lines are compared. */
export interface SourceProfile {
  readonly lines: number;
  /** Lines with an invoice number that is one. */
  readonly numbered: number;
  readonly referenceKind: ReferenceKind;
  /** What stands in the column of invoice numbers and is the number of a batch, normalised. */
  readonly batchNumbers: readonly string[];
}
