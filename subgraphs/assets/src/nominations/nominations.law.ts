import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

/** A section of the Localism Act 2011. */
const act = (section: number, pinpoint = ''): Rule => ({
  title: 'Localism Act 2011',
  section: `s. ${section}${pinpoint}`,
  url: `https://www.legislation.gov.uk/ukpga/2011/20/section/${section}`,
});

/** A regulation or schedule of the Assets of Community Value (England) Regulations 2012. */
const regulations = (section: string, place: string): Rule => ({
  title: 'Assets of Community Value (England) Regulations 2012 (SI 2012/2421)',
  section,
  url: `https://www.legislation.gov.uk/uksi/2012/2421/${place}`,
});

/** The provisions that the answers of this folder cite. */
export const NOMINATION_RULES = {
  communityNomination: act(89, '(2)'),
  contents: regulations('reg. 6', 'regulation/6'),
  duty: act(90, '(3)'),
  writtenReasons: act(90, '(6)'),
  presentUse: act(88, '(1)'),
  pastUse: act(88, '(2)'),
  excluded: regulations('reg. 3 and Sch. 1', 'schedule/1'),
  listedFor: act(87, '(3)'),
  removal: regulations('reg. 2', 'regulation/2'),
  notice: act(91),
  review: act(92),
  reviewProcedure: regulations('reg. 10 and Sch. 2', 'schedule/2'),
  appeal: regulations('reg. 11', 'regulation/11'),
  appealTime: {
    title: 'Tribunal Procedure (First-tier Tribunal) (General Regulatory Chamber) Rules 2009',
    section: 'r. 22(1)(b)',
    url: 'https://www.legislation.gov.uk/uksi/2009/1976/rule/22',
  },
} as const satisfies Record<string, Rule>;

/** What a use of land can further. */
export const WELLBEING_FURTHERED = {
  SOCIAL:
    'The social wellbeing or social interests of the local community: cultural, recreational and sporting interests among them.',
  ECONOMIC:
    'The economic wellbeing or economic interests of the local community; these count once the new law is in force.',
} as const;

/** What a use of land can further. */
export type Wellbeing = keyof typeof WELLBEING_FURTHERED;

/** The figures and tests of listing. */
export interface NominationsLaw {
  /** The council decides within this time of receiving a nomination. */
  readonly decideWithin: { readonly weeks: number };
  /** An entry stays on the list for this period, beginning with the date of the entry. */
  readonly listedFor: { readonly years: number };
  /** The owner asks for a review in this period, beginning with the day of the written notice. */
  readonly reviewRequest: { readonly weeks: number };
  /** The council completes the review in this period, beginning with the day it receives the request. */
  readonly reviewDecision: { readonly weeks: number };
  /** The notice of appeal reaches the tribunal within this time of the day the review's decision was sent. */
  readonly appealWithin: { readonly days: number };
  /** What a use must further, one of them, for land to be of community value. */
  readonly furthers: readonly Wellbeing[];
  /** Whether a past use must lie in the recent past. */
  readonly pastUseMustBeRecent: boolean;
  /** Within how many years a past use must realistically be able to return. */
  readonly returnWithinYears: number;
}

/** Nomination and listing, by date. In force in England from 21 September 2012 (SI 2012/2420). */
export const nominationsLaw = lawTable<NominationsLaw>('nominations', [
  {
    from: '2012-09-21',
    until: null,
    source: act(87, '–94'),
    value: {
      decideWithin: { weeks: 8 },
      listedFor: { years: 5 },
      reviewRequest: { weeks: 8 },
      reviewDecision: { weeks: 8 },
      appealWithin: { days: 28 },
      furthers: ['SOCIAL'],
      pastUseMustBeRecent: true,
      returnWithinYears: 5,
    },
  },
]);

/**
 * Enacted and not in force: no day of commencement is known. Only what is known of the new figures stands here.
 * On commencement the row moves into the table above, complete, and the row before it gets its last day.
 */
export const nominationsLawAwaiting: readonly {
  readonly commencement: null;
  readonly source: Rule;
  readonly known: Partial<NominationsLaw>;
}[] = [
  {
    commencement: null,
    source: {
      title: 'English Devolution and Community Empowerment Act 2026',
      section: 'schedule on assets of community value',
      url: null,
    },
    known: { furthers: ['SOCIAL', 'ECONOMIC'], pastUseMustBeRecent: false },
  },
];

/** Land that is not of community value whatever its use, with what it is (SI 2012/2421 Sch. 1). */
export const EXCLUSIONS = {
  RESIDENCE:
    'A residence with the land connected with it; hotels, holiday lets and houses in multiple occupation are residences. A building only partly used as one may be listed if it would be but for that use.',
  CARAVAN_SITE: 'Land that needs a caravan site licence, or would but for an exemption.',
  OPERATIONAL_LAND:
    'Operational land of a statutory undertaker (Town and Country Planning Act 1990, section 263).',
} as const;

/** A kind of land that cannot be listed. */
export type Exclusion = keyof typeof EXCLUSIONS;
