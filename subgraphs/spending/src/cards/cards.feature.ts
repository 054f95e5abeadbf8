import type { Feature } from '@coop/shared/graphql';
import { CardBreach } from './card-breach.entity';
import { cardBreachLifecycle } from './card-breach.lifecycle';
import { CardBreachResolver } from './card-breach.resolver';
import { cardDetailImporter } from './card-details.import';
import { CardPolicy } from './card-policy.entity';
import { CardTransaction } from './card-transaction.entity';
import { Card, CardLimit } from './card.entity';
import { cardPolicyById } from './card.queries';
import { CardLimitResolver, CardPolicyResolver, CardResolver, CouncilCardsResolver } from './card.resolver';
import { cardMigrations } from './cards.migrations';
import { cardsDemo } from './cards.demo';

/** What purchases by card are checked for, and what became of the breaches. */
export const cards: Feature = {
  resolvers: [CardPolicyResolver, CardResolver, CardLimitResolver, CouncilCardsResolver, CardBreachResolver],
  references: {
    CardPolicy: ({ id }, context) => (typeof id === 'string' ? cardPolicyById.load(context, id) : null),
  },
  entities: [Card, CardLimit, CardPolicy, CardTransaction, CardBreach],
  migrations: cardMigrations,
  importers: [cardDetailImporter],
  demo: cardsDemo,
  lifecycles: [cardBreachLifecycle],
};
