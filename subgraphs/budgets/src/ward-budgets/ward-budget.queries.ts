import type { SelectQueryBuilder } from 'typeorm';
import { definePageLoader, rowById, type RequestContext } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { WardAward, WardBudget } from './ward-budget.entity';
import type { ParentWardBudgetFilter, WardAwardFilter, WardBudgetFilter } from './ward-budget.types';

/** A ward budget by its id. */
export const wardBudgetById = rowById(WardBudget);

/** An award by its id. */
export const wardAwardById = rowById(WardAward);

const NEWEST: Ordering = { name: 'NEWEST', column: 'budget.fromOn', direction: 'DESC' };

function narrow(
  query: SelectQueryBuilder<WardBudget>,
  { on }: ParentWardBudgetFilter,
): SelectQueryBuilder<WardBudget> {
  return on ? query.andWhere('budget.fromOn <= :on AND budget.untilOn >= :on', { on }) : query;
}

type Under<Filter> = PageArgs & { readonly filter?: Filter | null };

const under = (parentColumn: 'budget.gssCode' | 'budget.wardGssCode') =>
  definePageLoader<WardBudget, Under<ParentWardBudgetFilter>>((parents, { filter, ...args }, { database }) =>
    keysetPagesByParent({
      query: narrow(database.reader.createQueryBuilder(WardBudget, 'budget'), filter ?? {}),
      ...{ alias: 'budget', parentColumn, parents: [...parents], ordering: NEWEST, args },
    }),
  );

/** A page of each council's ward budgets, the latest year first. */
export const wardBudgetsOfCouncil = under('budget.gssCode');

/** A page of each ward's budgets, the latest year first. */
export const wardBudgetsOfWard = under('budget.wardGssCode');

/** A page of ward budgets of every council, or of one. */
export function wardBudgetPage(
  { database }: RequestContext,
  args: PageArgs,
  filter: WardBudgetFilter,
): Promise<Page<WardBudget>> {
  const query = narrow(database.reader.createQueryBuilder(WardBudget, 'budget'), filter);
  if (filter.council) query.andWhere('budget.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'budget', ordering: NEWEST, args });
}

/** A page of each budget's awards, the latest first. */
export const awardsOfWardBudget = definePageLoader<WardAward, Under<WardAwardFilter>>(
  (parents, { filter, ...args }, { database }) => {
    const query = database.reader.createQueryBuilder(WardAward, 'award');
    if (filter?.state) query.andWhere('award.state = :state', { state: filter.state });
    return keysetPagesByParent({
      ...{ query, alias: 'award', parentColumn: 'award.fundId', parents: [...parents] },
      ...{ ordering: { name: 'LATEST', column: 'award.proposedOn', direction: 'DESC' }, args },
    });
  },
);
