import { In, type EntityManager } from 'typeorm';
import { defineLoader } from '@coop/shared/graphql';
import { inChunks } from '@coop/shared/persistence';
import { Listing } from '../nominations/listing.entity';
import { BidRequest } from './bid-request.entity';
import type { NoticeFacts } from './clocks.rules';
import { DisposalNotice } from './disposal-notice.entity';
import { ExemptDisposal } from './exempt-disposal.entity';
import type { ExemptionFacts } from './may-dispose.rules';

/** A notice with its row and requests, as the rules ask of it. */
export interface KnownNotice extends NoticeFacts {
  readonly row: DisposalNotice;
  readonly bidRequests: readonly BidRequest[];
}

/** All that is known of an asset for the question whether it may be disposed of, with the rows. */
export interface KnownOfAsset {
  readonly listings: readonly Listing[];
  readonly notices: readonly KnownNotice[];
  readonly exemptions: readonly (ExemptionFacts & { readonly id: string })[];
}

/** A notice as the rules ask of it. */
export function noticeFactsOf(row: DisposalNotice, requests: readonly BidRequest[]): KnownNotice {
  return {
    row,
    receivedOn: row.noticeReceivedOn,
    withdrawnOn: row.withdrawnOn,
    disposedOn: row.disposedOn,
    isByCurrentOwner: row.isByCurrentOwner,
    bidRequests: requests.filter(({ noticeId }) => noticeId === row.id),
  };
}

/** What is known of each of a list of assets, in its order: four statements, however many assets. */
export async function disposalFactsOf(
  manager: EntityManager,
  assetIds: readonly string[],
): Promise<KnownOfAsset[]> {
  const of = (entity: typeof Listing | typeof DisposalNotice | typeof BidRequest | typeof ExemptDisposal) =>
    inChunks(assetIds, 500, (chunk) =>
      manager.find<{ id: string; assetId: string }>(entity, {
        where: { assetId: In(chunk) },
        order: { id: 'ASC' },
      }),
    );
  const listings = groupByAsset((await of(Listing)) as Listing[]);
  const notices = groupByAsset((await of(DisposalNotice)) as DisposalNotice[]);
  const requests = groupByAsset((await of(BidRequest)) as BidRequest[]);
  const exemptions = groupByAsset((await of(ExemptDisposal)) as ExemptDisposal[]);
  return assetIds.map((id) => ({
    listings: listings.get(id) ?? [],
    notices: (notices.get(id) ?? []).map((row) => noticeFactsOf(row, requests.get(id) ?? [])),
    exemptions: exemptions.get(id) ?? [],
  }));
}

/** What is known of one asset. */
export async function disposalFactsOfOne(manager: EntityManager, assetId: string): Promise<KnownOfAsset> {
  const [facts] = await disposalFactsOf(manager, [assetId]);
  return facts ?? { listings: [], notices: [], exemptions: [] };
}

function groupByAsset<Row extends { assetId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.assetId);
    if (group) group.push(row);
    else groups.set(row.assetId, [row]);
  }
  return groups;
}

/** What is known of an asset, by its id. */
export const disposalFacts = defineLoader<string, KnownOfAsset>((ids, { database }) =>
  disposalFactsOf(database.reader, ids),
);
