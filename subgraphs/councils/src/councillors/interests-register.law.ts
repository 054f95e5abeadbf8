import type { Rule } from '@coop/shared/problems';
import { lawTable } from '@coop/shared/law';

/**
 * Disclosable pecuniary interests by their kind: Relevant Authorities (Disclosable Pecuniary Interests) Regulations
 * 2012 (SI 2012/1464), Schedule.
 */
export const INTEREST_KINDS = {
  EMPLOYMENT: 'Employment, office, trade, profession or vocation carried on for profit or gain.',
  SPONSORSHIP: 'Payment by others of expenses as a councillor or of an election.',
  CONTRACTS: 'A contract with the council for goods, services or works that is not fully discharged.',
  LAND: 'A beneficial interest in land within the area of the council.',
  LICENCES: 'A licence to occupy land in the area for a month or longer.',
  CORPORATE_TENANCIES: 'A tenancy of the council’s where the tenant is a body one has an interest in.',
  SECURITIES: 'Securities of a body with a place of business or land in the area, beyond the threshold.',
} as const;

/** Code of a kind of interest. */
export type InterestKind = keyof typeof INTEREST_KINDS;

/** Whose interest it is: that of a partner counts as the councillor’s own (Localism Act 2011 s. 30(3)). */
export const INTEREST_HOLDERS = {
  COUNCILLOR: 'The councillor.',
  PARTNER: 'The spouse, civil partner or partner, who is not named.',
} as const;

/** Code of whose interest it is. */
export type InterestHolder = keyof typeof INTEREST_HOLDERS;

const LOCALISM_ACT = (section: string, number: number): Rule => ({
  title: 'Localism Act 2011',
  section,
  url: `https://www.legislation.gov.uk/ukpga/2011/20/section/${number}`,
});

/** What the law says of the register of members’ interests. */
export interface RegisterLaw {
  /** The register is published on the council’s website. */
  readonly publication: Rule;
  /** Details that could lead to violence or intimidation are withheld from what is published. */
  readonly sensitive: Rule;
}

/** The register of members’ interests of councils in England, by day. */
export const INTERESTS_REGISTER_LAW = lawTable<RegisterLaw>('register of members’ interests', [
  {
    from: '2012-07-01',
    until: null,
    source: LOCALISM_ACT('s. 29', 29),
    value: { publication: LOCALISM_ACT('s. 29(5)–(6)', 29), sensitive: LOCALISM_ACT('s. 32(2)', 32) },
  },
]);
