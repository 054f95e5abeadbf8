import { writeCsv, type CsvColumn, type Exporter } from '@coop/shared/exporting';
import { isGssCode } from '@coop/shared/nouns';
import {
  councilsOption,
  dayOption,
  flagOption,
  poundsOf,
  textOption,
  wordOption,
  type Said,
} from '../payments/export-options';
import { PaymentChannel } from '../payments/payment.enums';
import { SupplierSector } from '../suppliers/supplier.enums';
import { summaryRows, type SummaryRow } from './summary-export.queries';
import { SpendGrouping } from './summary.enums';
import { plainFilter } from './summary.queries';

const COLUMNS: readonly CsvColumn<SummaryRow>[] = [
  { header: 'Key', value: ({ key }) => key },
  { header: 'Label', value: ({ label }) => label },
  { header: 'Total', isNumber: true, value: ({ pence }) => poundsOf(pence) },
  { header: 'Payments', value: ({ payments }) => payments },
  { header: 'Share', value: ({ share }) => Math.round(share * 1e6) / 1e6 },
];
const OF_SUPPLIERS: readonly CsvColumn<SummaryRow>[] = [
  { header: 'Organisation number', value: ({ orgId }) => orgId },
  { header: 'Sector', value: ({ sector }) => sector },
];

const filterOf = (said: Said) =>
  plainFilter({
    from: dayOption(said, 'from'),
    to: dayOption(said, 'to'),
    department: textOption(said, 'department'),
    purpose: textOption(said, 'purpose'),
    category: textOption(said, 'category'),
    supplier: textOption(said, 'supplier'),
    organisation: textOption(said, 'organisation'),
    sector: wordOption(said, 'sector', SupplierSector),
    isSme: flagOption(said, 'sme'),
    isLocal: flagOption(said, 'local'),
    channel: wordOption(said, 'channel', PaymentChannel),
  });

/** A summary of spending, every group a row, with the filters of the graph. */
export const summaryExporter: Exporter = {
  name: 'spend-summary',
  summary: 'What councils paid, summed up and grouped, with the filters that the graph has.',
  formats: ['csv'],
  readers: 'everybody',
  options: [
    {
      flags: '--council <gss>',
      description: 'GSS codes of the councils, with commas between',
      required: true,
    },
    { flags: '--group-by <grouping>', description: 'month, supplier, supplier-sector …', required: true },
    { flags: '--from <day>', description: 'paid on this day or later' },
    { flags: '--to <day>', description: 'paid on this day or earlier' },
    { flags: '--department <name>', description: 'by this department' },
    { flags: '--purpose <text>', description: 'for this purpose' },
    { flags: '--category <text>', description: 'of this class of goods or services' },
    { flags: '--supplier <id>', description: 'to this supplier' },
    { flags: '--organisation <id>', description: 'to suppliers that are this organisation' },
    { flags: '--sector <sector>', description: 'to suppliers of this sector' },
    { flags: '--sme <true|false>', description: 'to suppliers known to be small or medium-sized, or not' },
    { flags: '--local <true|false>', description: 'to suppliers known to be local, or not' },
    { flags: '--channel <channel>', description: 'that left by this channel' },
  ],
  run({ database, options }) {
    const councils = councilsOption(options, isGssCode);
    const groupBy = wordOption(options, 'groupBy', SpendGrouping) ?? 'MONTH';
    const columns = groupBy === 'SUPPLIER' ? [...COLUMNS, ...OF_SUPPLIERS] : COLUMNS;
    return writeCsv(summaryRows(database.reader, { councils, filter: filterOf(options), groupBy }), columns);
  },
};
