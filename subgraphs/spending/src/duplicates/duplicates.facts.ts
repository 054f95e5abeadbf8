/** A made-up payment, dated from the day of loading. */
export interface PlantedFact {
  /** By what the payments of one story are told from each other. */
  readonly story: string;
  readonly supplier: string;
  readonly daysAgo: number;
  readonly amountPence: number;
  readonly invoiceNumber: string | null;
  readonly reference: string;
  readonly purpose: string;
}

/** A second record of a supplier, as somebody has set it up by mistake. */
export const SECOND_RECORD = { publishedId: '100290', name: 'EXAMPLE PRINT AND SIGN LTD.' } as const;

const PRINT = '100207';
const HIGHWAYS = '100208';
const AGENCY = '100211';
const LEGAL = '100213';
const LEISURE = '100210';

const paid = (
  story: string,
  supplier: string,
  daysAgo: number,
  pounds: number,
  invoiceNumber: string | null,
  reference: string,
  purpose = 'Supplies and services',
): PlantedFact => ({
  story,
  supplier,
  daysAgo,
  amountPence: pounds * 100,
  invoiceNumber,
  reference,
  purpose,
});

/** Payments made twice, and payments that only look like it, in the ledger of Oldham. All made up. */
export const PLANTED_PAYMENTS: readonly PlantedFact[] = [
  paid('paid twice', HIGHWAYS, 96, 18_450, 'HW-20871', 'OL-PL700100', 'Road maintenance'),
  paid('paid twice', HIGHWAYS, 61, 18_450, 'HW-20871', 'OL-PL700740', 'Road maintenance'),
  paid('keyed twice', LEISURE, 75, 6240.5, 'OCL/3317', 'OL-PL700130', 'Leisure centres'),
  paid('keyed twice', LEISURE, 75, 6240.5, 'OCL/3317', 'OL-PL700195', 'Leisure centres'),
  paid('transposed', AGENCY, 82, 3118.4, 'AG104582', 'OL-PL700240', 'Agency staff'),
  paid('transposed', AGENCY, 54, 3118.4, 'AG104852', 'OL-PL700880', 'Agency staff'),
  paid('letter for digit', LEGAL, 70, 4275, 'C10042', 'OL-PL700310', 'Counsel in care proceedings'),
  paid('letter for digit', LEGAL, 40, 4275, 'C1OO42', 'OL-PL700990', 'Counsel in care proceedings'),
  paid('billed again', AGENCY, 66, 2964.75, 'AG104610', 'OL-PL700420', 'Agency staff'),
  paid('billed again', AGENCY, 33, 2964.75, 'AG104610A', 'OL-PL701100', 'Agency staff'),
  paid('other record', PRINT, 58, 1895, 'PS-5521', 'OL-PL700530', 'Printing'),
  paid('other record', SECOND_RECORD.publishedId, 44, 1895, 'PS-5521', 'OL-PL700960', 'Printing'),
  paid('close references', LEGAL, 29, 1650, null, 'OL-PL701201', 'Counsel in care proceedings'),
  paid('close references', LEGAL, 29, 1650, null, 'OL-PL701202', 'Counsel in care proceedings'),
  // What only looks like it: one invoice over three cost codes, one credited, one re-coded.
  paid('split lines', PRINT, 51, 740, 'PS-5540', 'OL-PL700810', 'Printing'),
  paid('split lines', PRINT, 51, 740, 'PS-5540', 'OL-PL700810', 'Signs'),
  paid('split lines', PRINT, 51, 740, 'PS-5540', 'OL-PL700810', 'Posters'),
  paid('credited', HIGHWAYS, 88, 9120, 'HW-20890', 'OL-PL700205', 'Road maintenance'),
  paid('credited', HIGHWAYS, 71, 9120, 'HW-20890', 'OL-PL700600', 'Road maintenance'),
  paid('credited', HIGHWAYS, 57, -9120, 'HWCN-114', 'OL-PL700830', 'Road maintenance'),
  paid('re-coded', LEISURE, 90, 2310, 'OCL/3290', 'OL-PL700150', 'Leisure centres'),
  paid('re-coded', LEISURE, 48, 2310, 'OCL/3290', 'OL-PL700150', 'Playgrounds'),
];

/** What people have made of some of them, by the invoice number of the later payment. */
export const VERDICT_FACTS = [
  {
    number: 'HW-20871',
    verdict: 'DUPLICATE',
    recoveredPounds: 18_450,
    reasons: 'The supplier found both payments on its account and sent one back.',
  },
  {
    number: 'AG104852',
    verdict: 'NOT_DUPLICATE',
    recoveredPounds: 0,
    reasons: 'Two weeks of the same rota; time sheets seen for both.',
  },
  {
    number: 'PS-5521',
    verdict: 'DUPLICATE',
    recoveredPounds: 0,
    reasons: 'Paid under both records; the supplier has been asked for a credit note.',
  },
] as const;
