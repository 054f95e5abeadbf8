import {
  dayCell,
  decimalCell,
  defineColumns,
  integerCell,
  linesCell,
  moneyCell,
  orNothing,
  textOf,
  type CellParser,
} from '@coop/shared/importing';
import { instantOf } from '@coop/shared/time';

/** A day, also where a time stands behind it. */
const datedCell: CellParser<string> = (text) => dayCell(text.replace(/[T ]\d\d:\d\d.*$/, ''));

const openCallCell: CellParser<boolean> = orNothing<boolean>((text) => {
  if (/^(?:y|yes|true)$/i.test(text)) return { value: true };
  return /^(?:n|no|false)$/i.test(text) ? { value: false } : { problem: 'It is neither Yes nor No.' };
});

const instantCell: CellParser<Date> = (text) => {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(text))
    return { problem: 'It is not an instant.' };
  try {
    return { value: instantOf(text) };
  } catch {
    return { problem: 'It is not an instant.' };
  }
};

const currencyCell: CellParser<string> = (text) =>
  text.toUpperCase() === 'GBP' ? { value: 'GBP' } : { problem: 'It is in another currency than pounds.' };

/** More than nothing, and less than all that councils spend. */
const awardCell: CellParser<number> = (text) => {
  const reading = moneyCell(text);
  if ('problem' in reading || reading.value === null) return reading;
  return Math.abs(reading.value) <= 10_000_000_000_000
    ? reading
    : { problem: 'It is more than any council spends.' };
};

const keep = { onProblem: 'keep' } as const;
const needed = { required: true, filled: true } as const;

/** The columns of a 360Giving table, by its own headers. What a grant cannot be without takes its row with it. */
export const GRANT_COLUMNS = defineColumns([
  {
    key: 'identifier',
    names: ['Identifier', 'Grant Identifier', 'id'],
    description: 'its identifier',
    parse: textOf(180),
    ...needed,
  },
  { key: 'title', names: ['Title'], description: 'its title', parse: textOf(500), ...needed },
  { key: 'description', names: ['Description'], description: 'what it is for', parse: linesCell, ...needed },
  { key: 'currency', names: ['Currency'], description: 'GBP', parse: currencyCell, ...needed },
  {
    key: 'appliedFor',
    names: ['Amount Applied For'],
    description: 'pounds applied for',
    parse: awardCell,
    ...keep,
  },
  { key: 'awarded', names: ['Amount Awarded'], description: 'pounds awarded', parse: awardCell, ...needed },
  {
    key: 'disbursed',
    names: ['Amount Disbursed'],
    description: 'pounds paid out',
    parse: awardCell,
    ...keep,
  },
  { key: 'awardedOn', names: ['Award Date'], description: 'day of the award', parse: datedCell, ...needed },
  { key: 'url', names: ['URL'], description: 'where more can be read', parse: textOf(500), ...keep },
  {
    key: 'startsOn',
    names: ['Planned Dates:Start Date', 'Planned Dates:0:Start Date'],
    description: 'first day',
    parse: datedCell,
    ...keep,
  },
  {
    key: 'endsOn',
    names: ['Planned Dates:End Date', 'Planned Dates:0:End Date'],
    description: 'last day',
    parse: datedCell,
    ...keep,
  },
  {
    key: 'durationMonths',
    names: ['Planned Dates:Duration (months)', 'Planned Dates:0:Duration (months)'],
    description: 'months',
    parse: integerCell,
    ...keep,
  },
  {
    key: 'recipientIdentifier',
    names: ['Recipient Org:Identifier', 'Recipient Org:0:Identifier'],
    description: 'identifier of the recipient',
    parse: textOf(180),
    ...needed,
  },
  {
    key: 'recipientName',
    names: ['Recipient Org:Name', 'Recipient Org:0:Name'],
    description: 'name of the recipient',
    parse: textOf(300),
    ...needed,
  },
  {
    key: 'charityNumber',
    names: ['Recipient Org:Charity Number', 'Recipient Org:0:Charity Number'],
    description: 'charity number of the recipient',
    parse: textOf(40),
    ...keep,
  },
  {
    key: 'companyNumber',
    names: ['Recipient Org:Company Number', 'Recipient Org:0:Company Number'],
    description: 'company number of the recipient',
    parse: textOf(40),
    ...keep,
  },
  {
    key: 'street',
    names: ['Recipient Org:Street Address', 'Recipient Org:0:Street Address'],
    description: 'street of the recipient',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'locality',
    names: ['Recipient Org:City', 'Recipient Org:0:City'],
    description: 'town of the recipient',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'region',
    names: ['Recipient Org:County', 'Recipient Org:0:County'],
    description: 'county of the recipient',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'country',
    names: ['Recipient Org:Country', 'Recipient Org:0:Country'],
    description: 'country of the recipient',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'postcode',
    names: ['Recipient Org:Postal Code', 'Recipient Org:0:Postal Code'],
    description: 'postcode of the recipient',
    parse: textOf(20),
    ...keep,
  },
  {
    key: 'recipientDescription',
    names: ['Recipient Org:Description', 'Recipient Org:0:Description'],
    description: 'what the recipient does',
    parse: linesCell,
  },
  {
    key: 'recipientUrl',
    names: ['Recipient Org:Web Address', 'Recipient Org:0:Web Address'],
    description: 'site of the recipient',
    parse: textOf(500),
    ...keep,
  },
  {
    key: 'placeName',
    names: ['Beneficiary Location:Name', 'Beneficiary Location:0:Name'],
    description: 'place',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'countryCode',
    names: ['Beneficiary Location:Country Code', 'Beneficiary Location:0:Country Code'],
    description: 'country of the place',
    parse: textOf(10),
    ...keep,
  },
  {
    key: 'latitude',
    names: ['Beneficiary Location:Latitude', 'Beneficiary Location:0:Latitude'],
    description: 'latitude',
    parse: decimalCell,
    ...keep,
  },
  {
    key: 'longitude',
    names: ['Beneficiary Location:Longitude', 'Beneficiary Location:0:Longitude'],
    description: 'longitude',
    parse: decimalCell,
    ...keep,
  },
  {
    key: 'geoCode',
    names: ['Beneficiary Location:Geographic Code', 'Beneficiary Location:0:Geographic Code'],
    description: 'code of the place',
    parse: textOf(30),
    ...keep,
  },
  {
    key: 'geoCodeType',
    names: ['Beneficiary Location:Geographic Code Type', 'Beneficiary Location:0:Geographic Code Type'],
    description: 'list of that code',
    parse: textOf(30),
    ...keep,
  },
  {
    key: 'funderIdentifier',
    names: ['Funding Org:Identifier', 'Funding Org:0:Identifier'],
    description: 'identifier of the funder',
    parse: textOf(180),
    ...needed,
  },
  {
    key: 'funderName',
    names: ['Funding Org:Name', 'Funding Org:0:Name'],
    description: 'name of the funder',
    parse: textOf(300),
    ...needed,
  },
  {
    key: 'department',
    names: ['Funding Org:Department', 'Funding Org:0:Department'],
    description: 'department',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'programmeCode',
    names: ['Grant Programme:Code', 'Grant Programme:0:Code'],
    description: 'code of the programme',
    parse: textOf(100),
    ...keep,
  },
  {
    key: 'programmeTitle',
    names: ['Grant Programme:Title', 'Grant Programme:0:Title'],
    description: 'programme',
    parse: textOf(300),
    ...keep,
  },
  {
    key: 'programmeUrl',
    names: ['Grant Programme:URL', 'Grant Programme:0:URL'],
    description: 'site of the programme',
    parse: textOf(500),
    ...keep,
  },
  {
    key: 'fromOpenCall',
    names: ['From an open call?'],
    description: 'whether anybody could apply',
    parse: openCallCell,
    ...keep,
  },
  {
    key: 'relatedActivity',
    names: ['Related Activity', 'Related Activity:0'],
    description: 'what it belongs to',
    parse: textOf(500),
    ...keep,
  },
  {
    key: 'modifiedAt',
    names: ['Last modified', 'Date Modified'],
    description: 'when the record was changed',
    parse: instantCell,
    ...keep,
  },
  {
    key: 'dataSource',
    names: ['Data Source'],
    description: 'where it was published',
    parse: textOf(500),
    ...keep,
  },
  { key: 'unread', names: ['Unread parts'], description: 'what a table has no room for' },
] as const);

/** The columns of a 360Giving table. */
export type GrantColumns = typeof GRANT_COLUMNS;
