/** One part of a grant in a 360Giving file: an object of plain values. */
type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a grant that are lists in the file and have room for one in a table. */
const LISTS = {
  plannedDates: {
    'Planned Dates:Start Date': 'startDate',
    'Planned Dates:End Date': 'endDate',
    'Planned Dates:Duration (months)': 'duration',
  },
  recipientOrganization: {
    'Recipient Org:Identifier': 'id',
    'Recipient Org:Name': 'name',
    'Recipient Org:Charity Number': 'charityNumber',
    'Recipient Org:Company Number': 'companyNumber',
    'Recipient Org:Street Address': 'streetAddress',
    'Recipient Org:City': 'addressLocality',
    'Recipient Org:County': 'addressRegion',
    'Recipient Org:Country': 'addressCountry',
    'Recipient Org:Postal Code': 'postalCode',
    'Recipient Org:Description': 'description',
    'Recipient Org:Web Address': 'url',
  },
  beneficiaryLocation: {
    'Beneficiary Location:Name': 'name',
    'Beneficiary Location:Country Code': 'countryCode',
    'Beneficiary Location:Latitude': 'latitude',
    'Beneficiary Location:Longitude': 'longitude',
    'Beneficiary Location:Geographic Code': 'geoCode',
    'Beneficiary Location:Geographic Code Type': 'geoCodeType',
  },
  fundingOrganization: {
    'Funding Org:Identifier': 'id',
    'Funding Org:Name': 'name',
    'Funding Org:Department': 'department',
  },
  grantProgramme: {
    'Grant Programme:Code': 'code',
    'Grant Programme:Title': 'title',
    'Grant Programme:URL': 'url',
  },
} as const;

const PLAIN = {
  Identifier: 'id',
  Title: 'title',
  Description: 'description',
  Currency: 'currency',
  'Amount Applied For': 'amountAppliedFor',
  'Amount Awarded': 'amountAwarded',
  'Amount Disbursed': 'amountDisbursed',
  'Award Date': 'awardDate',
  URL: 'url',
  'From an open call?': 'fromOpenCall',
  'Last modified': 'dateModified',
  'Data Source': 'dataSource',
} as const;

const UNREAD = 'Unread parts';

/** The headers of the table that a file of grants is laid out as: those of the standard's own tables. */
export const GIVING_HEADERS: readonly string[] = [
  ...Object.keys(PLAIN),
  ...Object.values(LISTS).flatMap((columns) => Object.keys(columns)),
  'Related Activity',
  UNREAD,
];

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** One grant laid out under the headers. */
export function flattenGrant(grant: unknown): readonly string[] {
  const part = isPart(grant) ? grant : {};
  const cells = new Map<string, string>();
  for (const [header, name] of Object.entries(PLAIN)) cells.set(header, text(part[name]));
  const several: string[] = [];
  for (const [list, columns] of Object.entries(LISTS)) {
    const items = Array.isArray(part[list]) ? (part[list] as unknown[]) : [];
    if (items.length > 1) several.push(`${items.length} of ${list}`);
    const first = isPart(items[0]) ? items[0] : {};
    for (const [header, name] of Object.entries(columns)) cells.set(header, text(first[name]));
  }
  const activity: unknown[] = Array.isArray(part['relatedActivity']) ? part['relatedActivity'] : [];
  cells.set('Related Activity', text(activity[0]));
  cells.set(UNREAD, several.join(', '));
  return GIVING_HEADERS.map((header) => cells.get(header) ?? '');
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * The grants of a 360Giving file laid out as a table, line by line; null when the text is no such file.
 * @param source the whole text of the file
 */
export function givingTable(source: string): string[] | null {
  let read: unknown;
  try {
    read = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const grants = isPart(read) ? read['grants'] : null;
  if (!Array.isArray(grants)) return null;
  return [GIVING_HEADERS, ...grants.map(flattenGrant)].map((cells) => `${cells.map(quoted).join(',')}\r\n`);
}
