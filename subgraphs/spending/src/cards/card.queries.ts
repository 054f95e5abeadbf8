import { In } from 'typeorm';
import { defineLoader, inOrder, rowById, rowsByParent, type RequestContext } from '@coop/shared/graphql';
import { visibleImports } from '@coop/shared/importing';
import { keysetPage, type Ordering, type Page, type PageArgs } from '@coop/shared/persistence';
import { CardBreach } from './card-breach.entity';
import type { CardBreachFilter } from './card-inputs.types';
import { CardPolicy } from './card-policy.entity';
import { CardTransaction } from './card-transaction.entity';
import { Card, CardLimit } from './card.entity';
import type { CardBreachOrder } from './cards.enums';

/** A card by its id; who may read it is asked by whoever shows it. */
export const cardById = rowById(Card);

/** The limits of a card, the latest first: a handful at most. */
export const limitsOfCard = rowsByParent(CardLimit, 'cardId', { fromOn: 'DESC' });

/** A policy by its id. */
export const cardPolicyById = rowById(CardPolicy);

/** A council's rules for cards, the latest first: one every few years. */
export const cardPoliciesOfCouncil = defineLoader<string, CardPolicy[]>(async (codes, { database }) => {
  const rows = await database.reader.find(CardPolicy, {
    where: { gssCode: In([...codes]) },
    order: { fromOn: 'DESC' },
  });
  return codes.map((code) => rows.filter(({ gssCode }) => gssCode === code));
});

/** A breach by its id; who may read it is asked by whoever shows it. */
export const cardBreachById = rowById(CardBreach);

/** The detail of a purchase by its id. */
export const cardTransactionById = defineLoader<string, CardTransaction>(async (ids, { database }) => {
  const query = database.reader.createQueryBuilder(CardTransaction, 'detail').where(visibleImports('detail'));
  return inOrder(ids, await query.andWhere({ id: In([...ids]) }).getMany(), ({ id }) => id);
});

/** A page of a council's cards, by their labels. */
export function cardPage({ database }: RequestContext, gssCode: string, args: PageArgs): Promise<Page<Card>> {
  const query = database.reader
    .createQueryBuilder(Card, 'card')
    .where('card.gssCode = :gssCode', { gssCode });
  const ordering = { name: 'LABEL', column: 'card.labelSort', direction: 'ASC' } as const;
  return keysetPage({ query, alias: 'card', ordering, args });
}

const ORDERINGS: Readonly<Record<CardBreachOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'breach.boughtOn', direction: 'DESC' },
  LARGEST: { name: 'LARGEST', column: 'breach.amountPence', direction: 'DESC' },
};

/** A page of a council's breaches. */
export function cardBreachPage(
  { database }: RequestContext,
  gssCode: string,
  filter: CardBreachFilter | null,
  orderBy: CardBreachOrder,
  args: PageArgs,
): Promise<Page<CardBreach>> {
  const query = database.reader
    .createQueryBuilder(CardBreach, 'breach')
    .where('breach.gssCode = :gssCode AND breach.isCurrent = :isCurrent', {
      gssCode,
      isCurrent: filter?.isCurrent ?? true,
    });
  if (filter?.kind) query.andWhere('breach.kind = :kind', { kind: filter.kind });
  if (filter?.state) query.andWhere('breach.state = :state', { state: filter.state });
  return keysetPage({ query, alias: 'breach', ordering: ORDERINGS[orderBy], args });
}
