import { In, type SelectQueryBuilder } from 'typeorm';
import {
  defineLoader,
  definePageLoader,
  inOrder,
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
import { londonDate, type LocalDate } from '@coop/shared/time';
import type { ListingOrder, ListingState } from './listing.enums';
import { ListingReview } from './listing-review.entity';
import { reviewRequestDueBy } from './listing-review.rules';
import { Listing } from './listing.entity';
import { listingStateOn } from './listing.rules';
import type { CouncilListingFilter, ListingFilter } from './listing.types';

/** An entry by its id. */
export const listingById = rowById(Listing);

/** A review by its id. */
export const listingReviewById = rowById(ListingReview);

/** The entry that a nomination led to. */
export const listingOfNomination = defineLoader<string, Listing>(async (ids, { database }) =>
  inOrder(
    ids,
    await database.reader.findBy(Listing, { nominationId: In([...ids]) }),
    (row) => row.nominationId,
  ),
);

/** An entry's reviews, the earliest first: one, beside those that were withdrawn. */
export const reviewsOfListing = rowsByParent(ListingReview, 'listingId', { requestedOn: 'ASC', id: 'ASC' });

const ORDERS: Readonly<Record<ListingOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'listing.listedOn', direction: 'DESC' },
  EXPIRY: { name: 'EXPIRY', column: 'listing.expiresOn', direction: 'ASC' },
};

/** Arguments of a list of entries under a parent. */
export interface ListingArgs extends PageArgs {
  readonly filter?: CouncilListingFilter | null;
  readonly orderBy?: ListingOrder | null;
}

const IN_FORCE =
  '(listing.listedOn <= :today AND listing.expiresOn >= :today AND (listing.removedOn IS NULL OR listing.removedOn > :today))';

function narrow(
  query: SelectQueryBuilder<Listing>,
  { isInForce }: CouncilListingFilter,
  today: LocalDate,
): SelectQueryBuilder<Listing> {
  if (isInForce === true) query.andWhere(IN_FORCE, { today });
  if (isInForce === false) query.andWhere(`NOT ${IN_FORCE}`, { today });
  return query;
}

/** A page of each council's entries. */
export const listingsOfCouncil = definePageLoader<Listing, ListingArgs>(
  (parents, { filter, orderBy, ...args }, { database, now }) =>
    keysetPagesByParent({
      query: narrow(database.reader.createQueryBuilder(Listing, 'listing'), filter ?? {}, londonDate(now)),
      alias: 'listing',
      parentColumn: 'listing.gssCode',
      parents: [...parents],
      ordering: ORDERS[orderBy ?? 'NEWEST'],
      args,
    }),
);

/** A page of entries of every council, or of one. */
export function listingPage(
  { database, now }: RequestContext,
  args: PageArgs,
  filter: ListingFilter,
  orderBy: ListingOrder,
): Promise<Page<Listing>> {
  const query = narrow(database.reader.createQueryBuilder(Listing, 'listing'), filter, londonDate(now));
  if (filter.council) query.andWhere('listing.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'listing', ordering: ORDERS[orderBy], args });
}

/** Where an entry stands on the day of the request. An entry is made on its first day, never before it. */
export const listingStateNow = (listing: Listing, { now }: RequestContext): ListingState =>
  listingStateOn(listing, londonDate(now)) ?? 'LISTED';

/** The last day on which the owner may ask for a review; null until notice of the entry was given. */
export const reviewDueBy = ({ noticeGivenOn }: Listing): LocalDate | null =>
  noticeGivenOn === null ? null : reviewRequestDueBy(noticeGivenOn);

/** Whether a review waits after the last day for its decision. */
export const isReviewOverdue = (review: ListingReview, { now }: RequestContext): boolean =>
  review.state === 'REQUESTED' && review.decisionDueBy < londonDate(now);

/** Whether a review of an entry can be asked for now, by whoever has the right to. */
export async function isOpenToReview(listing: Listing, context: RequestContext): Promise<boolean> {
  if (listingStateNow(listing, context) !== 'LISTED') return false;
  const due = reviewDueBy(listing);
  if (due !== null && due < londonDate(context.now)) return false;
  const reviews = await reviewsOfListing.load(context, listing.id);
  return (reviews ?? []).every((review) => review.state === 'WITHDRAWN');
}
