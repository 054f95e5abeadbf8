import { graphqlEnum } from '@coop/shared/graphql';

/** By what spending is grouped. */
export const SpendGrouping = graphqlEnum('SpendGrouping', 'By what spending is grouped.', {
  MONTH: 'By calendar month, `2019-07`; in the order of time, as are the other periods.',
  QUARTER: 'By quarter of the calendar year, `2019-Q3`.',
  YEAR: 'By calendar year, `2019`.',
  FINANCIAL_YEAR: "By the council's financial year, from April: `2019/20`.",
  DEPARTMENT: 'By department as published, whatever its case and spacing; the largest first.',
  PURPOSE: 'By purpose as published; the largest first.',
  CATEGORY: 'By class of goods or services as published; the largest first.',
  SUPPLIER:
    'By who was paid, the largest first: records that are one organisation of the directory together, across councils also those of one name.',
  SUPPLIER_SECTOR: 'By sector of the supplier, a partition: the key is a `SupplierSector`.',
  SME: 'By whether the supplier is small or medium-sized: the key is `TRUE`, `FALSE` or `UNKNOWN`.',
  LOCAL: 'By whether the supplier is local: the key is `TRUE`, `FALSE` or `UNKNOWN`.',
  CHANNEL: 'By how the money left: the key is a `PaymentChannel`.',
  COUNCIL: 'By council: the key is its GSS code.',
});
export type SpendGrouping = keyof typeof SpendGrouping;

/** By what the suppliers are counted. */
export const FragmentationGrouping = graphqlEnum(
  'FragmentationGrouping',
  'Within what suppliers are counted, to see where many are paid for one thing.',
  {
    CATEGORY: 'Within each class of goods or services.',
    PURPOSE: 'Within each purpose.',
    DEPARTMENT: 'Within each department.',
  },
);
export type FragmentationGrouping = keyof typeof FragmentationGrouping;

/** Whether amounts include value added tax. */
export const SpendBasis = graphqlEnum('SpendBasis', 'Whether summed amounts include value added tax.', {
  NET: 'All without value added tax that can be reclaimed.',
  GROSS: 'All with value added tax.',
  MIXED: 'Some with and some without: compare with care.',
});
export type SpendBasis = keyof typeof SpendBasis;
