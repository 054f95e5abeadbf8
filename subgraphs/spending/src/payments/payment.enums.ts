import { graphqlEnum } from '@coop/shared/graphql';

/** Whether an amount includes value added tax. */
export const PaymentBasis = graphqlEnum('PaymentBasis', 'Whether an amount includes value added tax.', {
  NET: 'Without value added tax that the council can reclaim, as the Transparency Code asks.',
  GROSS: 'With value added tax: the published file gives no net amounts.',
});
export type PaymentBasis = keyof typeof PaymentBasis;

/** How money left the council. */
export const PaymentChannel = graphqlEnum('PaymentChannel', 'How money left the council.', {
  INVOICE: 'Paid on an invoice, through the ledger.',
  CARD: 'Bought with a procurement or purchasing card.',
  GRANT: 'A grant, for which nothing is bought.',
  PAYROLL: 'Paid with wages, or in place of them: expenses, allowances, pensions.',
  JOURNAL: 'A booking within the ledger, such as a re-coding; no money left the council.',
  OTHER: 'By some other way that the file names.',
});
export type PaymentChannel = keyof typeof PaymentChannel;

/** The orders of a list of payments. */
export const PaymentOrder = graphqlEnum('PaymentOrder', 'The order of a list of payments.', {
  NEWEST: 'Paid last comes first.',
  OLDEST: 'Paid first comes first.',
  LARGEST: 'The largest amount comes first.',
  SMALLEST: 'The smallest amount comes first: credits before everything else.',
});
export type PaymentOrder = keyof typeof PaymentOrder;
