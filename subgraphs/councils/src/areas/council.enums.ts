import { graphqlEnum } from '@coop/shared/graphql';

/** Kinds of local authority, as their codes tell them apart. */
export const CouncilKind = graphqlEnum('CouncilKind', 'What kind of local authority it is.', {
  METROPOLITAN_DISTRICT: 'A metropolitan district of England: all services of local government (E08).',
  LONDON_BOROUGH: 'A London borough, the City of London among them: all services (E09).',
  UNITARY: 'A unitary authority of England: all services (E06).',
  COUNTY: 'A county council of England: the upper of two tiers (E10).',
  NON_METROPOLITAN_DISTRICT: 'A district council of England: the lower of two tiers (E07).',
  COMBINED_AUTHORITY: 'A body of several councils for what they do together (E47).',
  SCOTTISH_COUNCIL: 'A council area of Scotland: all services (S12).',
  WELSH_PRINCIPAL_AREA: 'A principal area of Wales: all services (W06).',
  NORTHERN_IRELAND_DISTRICT: 'A local government district of Northern Ireland (N09).',
  OTHER: 'An authority with a code of another kind, such as the Greater London Authority.',
});
export type CouncilKind = keyof typeof CouncilKind;

/** The nations of the United Kingdom. */
export const Nation = graphqlEnum('Nation', 'A nation of the United Kingdom.', {
  ENGLAND: 'England: codes that begin with E.',
  SCOTLAND: 'Scotland: codes that begin with S.',
  WALES: 'Wales: codes that begin with W.',
  NORTHERN_IRELAND: 'Northern Ireland: codes that begin with N.',
});
export type Nation = keyof typeof Nation;

/** Ways of governing a council. */
export const Governance = graphqlEnum(
  'Governance',
  'How a council in England is governed (Local Government Act 2000, Part 1A).',
  {
    LEADER_AND_CABINET: 'A leader, elected by the council, and a cabinet (s. 9C).',
    COMMITTEE_SYSTEM: 'Committees of councillors decide (s. 9B, possible again since 2012).',
    MAYOR_AND_CABINET: 'A mayor elected by the voters, and a cabinet (s. 9C).',
    OTHER: 'Another arrangement, prescribed or of another nation.',
  },
);
export type Governance = keyof typeof Governance;

const KIND_BY_ENTITY: Readonly<Record<string, CouncilKind>> = {
  E06: 'UNITARY',
  E07: 'NON_METROPOLITAN_DISTRICT',
  E08: 'METROPOLITAN_DISTRICT',
  E09: 'LONDON_BOROUGH',
  E10: 'COUNTY',
  E47: 'COMBINED_AUTHORITY',
  S12: 'SCOTTISH_COUNCIL',
  W06: 'WELSH_PRINCIPAL_AREA',
  N09: 'NORTHERN_IRELAND_DISTRICT',
};

const NATION_BY_LETTER: Readonly<Record<string, Nation>> = {
  E: 'ENGLAND',
  S: 'SCOTLAND',
  W: 'WALES',
  N: 'NORTHERN_IRELAND',
};

/** The kind of authority that a GSS code belongs to. */
export function kindOfCode(gssCode: string): CouncilKind {
  return KIND_BY_ENTITY[gssCode.slice(0, 3)] ?? 'OTHER';
}

/** The nation that a GSS code belongs to; null for codes of several nations. */
export function nationOfCode(gssCode: string): Nation | null {
  return NATION_BY_LETTER[gssCode.slice(0, 1)] ?? null;
}
