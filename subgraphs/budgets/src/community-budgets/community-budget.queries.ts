import { In } from 'typeorm';
import {
  defineLoader,
  definePageLoader,
  mapPage,
  rowById,
  rowsByParent,
  type RequestContext,
} from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import {
  BudgetAccountability,
  CommunityBudgetCouncil,
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import type { BudgetPartnerState } from './community-budget.enums';
import type { CommunityBudgetFilter, CouncilCommunityBudgetFilter } from './community-budget.types';

/** A community budget by its id. */
export const communityBudgetById = rowById(CommunityBudget);

/** Everybody who takes part in a community budget, is asked to, did or declined; in their order. */
const partyOf = rowsByParent(CommunityBudgetPartner, 'budgetId', { budgetId: 'ASC', position: 'ASC' });

/** The partners of a community budget whose part stands so, in their order; those that take part unless told. */
export async function partnersOf(
  context: RequestContext,
  budgetId: string,
  ...states: readonly BudgetPartnerState[]
): Promise<CommunityBudgetPartner[]> {
  const party = (await partyOf.load(context, budgetId)) ?? [];
  return party.filter(({ state }) => (states.length === 0 ? state === 'JOINED' : states.includes(state)));
}

/** Who answers for what in a community budget, in the order in which it was said. */
export const accountabilityOf = rowsByParent(BudgetAccountability, 'budgetId', {
  budgetId: 'ASC',
  position: 'ASC',
});

/** The priorities of a community budget, the first one first. */
export const prioritiesOf = rowsByParent(CommunityBudgetPriority, 'budgetId', {
  budgetId: 'ASC',
  rank: 'ASC',
});

/** A partner of a community budget by its id. */
export const partnerById = rowById(CommunityBudgetPartner);

/** A priority of a community budget by its id. */
export const priorityById = rowById(CommunityBudgetPriority);

/** Codes of the councils in whose areas a community budget is. */
export const councilCodesOf = defineLoader<string, string[]>(async (ids, { database }) => {
  const rows = await database.reader.find(CommunityBudgetCouncil, {
    where: { budgetId: In([...ids]) },
    order: { councilGssCode: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.budgetId === id).map((row) => row.councilGssCode));
});

const byName = (alias: string): Ordering => ({ name: 'NAME', column: `${alias}.nameSort`, direction: 'ASC' });

/** Arguments of a list of community budgets under a parent. */
export interface CommunityBudgetArgs extends PageArgs {
  readonly filter?: CouncilCommunityBudgetFilter | null;
}

/** A page of the community budgets of each council by name. */
export const communityBudgetsOfCouncil = definePageLoader<CommunityBudget, CommunityBudgetArgs>(
  async (councils, { filter, ...args }, context) => {
    const query = context.database.reader.createQueryBuilder(CommunityBudgetCouncil, 'listed');
    if (filter?.kind) query.andWhere('listed.kind = :kind', { kind: filter.kind });
    const pages = await keysetPagesByParent({
      query,
      alias: 'listed',
      parentColumn: 'listed.councilGssCode',
      parents: [...councils],
      ordering: byName('listed'),
      args,
    });
    const all = [...pages.values()].flatMap((page) => page.nodes.map((row) => row.budgetId));
    await communityBudgetById.loadMany(context, all);
    const shown = await Promise.all(
      [...pages].map(async ([council, page]): Promise<[string, Page<CommunityBudget>]> => [
        council,
        await mapPage(page, (rows) =>
          communityBudgetById.loadMany(
            context,
            rows.map((row) => row.budgetId),
          ),
        ),
      ]),
    );
    return new Map(shown);
  },
);

/** A page of the community budgets of each neighbourhood by name. */
export const communityBudgetsOfNeighbourhood = definePageLoader<CommunityBudget, PageArgs>(
  (neighbourhoods, args, { database }) =>
    keysetPagesByParent({
      query: database.reader.createQueryBuilder(CommunityBudget, 'budget'),
      alias: 'budget',
      parentColumn: 'budget.neighbourhoodId',
      parents: [...neighbourhoods],
      ordering: byName('budget'),
      args,
    }),
);

/** A page of community budgets of every council, or of one. */
export async function communityBudgetPage(
  context: RequestContext,
  args: PageArgs,
  { council, kind }: CommunityBudgetFilter,
): Promise<Page<CommunityBudget>> {
  if (council)
    return communityBudgetsOfCouncil.load(context, council, { ...args, filter: { kind: kind ?? null } });
  const query = context.database.reader.createQueryBuilder(CommunityBudget, 'budget');
  if (kind) query.andWhere('budget.kind = :kind', { kind });
  return keysetPage({ query, alias: 'budget', ordering: byName('budget'), args });
}
