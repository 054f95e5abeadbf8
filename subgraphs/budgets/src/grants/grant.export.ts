import { writeCsv, type CsvColumn, type Exporter } from '@coop/shared/exporting';
import { penceToPounds } from '@coop/shared/money';
import { isGssCode } from '@coop/shared/nouns';
import { grantsToExport } from './grant-export.queries';
import type { Grant } from './grant.entity';
import { givingGrant } from './giving-grant';

const pounds = (pence: number | null): string | null => (pence === null ? null : penceToPounds(pence));

/** The columns of the standard's own tables, so that reading the file back gives the same grants. */
export const GRANT_EXPORT_COLUMNS: readonly CsvColumn<Grant>[] = [
  { header: 'Identifier', value: ({ identifier }) => identifier },
  { header: 'Title', value: ({ title }) => title },
  { header: 'Description', value: ({ description }) => description },
  { header: 'Currency', value: () => 'GBP' },
  { header: 'Amount Applied For', value: (grant) => pounds(grant.appliedForPence), isNumber: true },
  { header: 'Amount Awarded', value: (grant) => pounds(grant.awardedPence), isNumber: true },
  { header: 'Amount Disbursed', value: (grant) => pounds(grant.disbursedPence), isNumber: true },
  { header: 'Award Date', value: ({ awardedOn }) => awardedOn },
  { header: 'URL', value: ({ url }) => url },
  { header: 'Planned Dates:Start Date', value: ({ startsOn }) => startsOn },
  { header: 'Planned Dates:End Date', value: ({ endsOn }) => endsOn },
  { header: 'Planned Dates:Duration (months)', value: ({ durationMonths }) => durationMonths },
  { header: 'Recipient Org:Identifier', value: (grant) => grant.recipientIdentifier },
  { header: 'Recipient Org:Name', value: (grant) => grant.recipientName },
  { header: 'Recipient Org:Charity Number', value: (grant) => grant.recipientCharityNumber },
  { header: 'Recipient Org:Company Number', value: (grant) => grant.recipientCompanyNumber },
  { header: 'Recipient Org:Street Address', value: (grant) => grant.recipientDetails.street },
  { header: 'Recipient Org:City', value: (grant) => grant.recipientDetails.locality },
  { header: 'Recipient Org:County', value: (grant) => grant.recipientDetails.region },
  { header: 'Recipient Org:Country', value: (grant) => grant.recipientDetails.country },
  { header: 'Recipient Org:Postal Code', value: (grant) => grant.recipientDetails.postcode },
  { header: 'Recipient Org:Description', value: (grant) => grant.recipientDetails.description },
  { header: 'Recipient Org:Web Address', value: (grant) => grant.recipientDetails.url },
  { header: 'Beneficiary Location:Name', value: ({ place }) => place?.name },
  { header: 'Beneficiary Location:Country Code', value: ({ place }) => place?.countryCode },
  { header: 'Beneficiary Location:Latitude', value: ({ place }) => place?.latitude },
  { header: 'Beneficiary Location:Longitude', value: ({ place }) => place?.longitude },
  { header: 'Beneficiary Location:Geographic Code', value: ({ place }) => place?.geoCode },
  { header: 'Beneficiary Location:Geographic Code Type', value: ({ place }) => place?.geoCodeType },
  { header: 'Funding Org:Identifier', value: ({ funderIdentifier }) => funderIdentifier },
  { header: 'Funding Org:Name', value: ({ funderName }) => funderName },
  { header: 'Funding Org:Department', value: ({ department }) => department },
  { header: 'Grant Programme:Code', value: ({ programmeCode }) => programmeCode },
  { header: 'Grant Programme:Title', value: ({ programmeTitle }) => programmeTitle },
  { header: 'Grant Programme:URL', value: ({ programmeUrl }) => programmeUrl },
  {
    header: 'From an open call?',
    value: ({ fromOpenCall }) => (fromOpenCall === null ? null : fromOpenCall ? 'Yes' : 'No'),
  },
  { header: 'Related Activity', value: ({ relatedActivity }) => relatedActivity },
  { header: 'Last modified', value: ({ modifiedAt }) => modifiedAt?.toISOString() },
  { header: 'Data Source', value: ({ dataSource }) => dataSource },
];

/** A package of the standard, written grant by grant. */
async function* giving(grants: AsyncIterable<Grant>, council: string): AsyncGenerator<string> {
  yield `{\n  "version": "1.4",\n  "title": ${JSON.stringify(`Grants of ${council}`)},\n  "grants": [`;
  let separator = '\n    ';
  for await (const grant of grants) {
    yield separator + JSON.stringify(givingGrant(grant));
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

/** `coop export grants --council GSS --format json|csv`: a council's grants in the 360Giving standard. */
export const grantExporter: Exporter = {
  name: 'grants',
  summary: "A council's grants in the 360Giving standard, as JSON or as its table.",
  formats: ['json', 'csv'],
  options: [
    {
      flags: '--council <gss>',
      description: 'GSS code of the council whose grants they are',
      required: true,
    },
  ],
  run({ database, format, options }) {
    const { council } = options;
    if (!isGssCode(council)) throw new RangeError('--council takes a GSS code, such as E08000004.');
    const grants = grantsToExport(database.reader, council);
    return format === 'csv' ? writeCsv(grants, GRANT_EXPORT_COLUMNS) : giving(grants, council);
  },
};
