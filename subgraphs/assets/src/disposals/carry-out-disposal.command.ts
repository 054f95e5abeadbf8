import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { addDays, formatDay, type LocalDate } from '@coop/shared/time';
import { Listing } from '../nominations/listing.entity';
import { listedDays, listingInForce } from '../nominations/listing.rules';
import { listingsOfLocked } from '../nominations/locked.queries';
import type { Asset } from '../register/asset.entity';
import { carryingNotices, changesOwner } from './change-of-owner.rules';
import type { DisposalRecipient, DisposalStanding } from './disposal.enums';
import type { KnownNotice, KnownOfAsset } from './disposal-facts.queries';
import { removesListing } from './disposal-notice.rules';
import { DisposalRecord } from './disposal-record.entity';
import { ExemptDisposal } from './exempt-disposal.entity';
import type { DisposalShape } from './relevant-disposal.rules';

/** The part of a write transaction in which a disposal is put on record. */
interface Writing {
  readonly manager: EntityManager;
  readonly today: LocalDate;
  lock<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string): Promise<Row | null>;
  insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Partial<Row>): Promise<Row>;
  update<Row extends ObjectLiteral>(row: Row): Promise<Row>;
  newId(prefix: string): string;
}

/** A disposal that was found to be permitted. */
export interface PermittedDisposal {
  readonly on: LocalDate;
  readonly to: DisposalRecipient;
  readonly disposal: DisposalShape;
  readonly standing: DisposalStanding;
  /** The notice on which it was made, where one was named; else the latest that carries it. */
  readonly notice?: KnownNotice | undefined;
  /** The exemption under which it was made. */
  readonly exemptDisposalId?: string | null;
}

/**
 * Puts a disposal on record with all that follows from it: the notice that carried it is used up, others of the
 * earlier owner serve no more, an exemption is spent, and the entry on the list is removed where the law says so.
 * The asset is locked.
 */
export async function carryOutDisposal(
  tx: Writing,
  asset: Asset,
  facts: KnownOfAsset,
  made: PermittedDisposal,
): Promise<DisposalRecord> {
  const { on, to, disposal, standing, exemptDisposalId = null } = made;
  const used = made.notice ?? carryingNotices(standing, on, facts.notices)[0];
  if (used)
    await tx.update(Object.assign(used.row, { disposedOn: on, disposedTo: to, runsUntil: addDays(on, -1) }));
  if (changesOwner(disposal, on)) await forgetOwner(tx, facts.notices, used, on);
  if (exemptDisposalId !== null) await spend(tx, exemptDisposalId, on);
  const listingRemoved = removesListing(standing) && (await removeListing(tx, asset, on));
  return tx.insert(DisposalRecord, {
    id: tx.newId('disposalrecord'),
    gssCode: asset.gssCode,
    assetId: asset.id,
    noticeId: used?.row.id ?? null,
    exemptDisposalId,
    disposedOn: on,
    recipient: to,
    kind: disposal.kind,
    standing,
    listingRemoved,
    recordedOn: tx.today,
  });
}

/** The notices of the owner before serve no more; the one that was used keeps its place in the record. */
async function forgetOwner(
  tx: Writing,
  notices: readonly KnownNotice[],
  used: KnownNotice | undefined,
  on: LocalDate,
): Promise<void> {
  for (const { row } of notices)
    if (row !== used?.row && row.isByCurrentOwner && row.noticeReceivedOn <= on)
      await tx.update(Object.assign(row, { isByCurrentOwner: false }));
}

async function spend(tx: Writing, id: string, on: LocalDate): Promise<void> {
  const exemption = await tx.lock(ExemptDisposal, id);
  if (exemption) await tx.update(Object.assign(exemption, { endedOn: addDays(on, 1) }));
}

async function removeListing(tx: Writing, asset: Asset, on: LocalDate): Promise<boolean> {
  const listings = await listingsOfLocked(tx, asset);
  // The entry that stood when the land changed hands: one that was made since has nothing to do with it.
  const then = listingInForce(listings, on);
  const stands = then !== null && then.id === listingInForce(listings, tx.today)?.id;
  const listing = stands ? await tx.lock(Listing, then.id) : null;
  if (!listing) return false;
  await tx.update(
    Object.assign(listing, {
      removedOn: tx.today,
      removalGround: 'RELEVANT_DISPOSAL',
      removalReasons: `A relevant disposal of the land was entered into on ${formatDay(on)}.`,
    }),
  );
  await tx.update(Object.assign(asset, listedDays(await listingsOfLocked(tx, asset))));
  return true;
}
