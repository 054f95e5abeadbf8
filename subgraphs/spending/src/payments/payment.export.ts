import { writeCsv, type CsvColumn, type Exporter } from '@coop/shared/exporting';
import { isGssCode } from '@coop/shared/nouns';
import {
  councilsOption,
  dayOption,
  penceOption,
  poundsOf,
  textOption,
  wordOption,
  type Said,
} from './export-options';
import { paymentsToWrite, type PaidSupplier } from './payment-export.queries';
import { PaymentChannel } from './payment.enums';
import type { PaymentFilter } from './payment.types';

const COLUMNS: readonly CsvColumn<PaidSupplier>[] = [
  { header: 'Id', value: ({ payment }) => payment.id },
  { header: 'Council', value: ({ payment }) => payment.gssCode },
  { header: 'Date', value: ({ payment }) => payment.paidOn },
  { header: 'Supplier', value: ({ payment }) => payment.supplierName },
  { header: 'Supplier number', value: ({ supplier }) => supplier?.publishedId },
  { header: 'Organisation number', value: ({ supplier }) => supplier?.orgId },
  { header: 'Sector', value: ({ supplier }) => supplier?.sector },
  { header: 'SME', value: ({ supplier }) => supplier?.isSme },
  { header: 'Local', value: ({ supplier }) => supplier?.isLocal },
  { header: 'Amount', isNumber: true, value: ({ payment }) => poundsOf(payment.amountPence) },
  { header: 'Basis', value: ({ payment }) => payment.basis },
  {
    header: 'Irrecoverable VAT',
    isNumber: true,
    value: ({ payment }) => poundsOf(payment.irrecoverableVatPence),
  },
  { header: 'Department', value: ({ payment }) => payment.department },
  { header: 'Purpose', value: ({ payment }) => payment.purpose },
  { header: 'Category', value: ({ payment }) => payment.category },
  { header: 'Reference', value: ({ payment }) => payment.reference },
  { header: 'Invoice number', value: ({ payment }) => payment.invoiceNumber },
  { header: 'Channel', value: ({ payment }) => payment.channel },
  { header: 'Merchant category', value: ({ payment }) => payment.merchantCategory },
  { header: 'Capital', value: ({ payment }) => payment.isCapital },
  { header: 'Illustrative', value: ({ payment }) => payment.illustrative },
];

function filterOf(said: Said): PaymentFilter {
  return {
    from: dayOption(said, 'from'),
    to: dayOption(said, 'to'),
    minimumPence: penceOption(said, 'minimumPence'),
    maximumPence: penceOption(said, 'maximumPence'),
    supplier: textOption(said, 'supplier'),
    organisation: textOption(said, 'organisation'),
    department: textOption(said, 'department'),
    purpose: textOption(said, 'purpose'),
    category: textOption(said, 'category'),
    channel: wordOption(said, 'channel', PaymentChannel),
    invoiceNumber: textOption(said, 'invoiceNumber'),
  };
}

/** Payments of one council or several, with the filters of the graph. */
export const paymentExporter: Exporter = {
  name: 'payments',
  summary: 'Payments of councils, a row for each, with the filters that the graph has.',
  formats: ['csv'],
  readers: 'everybody',
  options: [
    {
      flags: '--council <gss>',
      description: 'GSS codes of the councils, with commas between',
      required: true,
    },
    { flags: '--from <day>', description: 'paid on this day or later' },
    { flags: '--to <day>', description: 'paid on this day or earlier' },
    { flags: '--minimum-pence <pence>', description: 'of this many pence or more' },
    { flags: '--maximum-pence <pence>', description: 'of this many pence or less' },
    { flags: '--supplier <id>', description: 'to this supplier' },
    { flags: '--organisation <id>', description: 'to suppliers that are this organisation' },
    { flags: '--department <name>', description: 'by this department' },
    { flags: '--purpose <text>', description: 'for this purpose' },
    { flags: '--category <text>', description: 'of this class of goods or services' },
    { flags: '--channel <channel>', description: 'that left by this channel' },
    { flags: '--invoice-number <number>', description: 'with this invoice number' },
  ],
  run({ database, options }) {
    const councils = councilsOption(options, isGssCode);
    return writeCsv(paymentsToWrite(database.reader, councils, filterOf(options)), COLUMNS);
  },
};
