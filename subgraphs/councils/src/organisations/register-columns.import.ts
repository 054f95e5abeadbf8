import { dayCell, defineColumns, type Cells } from '@coop/shared/importing';

const day = { parse: dayCell, onProblem: 'keep' } as const;

/** So many former names of a company stand in a row. */
const FORMER_NAMES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const former = <const N extends number>(n: N) =>
  ({
    key: `formerName${n}`,
    names: [`PreviousName_${n}.CompanyName`],
    description: 'a former name of the company',
  }) as const;

const [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10] = [
  former(1),
  former(2),
  former(3),
  former(4),
  former(5),
  former(6),
  former(7),
  former(8),
  former(9),
  former(10),
] as const;

/**
 * The columns of all registers that are read, by their own headers: the free company data product of Companies House,
 * the public extract of the Charity Commission's register (`publicextract.charity`), the society list of the Mutuals
 * Public Register, which spells *Registation*, and the table of local authorities by org-id. No two registers share a
 * header, so one look at a file tells which it is.
 */
export const REGISTER_COLUMNS = defineColumns([
  { key: 'companyName', names: ['CompanyName'], description: 'name of the company' },
  { key: 'companyNumber', names: ['CompanyNumber'], description: 'number at Companies House' },
  { key: 'companyCategory', names: ['CompanyCategory'], description: 'kind of company' },
  { key: 'companyStatus', names: ['CompanyStatus'], description: 'whether it stands' },
  {
    key: 'companyPostcode',
    names: ['RegAddress.PostCode'],
    description: 'postcode of the registered office',
  },
  { key: 'incorporatedOn', names: ['IncorporationDate'], description: 'day of incorporation', ...day },
  { key: 'dissolvedOn', names: ['DissolutionDate'], description: 'day of dissolution', ...day },
  p1,
  p2,
  p3,
  p4,
  p5,
  p6,
  p7,
  p8,
  p9,
  p10,
  { key: 'charityNumber', names: ['registered_charity_number'], description: 'number of the charity' },
  {
    key: 'linkedNumber',
    names: ['linked_charity_number'],
    description: 'number among linked charities, 0 for the main one',
  },
  { key: 'charityName', names: ['charity_name'], description: 'name of the charity' },
  { key: 'charityStatus', names: ['charity_registration_status'], description: 'Registered or Removed' },
  {
    key: 'charityCompany',
    names: ['charity_company_registration_number'],
    description: 'number at Companies House',
  },
  { key: 'charityPostcode', names: ['charity_contact_postcode'], description: 'public postcode' },
  { key: 'charityInsolvent', names: ['charity_insolvent'], description: 'whether it is insolvent' },
  {
    key: 'charityInAdministration',
    names: ['charity_in_administration'],
    description: 'whether it is in administration',
  },
  { key: 'charityRegisteredOn', names: ['date_of_registration'], description: 'day of registration', ...day },
  { key: 'charityRemovedOn', names: ['date_of_removal'], description: 'day of removal', ...day },
  {
    key: 'societyNumber',
    names: ['Full Registation Number', 'Full Registration Number'],
    description: 'full registration number of the society',
  },
  { key: 'societyName', names: ['Society Name'], description: 'name of the society' },
  { key: 'societyKind', names: ['Registered As'], description: 'kind of society' },
  { key: 'societyAddress', names: ['Society Address'], description: 'registered office' },
  { key: 'societyStatus', names: ['Society Status'], description: 'Registered or Deregistered' },
  { key: 'societyRegisteredOn', names: ['Registration Date'], description: 'day of registration', ...day },
  {
    key: 'societyDeregisteredOn',
    names: ['Deregistration Date'],
    description: 'day of deregistration',
    ...day,
  },
  { key: 'authorityOrgId', names: ['org_id'], description: 'org-id of the local authority' },
  { key: 'authorityName', names: ['name'], description: 'name of the local authority' },
  { key: 'authorityCode', names: ['gss_code'], description: 'code of its area' },
  { key: 'authorityActive', names: ['active'], description: 'whether it stands' },
]);

/** The cells of a row of any register. */
export type RegisterCells = Cells<typeof REGISTER_COLUMNS>;

/** The former names in a row of Companies House, the latest first. */
export function formerNamesOf(cells: RegisterCells): string[] {
  return FORMER_NAMES.flatMap((n) => cells[`formerName${n}`] ?? []);
}
