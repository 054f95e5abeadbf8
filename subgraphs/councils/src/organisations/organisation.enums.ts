import { graphqlEnum } from '@coop/shared/graphql';
import { ORGANISATION_KINDS } from './organisation-kinds.law';
import { ORGANISATION_STANDINGS } from './organisation-standing.law';

/** Kinds of organisation. */
export const OrganisationKind = graphqlEnum(
  'OrganisationKind',
  'What kind of body an organisation is. That it is a mutual is no kind: it is a matter of control.',
  ORGANISATION_KINDS,
);
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** Whether a body still stands. */
export const OrganisationStanding = graphqlEnum(
  'OrganisationStanding',
  'Whether a body still stands, as the public registers that it is in tell.',
  ORGANISATION_STANDINGS,
);
export type OrganisationStanding = keyof typeof ORGANISATION_STANDINGS;

const MATCH_METHODS = {
  NORMAL_FORM: 'The normal forms are the same: legal form, case, accents and punctuation left out.',
  SPACING: 'They are the same but for spaces: `home care` and `homecare`.',
  PART_OF_NAME: 'A part of the name (before *trading as*, outside brackets …) has the same normal form.',
  WORDS: 'The words that count are the same: one is misspelled, or one that says little is missing.',
} as const;

/** How a name was matched. */
export const NameMatchMethod = graphqlEnum('NameMatchMethod', 'How a name was matched.', MATCH_METHODS);
export type NameMatchMethod = keyof typeof MATCH_METHODS;

const MATCH_OUTCOMES = {
  MATCHED: 'One organisation is meant.',
  AMBIGUOUS: 'Several organisations could be meant alike: a person has to choose.',
  NONE: 'No organisation is known that is surely meant; candidates, if any, are suggestions.',
} as const;

/** What became of a name that was looked for. */
export const NameMatchOutcome = graphqlEnum(
  'NameMatchOutcome',
  'What became of a name that was looked for.',
  MATCH_OUTCOMES,
);
export type NameMatchOutcome = keyof typeof MATCH_OUTCOMES;

const ORDERS = {
  NAME: 'By name, whatever the case and accents.',
  NAME_DESCENDING: 'By name, backwards.',
} as const;

/** Orders of a list of organisations. */
export const OrganisationOrder = graphqlEnum(
  'OrganisationOrder',
  'In which order organisations are listed.',
  ORDERS,
);
export type OrganisationOrder = keyof typeof ORDERS;

export type { OtherNameKind } from './organisation-record.rules';
