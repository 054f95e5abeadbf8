import { graphqlEnum } from '@coop/shared/graphql';
import { COMMUNITY_VALUE_LIMBS } from './community-value.rules';
import { nominationLifecycle } from './nomination.lifecycle';
import { EXCLUSIONS, WELLBEING_FURTHERED } from './nominations.law';

/** Where a nomination stands. */
export const NominationState = graphqlEnum(
  'NominationState',
  'Where a community nomination stands.',
  nominationLifecycle.states,
);
export type NominationState = keyof typeof NominationState;

/** What a nomination is decided to be. */
export const NominationOutcome = graphqlEnum('NominationOutcome', 'What a nomination is decided to be.', {
  ACCEPTED: nominationLifecycle.states.ACCEPTED,
  UNSUCCESSFUL: nominationLifecycle.states.UNSUCCESSFUL,
});
export type NominationOutcome = keyof typeof NominationOutcome;

/** Which half of the test of community value was met. */
export const CommunityValueLimb = graphqlEnum(
  'CommunityValueLimb',
  'Which half of the test of community value was met (Localism Act 2011 s. 88).',
  COMMUNITY_VALUE_LIMBS,
);
export type CommunityValueLimb = keyof typeof CommunityValueLimb;

/** A kind of land that cannot be listed. */
export const ListingExclusion = graphqlEnum(
  'ListingExclusion',
  'A kind of land that is not of community value whatever its use (SI 2012/2421 Sch. 1).',
  EXCLUSIONS,
);
export type ListingExclusion = keyof typeof ListingExclusion;

/** What a use of land furthers. */
export const WellbeingFurthered = graphqlEnum(
  'WellbeingFurthered',
  'What a use of land furthers (Localism Act 2011 s. 88).',
  WELLBEING_FURTHERED,
);
export type WellbeingFurthered = keyof typeof WellbeingFurthered;

/** The orders of a list of nominations. */
export const NominationOrder = graphqlEnum('NominationOrder', 'The order of a list of nominations.', {
  NEWEST: 'The latest received first.',
  DECISION_DUE: 'The one whose decision is due earliest first.',
});
export type NominationOrder = keyof typeof NominationOrder;
