import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

/** The General Disposal Consent, as printed with its circular. */
const consent: Rule = {
  title: 'Local Government Act 1972: General Disposal Consent (England) 2003 (Circular 06/2003)',
  section: 'para. 2',
  url: 'https://www.gov.uk/government/publications/disposal-of-land-for-less-than-the-best-consideration-that-can-reasonably-be-obtained-circular-06-2003',
};

const localGovernmentAct = (pinpoint: string): Rule => ({
  title: 'Local Government Act 1972',
  section: `s. 123${pinpoint}`,
  url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/123',
});

/** The provisions, and the policy, that the answers of this folder cite. */
export const TRANSFER_RULES = {
  bestConsideration: localGovernmentAct('(2)'),
  openSpace: localGovernmentAct('(2A)'),
  shortTenancy: localGovernmentAct('(7)'),
  consent,
  planningLand: {
    title: 'Town and Country Planning Act 1990',
    section: 's. 233',
    url: 'https://www.legislation.gov.uk/ukpga/1990/8/section/233',
  },
  housingLand: {
    title: 'Housing Act 1985',
    section: 's. 32',
    url: 'https://www.legislation.gov.uk/ukpga/1985/68/section/32',
  },
  policy: {
    title: "The council's community asset transfer policy",
    section: 'stages and reviews',
    url: null,
  },
} as const satisfies Record<string, Rule>;

/** What a council may give away without asking. */
export interface UndervalueLaw {
  /** The largest undervalue, in pence, that the general consent covers. */
  readonly largestUndervaluePence: number;
  /** Leases of at most so many years are not caught by the duty to get the best consideration. */
  readonly shortTenancyYears: number;
}

/** Disposal at less than best consideration by councils in England, by date. */
export const undervalueLaw = lawTable<UndervalueLaw>('undervalue', [
  {
    from: '2003-08-04',
    until: null,
    source: consent,
    value: { largestUndervaluePence: 200_000_000, shortTenancyYears: 7 },
  },
]);

/** What a disposal at an undervalue must help to promote or improve, in the area or for people who live there. */
export const WELLBEING = {
  ECONOMIC: 'Economic wellbeing: jobs, skills, local trade.',
  SOCIAL: 'Social wellbeing: health, safety, learning, being together.',
  ENVIRONMENTAL: 'Environmental wellbeing: green space, energy, buildings kept in use.',
} as const;

/** A kind of wellbeing. */
export type TransferWellbeing = keyof typeof WELLBEING;

/** Under which powers the council holds the land; the general consent reaches the first only. */
export const HOLDING_POWERS = {
  GENERAL: 'Held for general purposes and disposed of under section 123 of the Local Government Act 1972.',
  PLANNING: 'Held for planning purposes: section 233 of the Town and Country Planning Act 1990.',
  HOUSING: 'Held for housing: section 32 of the Housing Act 1985 and its own consents.',
} as const;

/** Under which powers the council holds the land. */
export type HoldingPower = keyof typeof HOLDING_POWERS;
