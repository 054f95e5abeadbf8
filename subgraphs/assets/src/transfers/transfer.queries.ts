import type { SelectQueryBuilder } from 'typeorm';
import { definePageLoader, rowById, rowsByParent, type RequestContext } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { TransferReview } from './transfer-review.entity';
import { nextReview } from './transfer-review.rules';
import type { TransferOrder } from './transfer.enums';
import { Transfer } from './transfer.entity';
import type { CouncilTransferFilter, NextTransferReview, TransferFilter } from './transfer.types';

/** A transfer by its id. */
export const transferById = rowById(Transfer);

/** The reviews of a transfer, the first year first: one a year. */
export const reviewsOfTransfer = rowsByParent(TransferReview, 'transferId', { year: 'ASC' });

/** The review that comes next; null unless the transfer is completed and has not ended. */
export async function nextReviewOf(
  context: RequestContext,
  { id, state, completedOn }: Transfer,
): Promise<NextTransferReview | null> {
  if (state !== 'COMPLETED' || completedOn === null) return null;
  const reviews = (await reviewsOfTransfer.load(context, id)) ?? [];
  const years = reviews.map(({ year }) => year);
  return nextReview(completedOn, years, londonDate(context.now));
}

const ORDERS: Readonly<Record<TransferOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'transfer.enquiredOn', direction: 'DESC' },
  REVIEW_DUE: { name: 'REVIEW_DUE', column: 'transfer.nextReviewDueBy', direction: 'ASC' },
};

/** Arguments of a list of transfers under a parent. */
export interface TransferArgs extends PageArgs {
  readonly filter?: CouncilTransferFilter | null;
  readonly orderBy?: TransferOrder | null;
}

function narrow(
  query: SelectQueryBuilder<Transfer>,
  { state, isReviewOverdue }: CouncilTransferFilter,
  today: LocalDate,
): SelectQueryBuilder<Transfer> {
  if (state) query.andWhere('transfer.state = :state', { state });
  if (isReviewOverdue === true) query.andWhere('transfer.nextReviewDueBy < :today', { today });
  if (isReviewOverdue === false) query.andWhere('transfer.nextReviewDueBy >= :today', { today });
  return query;
}

const under = (parentColumn: 'transfer.assetId' | 'transfer.gssCode' | 'transfer.recipientOrganisationId') =>
  definePageLoader<Transfer, TransferArgs>((parents, { filter, orderBy, ...args }, context) =>
    keysetPagesByParent({
      query: narrow(
        context.database.reader.createQueryBuilder(Transfer, 'transfer'),
        filter ?? {},
        londonDate(context.now),
      ),
      alias: 'transfer',
      parentColumn,
      parents: [...parents],
      ordering: ORDERS[orderBy ?? 'NEWEST'],
      args,
    }),
  );

/** A page of each asset's transfers. */
export const transfersOfAsset = under('transfer.assetId');

/** A page of each council's transfers. */
export const transfersOfCouncil = under('transfer.gssCode');

/** A page of each body's transfers. */
export const transfersOfOrganisation = under('transfer.recipientOrganisationId');

/** A page of transfers of every council, or of one. */
export function transferPage(
  { database, now }: RequestContext,
  args: PageArgs,
  filter: TransferFilter,
  orderBy: TransferOrder,
): Promise<Page<Transfer>> {
  const query = narrow(database.reader.createQueryBuilder(Transfer, 'transfer'), filter, londonDate(now));
  if (filter.council) query.andWhere('transfer.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'transfer', ordering: ORDERS[orderBy], args });
}
