/** A made-up purchase by card, dated from the day of loading. */
export interface PurchaseFact {
  readonly reference: string;
  readonly supplier: string;
  readonly daysAgo: number;
  readonly pounds: number;
  readonly merchantCategory: string;
  readonly card: string;
  readonly cardholder: string;
  readonly approver: string | null;
  /** Days from the purchase to the receipt; null for none. */
  readonly receiptAfter: number | null;
}

/** The merchants, by the numbers that the council's files give them. */
export const MERCHANT_FACTS = [
  { publishedId: '100301', name: 'Example Hardware Stores' },
  { publishedId: '100302', name: 'Example Betting Shops' },
  { publishedId: '100303', name: 'Example Hotel & Conference Centre' },
] as const;

const [HARDWARE, BETTING, HOTEL] = MERCHANT_FACTS.map(({ publishedId }) => publishedId) as [
  string,
  string,
  string,
];
const PARKS = { card: 'card ending 4417', cardholder: 'Ann Example', approver: 'Bea Sample' };
const YOUTH = { card: 'card ending 9032', cardholder: 'Cal Specimen', approver: 'Dee Model' };

/** Purchases in the ledger of Oldham, some against the rules. All made up, and so are the people. */
export const PURCHASE_FACTS: readonly PurchaseFact[] = [
  {
    ...{ reference: 'OL-PC800001', supplier: HARDWARE, daysAgo: 63, pounds: 86.4, ...PARKS, receiptAfter: 2 },
    merchantCategory: 'Hardware Stores',
  },
  {
    // Two halves of one purchase, each within the limit.
    ...{ reference: 'OL-PC800002', supplier: HARDWARE, daysAgo: 49, pounds: 460, ...PARKS, receiptAfter: 3 },
    merchantCategory: 'Hardware Stores',
  },
  {
    ...{ reference: 'OL-PC800003', supplier: HARDWARE, daysAgo: 49, pounds: 455, ...PARKS, receiptAfter: 3 },
    merchantCategory: 'Hardware Stores',
  },
  {
    ...{ reference: 'OL-PC800004', supplier: BETTING, daysAgo: 42, pounds: 40, ...YOUTH, receiptAfter: 1 },
    merchantCategory: 'Betting and Casino Gambling',
  },
  {
    // Above the limit, and approved by the cardholder.
    ...{ reference: 'OL-PC800005', supplier: HOTEL, daysAgo: 35, pounds: 1180, ...YOUTH, receiptAfter: 21 },
    ...{ merchantCategory: 'Hotels, Motels and Resorts', approver: 'SPECIMEN, Cal' },
  },
  {
    ...{
      reference: 'OL-PC800006',
      supplier: HARDWARE,
      daysAgo: 33,
      pounds: 64.25,
      ...PARKS,
      receiptAfter: null,
    },
    merchantCategory: 'Hardware Stores',
  },
  {
    ...{
      reference: 'OL-PC800007',
      supplier: HARDWARE,
      daysAgo: 4,
      pounds: 31.1,
      ...PARKS,
      receiptAfter: null,
    },
    merchantCategory: 'Hardware Stores',
  },
];

/** The rules for cards that the made-up purchases are held to. */
export const POLICY_FACT = {
  ...{ title: 'Purchasing card policy of the council (made up)', section: 's. 4', url: null },
  ...{ transactionPence: 50_000, monthPence: 250_000, receiptDays: 14, noWeekends: true, splitDays: 2 },
  blockedCategories: ['Betting', 'Cash Disbursement', 'Jewelry', 'Liquor Stores'],
} as const;
