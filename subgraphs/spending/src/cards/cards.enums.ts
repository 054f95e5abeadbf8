import { graphqlEnum } from '@coop/shared/graphql';
import { BREACH_KINDS } from './breach-kinds';
import { cardBreachLifecycle } from './card-breach.lifecycle';

/** What a breach is of. */
export const CardBreachKind = graphqlEnum(
  'CardBreachKind',
  'What a breach of the rules for cards is.',
  BREACH_KINDS,
);
export type CardBreachKind = keyof typeof CardBreachKind;

/** Where a breach stands. */
export const CardBreachState = graphqlEnum(
  'CardBreachState',
  'Where a breach of the rules for cards stands.',
  cardBreachLifecycle.states,
);
export type CardBreachState = keyof typeof CardBreachState;

/** How a breach is decided. */
export const CardBreachOutcome = graphqlEnum(
  'CardBreachOutcome',
  'How a breach of the rules for cards is decided.',
  {
    ACCEPTED: cardBreachLifecycle.states.ACCEPTED,
    UPHELD: cardBreachLifecycle.states.UPHELD,
    DISMISSED: cardBreachLifecycle.states.DISMISSED,
  },
);
export type CardBreachOutcome = keyof typeof CardBreachOutcome;

/** The orders of a list of breaches. */
export const CardBreachOrder = graphqlEnum('CardBreachOrder', 'The order of a list of breaches.', {
  NEWEST: 'The latest purchase comes first.',
  LARGEST: 'The largest amount comes first.',
});
export type CardBreachOrder = keyof typeof CardBreachOrder;
