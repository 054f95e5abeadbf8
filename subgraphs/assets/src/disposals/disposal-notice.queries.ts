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
import { BidRequest } from './bid-request.entity';
import { noticeStateOn } from './clocks.rules';
import type { DisposalNoticeOrder, DisposalNoticeState } from './disposal.enums';
import type { CouncilDisposalNoticeFilter, DisposalNoticeFilter } from './disposal.types';
import { noticeFactsOf } from './disposal-facts.queries';
import { DisposalNotice } from './disposal-notice.entity';

/** A notice by its id. */
export const disposalNoticeById = rowById(DisposalNotice);

/** A bid request by its id. */
export const bidRequestById = rowById(BidRequest);

/** The requests on a notice, the earliest first: a handful, since all come within six weeks. */
export const bidRequestsOfNotice = rowsByParent(BidRequest, 'noticeId', { receivedOn: 'ASC', id: 'ASC' });

/** Where a notice stands on the day of the request. It is never recorded before its first day. */
export async function noticeStateNow(
  context: RequestContext,
  notice: DisposalNotice,
): Promise<DisposalNoticeState> {
  const requests = (await bidRequestsOfNotice.load(context, notice.id)) ?? [];
  return noticeStateOn(noticeFactsOf(notice, requests), londonDate(context.now)) ?? 'INTERIM_MORATORIUM';
}

const ORDERS: Readonly<Record<DisposalNoticeOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'notice.noticeReceivedOn', direction: 'DESC' },
  ENDING: { name: 'ENDING', column: 'notice.runsUntil', direction: 'ASC' },
};

/** Arguments of a list of notices under a parent. */
export interface DisposalNoticeArgs extends PageArgs {
  readonly filter?: CouncilDisposalNoticeFilter | null;
  readonly orderBy?: DisposalNoticeOrder | null;
}

function narrow(
  query: SelectQueryBuilder<DisposalNotice>,
  { isRunning }: CouncilDisposalNoticeFilter,
  today: LocalDate,
): SelectQueryBuilder<DisposalNotice> {
  if (isRunning === true) query.andWhere('notice.runsUntil >= :today', { today });
  if (isRunning === false) query.andWhere('notice.runsUntil < :today', { today });
  return query;
}

const under = (parentColumn: 'notice.assetId' | 'notice.gssCode') =>
  definePageLoader<DisposalNotice, DisposalNoticeArgs>((parents, { filter, orderBy, ...args }, context) =>
    keysetPagesByParent({
      query: narrow(
        context.database.reader.createQueryBuilder(DisposalNotice, 'notice'),
        filter ?? {},
        londonDate(context.now),
      ),
      alias: 'notice',
      parentColumn,
      parents: [...parents],
      ordering: ORDERS[orderBy ?? 'NEWEST'],
      args,
    }),
  );

/** A page of each asset's notices. */
export const disposalNoticesOfAsset = under('notice.assetId');

/** A page of each council's notices. */
export const disposalNoticesOfCouncil = under('notice.gssCode');

/** A page of notices to every council, or to one. */
export function disposalNoticePage(
  { database, now }: RequestContext,
  args: PageArgs,
  filter: DisposalNoticeFilter,
  orderBy: DisposalNoticeOrder,
): Promise<Page<DisposalNotice>> {
  const query = narrow(database.reader.createQueryBuilder(DisposalNotice, 'notice'), filter, londonDate(now));
  if (filter.council) query.andWhere('notice.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'notice', ordering: ORDERS[orderBy], args });
}
