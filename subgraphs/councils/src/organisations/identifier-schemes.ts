/** A register whose numbers identify organisations, by its code in the org-id.guide list. */
export interface IdentifierScheme {
  /** The register's name and who keeps it. */
  readonly name: string;
  /**
   * True when a number identifies one body, so that two records that share it are of the same body. False for
   * numbers of accounts or notices: they are kept and shown but never join records.
   */
  readonly isIdentity: boolean;
  /** How a number looks once it is normalised, in words, for the person who typed another. */
  readonly form: string;
  /** Where the numbers can be looked up; null when there is no public register. */
  readonly url: string | null;
}

/**
 * The schemes that are read, most telling first: an organisation's org-id is its number in the first scheme of
 * this list that it has one in.
 */
export const IDENTIFIER_SCHEMES = {
  'GB-COH': {
    name: 'Companies House',
    isIdentity: true,
    form: '8 characters: 8 digits, or two letters and 6 digits (SC123456, OC301234), padded with zeros',
    url: 'https://www.gov.uk/get-information-about-a-company',
  },
  'GB-CHC': {
    name: 'Charity Commission for England and Wales',
    isIdentity: true,
    form: '6 or 7 digits; a linked charity with a hyphen and its number (1090095-1)',
    url: 'https://register-of-charities.charitycommission.gov.uk/',
  },
  'GB-SC': {
    name: 'Scottish Charity Register',
    isIdentity: true,
    form: 'SC and 6 digits',
    url: 'https://www.oscr.org.uk/about-charities/search-the-register/register-search',
  },
  'GB-NIC': {
    name: 'Charity Commission for Northern Ireland',
    isIdentity: true,
    form: '6 digits',
    url: 'http://www.charitycommissionni.org.uk/charity-search/',
  },
  'GB-MPR': {
    name: 'Mutuals Public Register of the Financial Conduct Authority',
    isIdentity: true,
    form: 'up to 6 digits with letters after them (31455R, 235C), or IP, SP or NP and 6 digits (IP031455)',
    url: 'https://mutuals.fca.org.uk/',
  },
  'GB-LAE': {
    name: 'Local authorities for England',
    isIdentity: true,
    form: '3 or 4 letters (OLD, GMCA)',
    url: 'https://local-authority-eng.register.gov.uk/records',
  },
  'GB-LAS': {
    name: 'Scottish local authorities',
    isIdentity: true,
    form: '3 letters',
    url: 'https://local-authority-sct.register.gov.uk/records',
  },
  'GB-LANI': {
    name: 'Local authorities for Northern Ireland',
    isIdentity: true,
    form: '3 letters',
    url: 'https://www.registers.service.gov.uk/registers/local-authority-nir',
  },
  'GB-PLA': { name: 'Principal local authorities of Wales', isIdentity: true, form: '3 letters', url: null },
  'GB-GOR': {
    name: 'Government Organisation Register',
    isIdentity: true,
    form: '1 or 2 letters and up to 5 digits (D1198, PB1204)',
    url: 'https://github.com/openregister/registers-data-archive',
  },
  'GB-NHS': {
    name: 'NHS Organisation Data Service',
    isIdentity: true,
    form: '3 to 8 letters and digits (RT2, 00Y, RM301)',
    url: 'https://digital.nhs.uk/organisation-data-service/data-downloads',
  },
  'GB-UKPRN': {
    name: 'UK Register of Learning Providers',
    isIdentity: true,
    form: '8 digits that begin with 1',
    url: 'https://www.ukrlp.co.uk/',
  },
  'GB-EDU': {
    name: 'Register of Schools (England and Wales)',
    isIdentity: true,
    form: '5 or 6 digits',
    url: 'https://get-information-schools.service.gov.uk',
  },
  'GB-SRS': {
    name: 'Supplier Registration Service of the Crown Commercial Service',
    isIdentity: false,
    form: 'the address and key that the service gave',
    url: null,
  },
  'GB-CFS': {
    name: 'Supplier accounts of Contracts Finder: one supplier has many',
    isIdentity: false,
    form: 'the key that the service gave',
    url: null,
  },
} as const satisfies Readonly<Record<string, IdentifierScheme>>;

/** Code of a scheme that is read. */
export type IdentifierSchemeCode = keyof typeof IDENTIFIER_SCHEMES;

/** The two letters that a number at Companies House may begin with, and what they stand for. */
export const COMPANY_NUMBER_PREFIXES: Readonly<Record<string, string>> = {
  AC: 'Assurance company, England and Wales',
  SA: 'Assurance company, Scotland',
  NA: 'Assurance company, Northern Ireland',
  CE: 'Charitable incorporated organisation',
  CS: 'Scottish charitable incorporated organisation',
  ES: 'European public company, Scotland',
  FC: 'Overseas company, England and Wales',
  SF: 'Overseas company, Scotland',
  NF: 'Overseas company, Northern Ireland',
  FE: 'European economic interest grouping with an establishment here',
  GE: 'European economic interest grouping, England and Wales',
  GN: 'European economic interest grouping, Northern Ireland',
  GS: 'European economic interest grouping, Scotland',
  IC: 'Investment company with variable capital, England and Wales',
  SI: 'Investment company with variable capital, Scotland',
  NV: 'Investment company with variable capital, Northern Ireland',
  IP: 'Registered society, England and Wales',
  SP: 'Registered society, Scotland',
  NP: 'Registered society, Northern Ireland',
  LP: 'Limited partnership, England and Wales',
  SL: 'Limited partnership, Scotland',
  NL: 'Limited partnership, Northern Ireland',
  NC: 'Limited liability partnership, Northern Ireland',
  OC: 'Limited liability partnership, England and Wales',
  SO: 'Limited liability partnership, Scotland',
  NI: 'Company, Northern Ireland',
  NO: 'Other body, Northern Ireland',
  NR: 'Royal charter company, Northern Ireland',
  NZ: 'Company not under the Companies Act, Northern Ireland',
  OE: 'Overseas entity that owns land',
  PC: 'Protected cell company',
  RC: 'Royal charter company, England and Wales',
  SR: 'Royal charter company, Scotland',
  RS: 'Registered society',
  SC: 'Company, Scotland',
  SE: 'European public company, England and Wales',
  SG: 'European economic interest grouping, Scotland',
  SZ: 'Company not under the Companies Act, Scotland',
  ZC: 'Company not under the Companies Act, England and Wales',
  UC: 'UK economic interest grouping, England and Wales',
};
