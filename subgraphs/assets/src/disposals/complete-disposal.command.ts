import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { addDays, formatDay, type LocalDate } from '@coop/shared/time';
import { decideForCouncil } from '../access';
import { Listing } from '../nominations/listing.entity';
import { listedDays, listingInForce } from '../nominations/listing.rules';
import { listingsOfLocked, lockAsset } from '../nominations/locked.queries';
import type { Asset } from '../register/asset.entity';
import { carryingNotices, changesOwner } from './change-of-owner.rules';
import { disposalFactsOf, type KnownNotice, type KnownOfAsset } from './disposal-facts.queries';
import { DisposalCompleteInput } from './disposal-inputs.types';
import { recordDisposal } from './disposal-notice.rules';
import { DisposalRecord } from './disposal-record.entity';
import { ExemptDisposal } from './exempt-disposal.entity';

const NOTHING_KNOWN: KnownOfAsset = { listings: [], notices: [], exemptions: [] };

/**
 * Records that a disposal was lawfully entered into: the notice that carried it is used up, others of the earlier
 * owner serve no more, an exemption is spent, and the entry on the list is removed where the law says so.
 */
export const completeDisposal = defineCommand({
  name: 'disposalComplete',
  input: DisposalCompleteInput,
  async handle(tx, input) {
    const asset = await lockAsset(tx, input.assetId);
    if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
    const denied = tx.demand(decideForCouncil, asset);
    if (denied.length > 0) return refuse(...denied);
    const [facts = NOTHING_KNOWN] = await disposalFactsOf(tx.manager, [asset.id]);
    const { on, to } = input;
    const { kind, withVacantPossession, leaseYearsAtGrant = null } = input.disposal;
    const disposal = { kind, withVacantPossession, leaseYearsAtGrant };
    const decision = recordDisposal({ on, to, disposal }, facts, tx.today);
    if (!decision.ok) return decision;
    const carrying = carryingNotices(decision.standing, on, facts.notices);
    const used = input.noticeId ? carrying.find(({ row }) => row.id === input.noticeId) : carrying[0];
    const exemption =
      decision.standing === 'EXEMPT' ? standingExemption(input.exemptDisposalId, on, facts) : null;
    const problems: Problem[] = [];
    if (input.noticeId && !used)
      problems.push(
        problem.notFound('No notice of this id carries the disposal.', { path: ['noticeId'] }),
      );
    if (exemption === undefined)
      problems.push(
        problem.notFound('Say which of the exemptions on record it was made under.', {
          path: ['exemptDisposalId'],
        }),
      );
    if (problems.length > 0) return refuse(...problems);
    if (used) await use(tx, used, on, to);
    if (changesOwner(disposal, on)) await forgetOwner(tx, facts.notices, used, on);
    if (exemption) await spend(tx, exemption, on);
    const listingRemoved = decision.removesListing && (await removeListing(tx, asset, on));
    const record = await tx.insert(DisposalRecord, {
      id: tx.newId('disposalrecord'),
      gssCode: asset.gssCode,
      assetId: asset.id,
      noticeId: used?.row.id ?? null,
      exemptDisposalId: exemption ?? null,
      disposedOn: on,
      recipient: to,
      kind,
      standing: decision.standing,
      listingRemoved,
      recordedOn: tx.today,
    });
    const { standing } = decision;
    const changes = { asset: asset.id, notice: record.noticeId, on, to, kind, standing, listingRemoved };
    return done({ council: asset.gssCode, subject: record.id, changes });
  },
});

/** The exemption that a disposal was made under: the one named, or the only one; undefined when that is not clear. */
function standingExemption(
  named: string | null | undefined,
  on: LocalDate,
  { exemptions }: KnownOfAsset,
): string | undefined {
  const standing = exemptions.filter(
    ({ recordedOn, endedOn }) => recordedOn <= on && (endedOn === null || on < endedOn),
  );
  if (named) return standing.find(({ id }) => id === named)?.id;
  return standing.length === 1 ? standing[0]?.id : undefined;
}

async function use(
  tx: Tx,
  { row }: KnownNotice,
  on: LocalDate,
  to: DisposalCompleteInput['to'],
): Promise<void> {
  await tx.update(Object.assign(row, { disposedOn: on, disposedTo: to, runsUntil: addDays(on, -1) }));
}

/** The notices of the owner before serve no more; the one that was used keeps its place in the record. */
async function forgetOwner(
  tx: Tx,
  notices: readonly KnownNotice[],
  used: KnownNotice | undefined,
  on: LocalDate,
): Promise<void> {
  for (const { row } of notices)
    if (row !== used?.row && row.isByCurrentOwner && row.noticeReceivedOn <= on)
      await tx.update(Object.assign(row, { isByCurrentOwner: false }));
}

async function spend(tx: Tx, id: string, on: LocalDate): Promise<void> {
  const exemption = await tx.lock(ExemptDisposal, id);
  if (exemption) await tx.update(Object.assign(exemption, { endedOn: addDays(on, 1) }));
}

async function removeListing(tx: Tx, asset: Asset, on: LocalDate): Promise<boolean> {
  const inForce = listingInForce(await listingsOfLocked(tx, asset), tx.today);
  const listing = inForce && (await tx.lock(Listing, inForce.id));
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
