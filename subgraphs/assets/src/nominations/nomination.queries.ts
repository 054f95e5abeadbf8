import type { SelectQueryBuilder } from 'typeorm';
import { definePageLoader, rowById, type RequestContext } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { londonDate, type LocalDate } from '@coop/shared/time';
import type { NominationOrder } from './nomination.enums';
import { Nomination } from './nomination.entity';
import { isOverdue } from './nomination.rules';
import type { CouncilNominationFilter, NominationFilter } from './nomination.types';

/** A nomination by its id. */
export const nominationById = rowById(Nomination);

const ORDERS: Readonly<Record<NominationOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'nomination.receivedOn', direction: 'DESC' },
  DECISION_DUE: { name: 'DECISION_DUE', column: 'nomination.decisionDueBy', direction: 'ASC' },
};

/** Arguments of a list of nominations under a parent. */
export interface NominationArgs extends PageArgs {
  readonly filter?: CouncilNominationFilter | null;
  readonly orderBy?: NominationOrder | null;
}

const OVERDUE = "(nomination.state = 'RECEIVED' AND nomination.decisionDueBy < :today)";

function narrow(
  query: SelectQueryBuilder<Nomination>,
  filter: CouncilNominationFilter,
  today: LocalDate,
): SelectQueryBuilder<Nomination> {
  if (filter.state) query.andWhere('nomination.state = :state', { state: filter.state });
  if (filter.isOverdue === true) query.andWhere(OVERDUE, { today });
  if (filter.isOverdue === false) query.andWhere(`NOT ${OVERDUE}`, { today });
  return query;
}

const under = (parentColumn: 'nomination.assetId' | 'nomination.gssCode') =>
  definePageLoader<Nomination, NominationArgs>((parents, { filter, orderBy, ...args }, context) =>
    keysetPagesByParent({
      query: narrow(
        context.database.reader.createQueryBuilder(Nomination, 'nomination'),
        filter ?? {},
        londonDate(context.now),
      ),
      alias: 'nomination',
      parentColumn,
      parents: [...parents],
      ordering: ORDERS[orderBy ?? 'NEWEST'],
      args,
    }),
  );

/** A page of each asset's nominations. */
export const nominationsOfAsset = under('nomination.assetId');

/** A page of each council's nominations. */
export const nominationsOfCouncil = under('nomination.gssCode');

/** A page of nominations of every council, or of one. */
export function nominationPage(
  { database, now }: RequestContext,
  args: PageArgs,
  filter: NominationFilter,
  orderBy: NominationOrder,
): Promise<Page<Nomination>> {
  const query = narrow(database.reader.createQueryBuilder(Nomination, 'nomination'), filter, londonDate(now));
  if (filter.council) query.andWhere('nomination.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'nomination', ordering: ORDERS[orderBy], args });
}

/** Whether a nomination still waits after the last day for its decision. */
export const isOverdueNow = (nomination: Nomination, { now }: RequestContext): boolean =>
  isOverdue(nomination, londonDate(now));
