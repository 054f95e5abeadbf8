import { writeCsv, type CsvColumn, type Exporter } from '@coop/shared/exporting';
import { isGssCode } from '@coop/shared/nouns';
import { councilsOption, dayOption, poundsOf } from '../payments/export-options';
import { paymentsToWrite, type PaidSupplier } from '../payments/payment-export.queries';
import {
  CARD_DUTY,
  GRANT_DUTY,
  SPEND_DUTY,
  type PublicationDuty,
  type PublicationField,
} from './transparency.law';

const VALUES: Readonly<Record<PublicationField['holds'], CsvColumn<PaidSupplier>['value']>> = {
  date: ({ payment }) => payment.paidOn,
  department: ({ payment }) => payment.department,
  beneficiary: ({ payment }) => payment.supplierName,
  amount: ({ payment }) => poundsOf(payment.amountPence),
  vat: ({ payment }) => poundsOf(payment.irrecoverableVatPence),
  purpose: ({ payment }) => payment.purpose,
  category: ({ payment }) => payment.category,
  merchantCategory: ({ payment }) => payment.merchantCategory ?? payment.category,
  number: ({ supplier }) => supplier?.orgId ?? supplier?.charityNumber ?? supplier?.companyNumber,
};

/** Where the code of a council stands in the address by which the Code names an organisation. */
const ORGANISATION_ADDRESS = 'http://statistics.data.gov.uk/id/statistical-geography/';

const columnsOf = ({ fields }: PublicationDuty): CsvColumn<PaidSupplier>[] => [
  { header: 'Organisation URI', value: ({ payment }) => `${ORGANISATION_ADDRESS}${payment.gssCode}` },
  ...fields.map(({ name, holds }) => ({
    header: name,
    isNumber: holds === 'amount' || holds === 'vat',
    value: VALUES[holds],
  })),
  { header: 'Transaction Number', value: ({ payment }) => payment.reference },
  { header: 'Supplier Number', value: ({ supplier }) => supplier?.publishedId },
];

function publication(
  name: string,
  summary: string,
  table: typeof SPEND_DUTY,
  narrow: (duty: PublicationDuty) => string,
): Exporter {
  const duty = table.rows.at(-1)!.value;
  return {
    name,
    summary,
    formats: ['csv'],
    readers: 'everybody',
    options: [
      { flags: '--council <gss>', description: 'GSS code of the council', required: true },
      { flags: '--from <day>', description: 'paid on this day or later' },
      { flags: '--to <day>', description: 'paid on this day or earlier' },
    ],
    run({ database, options }) {
      const councils = councilsOption(options, isGssCode);
      const filter = { from: dayOption(options, 'from'), to: dayOption(options, 'to') };
      return writeCsv(paymentsToWrite(database.reader, councils, filter, narrow(duty)), columnsOf(duty));
    },
  };
}

/** The three tables that the Transparency Code has councils publish of their spending, in its fields. */
export const transparencyExporters: readonly Exporter[] = [
  publication(
    'spend-over-500',
    'Expenditure over £500, in the fields of the Transparency Code (paras. 28–29).',
    SPEND_DUTY,
    ({ overPence }) =>
      `payment.channel NOT IN ('CARD', 'PAYROLL', 'JOURNAL') AND ABS(payment.amountPence) > ${overPence}`,
  ),
  publication(
    'card-transactions',
    'Every transaction on a procurement card, in the fields of the Transparency Code (para. 30).',
    CARD_DUTY,
    () => `payment.channel = 'CARD'`,
  ),
  publication(
    'vcse-grants',
    'Grants to voluntary, community and social enterprise organisations, in the fields of the Transparency Code (paras. 42–43).',
    GRANT_DUTY,
    () =>
      `payment.channel = 'GRANT' AND payment.supplierId IN (SELECT supplier.id FROM supplier WHERE supplier.gss_code = payment.gssCode AND supplier.sector = 'VCSE')`,
  ),
];
