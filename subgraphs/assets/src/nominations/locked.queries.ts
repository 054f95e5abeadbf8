import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { ImportRun, UNSEEN_STATES } from '@coop/shared/persistence';
import { Asset } from '../register/asset.entity';
import { ListingReview } from './listing-review.entity';
import { Listing } from './listing.entity';

/** The part of a write transaction that reads under lock. */
interface Locking {
  readonly manager: EntityManager;
  lock<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string): Promise<Row | null>;
}

/** An asset, locked; null when there is none, or none yet because its import is not complete. */
export async function lockAsset(tx: Locking, id: string): Promise<Asset | null> {
  const asset = await tx.lock(Asset, id);
  if (!asset || asset.importRunId === '') return asset;
  const hidden = await tx.manager.existsBy(ImportRun, {
    id: asset.importRunId,
    state: In([...UNSEEN_STATES]),
  });
  return hidden ? null : asset;
}

/** Something that belongs to an asset, locked together with it. */
export interface LockedPair<Row> {
  readonly asset: Asset;
  readonly row: Row;
}

/**
 * Locks what belongs to an asset. The asset is always locked first, so that everything about one asset happens
 * one after the other and no two commands wait for each other in a ring.
 */
export async function lockWithAsset<Row extends { id: string; assetId: string }>(
  tx: Locking,
  entity: EntityTarget<Row>,
  id: string,
): Promise<LockedPair<Row> | null> {
  const found = await tx.manager.findOneBy(entity, { id } as never);
  const asset = found && (await tx.lock(Asset, found.assetId));
  const row = asset && (await tx.lock(entity, id));
  return row ? { asset, row } : null;
}

/** Every entry that an asset ever had, the earliest first. The asset is locked, so nobody adds to them. */
export function listingsOfLocked(tx: Locking, asset: Asset): Promise<Listing[]> {
  return tx.manager.find(Listing, { where: { assetId: asset.id }, order: { listedOn: 'ASC', id: 'ASC' } });
}

/** Every review of an entry, the earliest first. */
export function reviewsOfLocked(tx: Locking, listing: Listing): Promise<ListingReview[]> {
  return tx.manager.find(ListingReview, {
    where: { listingId: listing.id },
    order: { requestedOn: 'ASC', id: 'ASC' },
  });
}
