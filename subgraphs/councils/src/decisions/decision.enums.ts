import { graphqlEnum } from '@coop/shared/graphql';
import { COUNCIL_POWERS, type CouncilPower as Power } from './council-powers.law';
import {
  DECISION_MAKERS,
  DELEGATIONS,
  type DecisionMaker as Maker,
  type Delegation as Delegated,
} from './decision-makers.law';
import {
  DECISION_PUBLICITY,
  EXEMPT_GROUNDS,
  type DecisionPublicity as Publicity,
  type ExemptGround as Ground,
} from './publicity.law';

/** Who takes decisions. */
export const DecisionMaker = graphqlEnum('DecisionMaker', 'Who took a decision.', DECISION_MAKERS);
export type DecisionMaker = Maker;

/** How decisions come to officers. */
export const Delegation = graphqlEnum('Delegation', 'How a decision came to an officer.', DELEGATIONS);
export type Delegation = Delegated;

/** Powers of councils. */
export const CouncilPower = graphqlEnum(
  'CouncilPower',
  'A power or right that a decision rests on or that a council put to use.',
  COUNCIL_POWERS,
);
export type CouncilPower = Power;

/** How public records are. */
export const DecisionPublicity = graphqlEnum(
  'DecisionPublicity',
  'Whether the record of a decision is shown to everybody.',
  DECISION_PUBLICITY,
);
export type DecisionPublicity = Publicity;

/** Grounds of exemption. */
export const ExemptGround = graphqlEnum(
  'ExemptGround',
  'Why information is exempt: Local Government Act 1972 Sch. 12A Part 1.',
  EXEMPT_GROUNDS,
);
export type ExemptGround = Ground;

/** Orders of decisions. */
export const DecisionOrder = graphqlEnum('DecisionOrder', 'The order of a list of decisions.', {
  NEWEST: 'Those taken last come first.',
  OLDEST: 'Those taken first come first.',
});
export type DecisionOrder = keyof typeof DecisionOrder;
