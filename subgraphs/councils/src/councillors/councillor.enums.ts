import { graphqlEnum } from '@coop/shared/graphql';
import {
  DISPENSATION_GROUNDS,
  DISPENSED_RESTRICTIONS,
  type DispensationGround as Ground,
  type DispensedRestriction as Restriction,
} from '../decisions/interests.law';
import { DISPENSATION_LIFECYCLE, type DispensationState as State } from './dispensation.lifecycle';
import {
  INTEREST_HOLDERS,
  INTEREST_KINDS,
  type InterestHolder as Holder,
  type InterestKind as Kind,
} from './interests-register.law';

/** Grounds of dispensations. */
export const DispensationGround = graphqlEnum(
  'DispensationGround',
  'On what ground a dispensation is granted: Localism Act 2011 s. 33(2)(a) to (e).',
  DISPENSATION_GROUNDS,
);
export type DispensationGround = Ground;

/** What dispensations lift. */
export const DispensedRestriction = graphqlEnum(
  'DispensedRestriction',
  'Which restriction of the Localism Act 2011 s. 31(4) a dispensation lifts.',
  DISPENSED_RESTRICTIONS,
);
export type DispensedRestriction = Restriction;

/** States of dispensations. */
export const DispensationState = graphqlEnum(
  'DispensationState',
  'How a dispensation stands today.',
  DISPENSATION_LIFECYCLE.states,
);
export type DispensationState = State;

/** Kinds of interests. */
export const InterestKind = graphqlEnum(
  'InterestKind',
  'Kinds of disclosable pecuniary interest: SI 2012/1464, Schedule.',
  INTEREST_KINDS,
);
export type InterestKind = Kind;

/** Whose an interest is. */
export const InterestHolder = graphqlEnum(
  'InterestHolder',
  'Whose interest it is: a partner’s counts as the councillor’s own (Localism Act 2011 s. 30(3)).',
  INTEREST_HOLDERS,
);
export type InterestHolder = Holder;

/** Orders of councillors. */
export const CouncillorOrder = graphqlEnum('CouncillorOrder', 'The order of a list of councillors.', {
  NAME: 'By name, whatever its case and accents.',
  NEWEST: 'Those who came into office last come first.',
});
export type CouncillorOrder = keyof typeof CouncillorOrder;
