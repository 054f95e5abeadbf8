import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

/** A regulation of the Assets of Community Value (England) Regulations 2012. */
const regulation = (number: number, pinpoint = ''): Rule => ({
  title: 'Assets of Community Value (England) Regulations 2012 (SI 2012/2421)',
  section: `reg. ${number}${pinpoint}`,
  url: `https://www.legislation.gov.uk/uksi/2012/2421/regulation/${number}`,
});

/** The kinds of body that the law on assets of community value knows, with what each is. */
export const BODY_KINDS = {
  PARISH_COUNCIL: 'A parish or town council.',
  NEIGHBOURHOOD_FORUM:
    'A body designated as a neighbourhood forum under section 61F of the Town and Country Planning Act 1990.',
  UNINCORPORATED_BODY:
    'An association without legal personality, with at least 21 individual members, that does not distribute a surplus to them.',
  CHARITY: 'A charity, whatever its legal form.',
  COMPANY_LIMITED_BY_GUARANTEE:
    'A company limited by guarantee that does not distribute a surplus to its members.',
  REGISTERED_SOCIETY:
    'A co-operative or community benefit society, other than a credit union, that does not distribute a surplus to its members.',
  COMMUNITY_INTEREST_COMPANY: 'A community interest company.',
} as const;

/** One of the kinds of body that the law on assets of community value knows. */
export type BodyKind = keyof typeof BODY_KINDS;

/** Where a body's activities can lie, seen from the land. */
export const LOCALITIES = {
  COUNCIL_AREA: "In the council's own area, at least partly.",
  NEIGHBOURING_AREA:
    "In the area of a council that borders it, at least partly, and not in the council's own.",
  ELSEWHERE: 'In neither.',
} as const;

/** Where a body's activities lie, seen from the land. */
export type Locality = keyof typeof LOCALITIES;

/** How a parish can lie to the land. */
export const PARISH_POSITIONS = {
  LAND_IN_PARISH: 'The land is in the parish.',
  LAND_IN_ADJOINING_PARISH: 'The land is in another parish, which borders this one.',
  LAND_UNPARISHED:
    "The land is in no parish, and this one is in the same council's area or borders that area.",
  ELSEWHERE: 'None of these.',
} as const;

/** How a parish lies to the land. */
export type ParishPosition = keyof typeof PARISH_POSITIONS;

/** Which bodies may do what, and what each has to show. */
export interface GroupsLaw {
  /** May nominate land. */
  readonly nominators: readonly BodyKind[];
  /** Count as a community interest group: may ask to bid, may buy during a moratorium. */
  readonly communityInterestGroups: readonly BodyKind[];
  /** Must not distribute any surplus to their members. */
  readonly nonDistributing: readonly BodyKind[];
  /** Must apply their surplus, wholly or partly, for the benefit of the area, to have a local connection. */
  readonly surplusLocal: readonly BodyKind[];
  /** The fewest individual members of an unincorporated body. */
  readonly leastMembers: number;
  /** The fewest of its members who are local government electors in the area or a neighbouring one. */
  readonly leastLocalElectors: number;
}

/** Who may nominate and who may ask to bid, by date. */
export const groupsLaw = lawTable<GroupsLaw>('groups', [
  {
    from: '2012-09-21',
    until: null,
    source: regulation(5),
    value: {
      nominators: [
        'PARISH_COUNCIL',
        'NEIGHBOURHOOD_FORUM',
        'UNINCORPORATED_BODY',
        'CHARITY',
        'COMPANY_LIMITED_BY_GUARANTEE',
        'REGISTERED_SOCIETY',
        'COMMUNITY_INTEREST_COMPANY',
      ],
      communityInterestGroups: [
        'PARISH_COUNCIL',
        'CHARITY',
        'COMPANY_LIMITED_BY_GUARANTEE',
        'REGISTERED_SOCIETY',
        'COMMUNITY_INTEREST_COMPANY',
      ],
      nonDistributing: ['UNINCORPORATED_BODY', 'COMPANY_LIMITED_BY_GUARANTEE', 'REGISTERED_SOCIETY'],
      surplusLocal: ['UNINCORPORATED_BODY', 'COMPANY_LIMITED_BY_GUARANTEE', 'REGISTERED_SOCIETY'],
      leastMembers: 21,
      leastLocalElectors: 21,
    },
  },
]);

/** The provisions that the refusals of this folder cite. */
export const GROUP_RULES = {
  bodies: regulation(5, '(1)'),
  members: regulation(5, '(1)(c)(i)'),
  nonDistribution: regulation(5, '(1)'),
  publicBody: regulation(5, '(2)'),
  creditUnion: regulation(5, '(3)'),
  localConnection: regulation(4),
  evidence: regulation(6),
  communityInterestGroup: regulation(12),
  england: regulation(1, '(2)'),
} as const satisfies Record<string, Rule>;
