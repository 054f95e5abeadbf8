import type { World } from '@coop/test/kit';
import type { CommunityGroupInput } from '../groups/group.types';
import { aListing, noon, people, run, subjectOf } from '../nominations/nominations.fixture';
import { BidRequest } from './bid-request.entity';
import type { CompensationClaimReceiveInput } from './compensation-inputs.types';
import type { DisposalNotifyInput, DisposalShapeInput } from './disposal-inputs.types';
import { DisposalNotice } from './disposal-notice.entity';
import { notifyDisposal } from './notify-disposal.command';
import { receiveCompensationClaim } from './receive-compensation-claim.command';
import { requestBid } from './request-bid.command';

/** The freehold with vacant possession. */
export const FREEHOLD: DisposalShapeInput = { kind: 'FREEHOLD', withVacantPossession: true };

/** The owner of the land, and a group that may ask for it. */
export function parties(world: World) {
  return {
    ...people(world),
    owner: world.actor({
      subject: 'owner-1',
      role: 'supplier',
      council: null,
      organisation: 'organisation_9',
    }),
  };
}

/** A notice that nothing stands against, of listed land. */
export const soundNotice = (assetId: string): DisposalNotifyInput => ({
  assetId,
  owner: { name: 'Terry Tester' },
  disposal: FREEHOLD,
});

/** A community interest group. */
export const society: CommunityGroupInput = {
  name: 'Assembly Rooms Community Benefit Society (example)',
  kind: 'REGISTERED_SOCIETY',
  evidence: 'Registered society, made up',
  contact: 'alex@society.example',
  activitiesIn: 'COUNCIL_AREA',
  distributesSurplus: false,
  surplusAppliedLocally: true,
};

/** A claim that nothing stands against, of land that has been listed since before the loss. */
export const soundClaim = (assetId: string): CompensationClaimReceiveInput => ({
  assetId,
  claimant: 'Terry Tester',
  lossBeganOn: '2026-06-01',
  lossEndedOn: '2026-06-01',
  amountPence: 100_000,
  evidence: 'Two invoices.',
  wasOwner: true,
  isPublicBody: false,
});

/** An asset that is listed from today. */
export const aListedAsset = async (world: World): Promise<string> => (await aListing(world)).assetId;

/** An owner's notice, received today. */
export async function aNotice(world: World, assetId?: string): Promise<DisposalNotice> {
  const input = soundNotice(assetId ?? (await aListedAsset(world)));
  const id = subjectOf(await run(world, notifyDisposal('NONE_NAMED'), input, parties(world).owner));
  return world.database.reader.findOneByOrFail(DisposalNotice, { id });
}

/** A group's request, received today. */
export async function aBidRequest(world: World, noticeId?: string): Promise<BidRequest> {
  const input = { noticeId: noticeId ?? (await aNotice(world)).id, group: society };
  const id = subjectOf(await run(world, requestBid('NONE_NAMED'), input, people(world).group));
  return world.database.reader.findOneByOrFail(BidRequest, { id });
}

/** A claim for compensation, received today. */
export async function aClaim(world: World): Promise<string> {
  const input = soundClaim(await aListedAsset(world));
  return subjectOf(await run(world, receiveCompensationClaim, input, parties(world).owner));
}

export { noon };
