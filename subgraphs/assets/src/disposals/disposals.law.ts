import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

/** A section of the Localism Act 2011. */
const act = (section: number, pinpoint = ''): Rule => ({
  title: 'Localism Act 2011',
  section: `s. ${section}${pinpoint}`,
  url: `https://www.legislation.gov.uk/ukpga/2011/20/section/${section}`,
});

/** A regulation of the Assets of Community Value (England) Regulations 2012. */
const regulation = (number: number, pinpoint = ''): Rule => ({
  title: 'Assets of Community Value (England) Regulations 2012 (SI 2012/2421)',
  section: `reg. ${number}${pinpoint}`,
  url: `https://www.legislation.gov.uk/uksi/2012/2421/regulation/${number}`,
});

/** The provisions that the answers of this folder cite. */
export const DISPOSAL_RULES = {
  prohibition: act(95, '(1)'),
  notice: act(95, '(2)'),
  interim: act(95, '(3)(a)'),
  full: act(95, '(3)(b)'),
  protection: act(95, '(4)'),
  exemptions: act(95, '(5)'),
  periods: act(95, '(6)'),
  relevantDisposal: act(96),
  freehold: act(96, '(2)'),
  lease: act(96, '(3)'),
  qualifyingLease: act(96, '(6)'),
  listed: act(87, '(3)'),
  saleToGroup: regulation(13),
  compensation: regulation(14),
  compensationTime: regulation(14, '(5)(b)'),
  publicOwner: regulation(15),
} as const satisfies Record<string, Rule>;

/** What holds the sale of listed land back, and for whom. */
export interface DisposalRegime {
  /** In which a group may ask to be treated as a potential bidder; begins with the day of receipt of the notice. */
  readonly interimMoratorium: { readonly weeks: number };
  /** Holds when a group asked in time; begins with the day of receipt of the notice. */
  readonly fullMoratorium: { readonly months: number };
  /** In which the owner, free of a moratorium, may sell without another; begins with the day of receipt. */
  readonly protectedPeriod: { readonly months: number };
  /** Whether the owner may sell to a community interest group while a moratorium runs. */
  readonly saleToGroupDuringMoratorium: boolean;
  /** Whether the group that asked has the first refusal, and the owner may sell to nobody else while it runs. */
  readonly firstRefusal: boolean;
  /** The fewest years that a lease had to run when it was granted to be a qualifying one. */
  readonly qualifyingLeaseYears: number;
  /** The owner claims compensation within this time after the loss or expense was, or finished being, incurred. */
  readonly compensationClaim: { readonly weeks: number };
}

/** Moratorium regimes by the day on which the owner's notice was received. In force from SI 2012/2420. */
export const disposalRegimes = lawTable<DisposalRegime>('disposal regimes', [
  {
    from: '2012-09-21',
    until: null,
    source: act(95, '–98'),
    value: {
      interimMoratorium: { weeks: 6 },
      fullMoratorium: { months: 6 },
      protectedPeriod: { months: 18 },
      saleToGroupDuringMoratorium: true,
      firstRefusal: false,
      qualifyingLeaseYears: 25,
      compensationClaim: { weeks: 13 },
    },
  },
]);

/**
 * Enacted and not in force: the community right to buy. Royal Assent was on 29 April 2026, no day of commencement
 * is known, and neither are all of its figures, so only the known ones stand here and nothing reads them. On
 * commencement the row moves into the table above, complete, and the row before it gets its last day.
 */
export const disposalRegimesAwaiting: readonly {
  readonly commencement: null;
  readonly source: Rule;
  readonly known: Partial<DisposalRegime>;
}[] = [
  {
    commencement: null,
    source: {
      title: 'English Devolution and Community Empowerment Act 2026',
      section: 'schedule on assets of community value (community right to buy)',
      url: null,
    },
    known: { fullMoratorium: { months: 12 }, firstRefusal: true },
  },
];
