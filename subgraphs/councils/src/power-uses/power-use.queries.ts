import type { EntityManager } from 'typeorm';
import { definePageLoader, rowById, type ReferenceResolver } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { PowerUse } from './power-use.entity';
import type { PowerUseFilter, PowerUseOrder } from './power-use.types';

/** A power as used, by id. */
export const powerUseById = rowById(PowerUse);

/** Resolves references to powers as used. */
export const powerUseOfReference: ReferenceResolver = ({ id }, context) =>
  powerUseById.load(context, typeof id === 'string' ? id : '');

const ORDERINGS: Readonly<Record<PowerUseOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'used.usedOn', direction: 'DESC' },
  OLDEST: { name: 'OLDEST', column: 'used.usedOn', direction: 'ASC' },
};

/** A page of powers as used. */
export function powerUsePage(
  reader: EntityManager,
  args: PageArgs,
  { council, power }: PowerUseFilter,
  order: PowerUseOrder,
): Promise<Page<PowerUse>> {
  const query = reader.createQueryBuilder(PowerUse, 'used');
  if (council) query.andWhere('used.councilGssCode = :council', { council });
  if (power) query.andWhere('used.power = :power', { power });
  return keysetPage({ query, alias: 'used', ordering: ORDERINGS[order], args });
}

/** A page of the powers that each council used, the latest first. */
export const powerUsesOfCouncil = definePageLoader<PowerUse, PageArgs>((councils, args, { database }) =>
  keysetPagesByParent({
    query: database.reader.createQueryBuilder(PowerUse, 'used'),
    alias: 'used',
    parentColumn: 'used.councilGssCode',
    parents: [...councils],
    ordering: ORDERINGS.NEWEST,
    args,
  }),
);
