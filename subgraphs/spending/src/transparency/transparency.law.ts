import { lawTable } from '@coop/shared/law';

/** What has to be published of spending, and when. */
export interface PublicationDuty {
  /** Payments of more than this have to be published, in pence; 0 for all. */
  readonly overPence: number;
  /** Of so many months together: a quarter, a year. */
  readonly everyMonths: 3 | 12;
  /** At the latest so many months after they are over. */
  readonly withinMonths: number;
  /** The fields, by the words of the law. */
  readonly fields: readonly PublicationField[];
}

/** A field that has to be published: its name in a file, and what of a payment it is. */
export interface PublicationField {
  readonly name: string;
  readonly holds:
    | 'date'
    | 'department'
    | 'beneficiary'
    | 'amount'
    | 'vat'
    | 'purpose'
    | 'category'
    | 'merchantCategory'
    | 'number';
}

const CODE = {
  title: 'Local Government Transparency Code 2015',
  url: 'https://www.gov.uk/government/publications/local-government-transparency-code-2015',
} as const;

/** The Code was issued on this day; authorities in England are under it. */
const FROM = '2015-02-27';

/** Each item of expenditure above £500. */
export const SPEND_DUTY = lawTable<PublicationDuty>('expenditure over £500', [
  {
    from: FROM,
    until: null,
    source: { ...CODE, section: 'paras. 28–29' },
    value: {
      overPence: 50_000,
      everyMonths: 3,
      withinMonths: 1,
      fields: [
        { name: 'Date', holds: 'date' },
        { name: 'Department', holds: 'department' },
        { name: 'Beneficiary', holds: 'beneficiary' },
        { name: 'Summary of Purpose', holds: 'purpose' },
        { name: 'Amount', holds: 'amount' },
        { name: 'Irrecoverable VAT', holds: 'vat' },
        { name: 'Merchant Category', holds: 'category' },
      ],
    },
  },
]);

/** Every transaction on a procurement card. */
export const CARD_DUTY = lawTable<PublicationDuty>('procurement card transactions', [
  {
    from: FROM,
    until: null,
    source: { ...CODE, section: 'para. 30' },
    value: {
      overPence: 0,
      everyMonths: 3,
      withinMonths: 1,
      fields: [
        { name: 'Date', holds: 'date' },
        { name: 'Department', holds: 'department' },
        { name: 'Beneficiary', holds: 'beneficiary' },
        { name: 'Amount', holds: 'amount' },
        { name: 'Irrecoverable VAT', holds: 'vat' },
        { name: 'Summary of Purpose', holds: 'purpose' },
        { name: 'Merchant Category', holds: 'merchantCategory' },
      ],
    },
  },
]);

/** Every grant to a voluntary, community or social enterprise organisation. */
export const GRANT_DUTY = lawTable<PublicationDuty>('grants to voluntary organisations', [
  {
    from: FROM,
    until: null,
    source: { ...CODE, section: 'paras. 42–43' },
    value: {
      overPence: 0,
      everyMonths: 12,
      withinMonths: 1,
      fields: [
        { name: 'Date', holds: 'date' },
        { name: 'Department', holds: 'department' },
        { name: 'Beneficiary', holds: 'beneficiary' },
        { name: 'Registration Number', holds: 'number' },
        { name: 'Summary of Purpose', holds: 'purpose' },
        { name: 'Amount', holds: 'amount' },
      ],
    },
  },
]);

/**
 * Above which payments are counted as published expenditure, in pence, as the roll-ups keep it: when the line moves,
 * the months from then on are to be counted anew (`recountMonths`).
 */
export const PUBLISHED_OVER_PENCE = 50_000;
