import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, type LocalDate } from '@coop/shared/time';
import { Asset } from '../register/asset.entity';
import { BidRequest } from './bid-request.entity';
import { clocksOf } from './clocks.rules';
import { CompensationClaim } from './compensation-claim.entity';
import {
  CLAIM_FACTS,
  EXEMPTION_FACTS,
  NOTICE_FACTS,
  type BidRequestFact,
  type NoticeFact,
} from './disposal.facts';
import { DisposalNotice } from './disposal-notice.entity';
import { DisposalRecord } from './disposal-record.entity';
import { ExemptDisposal } from './exempt-disposal.entity';

/** All of it came on paper and was recorded by an officer. */
const ON_PAPER = '';

type Day = (daysAgo: number) => LocalDate;

/** The notices, requests, exemptions and claims of the demo world, dated from the day of loading. */
export async function disposalsDemo({ tx, today }: DemoWorld): Promise<void> {
  const day: Day = (daysAgo) => addDays(today, -daysAgo);
  const orNull = (daysAgo: number | null) => (daysAgo === null ? null : day(daysAgo));
  const councilOf = async (reference: string): Promise<{ assetId: string; gssCode: string }> => {
    const asset = await tx.manager.findOneBy(Asset, { id: fixedId('asset', reference) });
    if (!asset) throw new Error(`The demo world has no asset ${reference}.`);
    return { assetId: asset.id, gssCode: asset.gssCode };
  };
  for (const fact of NOTICE_FACTS) {
    const of = await councilOf(fact.asset);
    const notice = await tx.insert(DisposalNotice, { ...of, ...noticeRow(fact, day) });
    for (const [index, request] of fact.requests.entries())
      await tx.insert(BidRequest, { ...of, ...requestRow(request, `${fact.key}-${index}`, notice.id, day) });
    if (fact.sold !== null)
      await tx.insert(DisposalRecord, { ...of, ...recordRow(fact, notice.id, day(fact.sold)) });
  }
  for (const { asset, ground, evidence, agreed, recorded, ended } of EXEMPTION_FACTS)
    await tx.insert(ExemptDisposal, {
      id: fixedId('exemptdisposal', asset),
      ...(await councilOf(asset)),
      ...{ ground, evidence, agreedOn: orNull(agreed), recordedOn: day(recorded), endedOn: orNull(ended) },
    });
  for (const { asset, received, loss, decided, reasons, ...said } of CLAIM_FACTS)
    await tx.insert(CompensationClaim, {
      id: fixedId('claim', asset),
      ...(await councilOf(asset)),
      ...said,
      submittedBy: ON_PAPER,
      receivedOn: day(received),
      lossBeganOn: day(loss[0]),
      lossEndedOn: day(loss[1]),
      evidence: 'Made up, as is the claim.',
      decidedOn: orNull(decided),
      statementOfReasons: reasons,
    });
}

function noticeRow(
  { key, owner, organisation, received, disposal, withdrawn, sold }: NoticeFact,
  day: Day,
): Partial<DisposalNotice> {
  const noticeReceivedOn = day(received);
  const clocks = clocksOf(noticeReceivedOn);
  const ended = withdrawn ?? sold;
  return {
    id: fixedId('disposal', key),
    ownerName: owner,
    ownerOrganisationId: organisation === null ? null : fixedId('organisation', organisation),
    submittedBy: ON_PAPER,
    isByCurrentOwner: true,
    noticeReceivedOn,
    ...clocks,
    runsUntil: ended === null ? clocks.protectedPeriodEndsOn : day(ended + 1),
    disposalKind: disposal.kind,
    withVacantPossession: disposal.withVacantPossession,
    leaseYearsAtGrant: disposal.leaseYearsAtGrant,
    withdrawnOn: withdrawn === null ? null : day(withdrawn),
    disposedOn: sold === null ? null : day(sold),
    disposedTo: sold === null ? null : 'COMMUNITY_INTEREST_GROUP',
    illustrative: true,
  };
}

function requestRow(
  { group, kind, organisation, received, state, reasons }: BidRequestFact,
  key: string,
  noticeId: string,
  day: Day,
): Partial<BidRequest> {
  return {
    id: fixedId('bidrequest', key),
    noticeId,
    groupName: group,
    groupOrganisationId: organisation === null ? null : fixedId('organisation', organisation),
    groupKind: kind,
    groupEvidence: 'A made-up registration or constitution.',
    groupActivitiesIn: 'COUNCIL_AREA',
    groupParish: kind === 'PARISH_COUNCIL' ? 'LAND_IN_PARISH' : null,
    groupDistributesSurplus: state === 'DISQUALIFIED',
    groupSurplusAppliedLocally: true,
    groupIsPublicAuthority: kind === 'PARISH_COUNCIL',
    groupIsCreditUnion: false,
    groupContact: 'secretary@group.example',
    submittedBy: ON_PAPER,
    receivedOn: day(received),
    state,
    statementOfReasons: reasons,
  };
}

function recordRow(
  { key, disposal: { kind } }: NoticeFact,
  noticeId: string,
  disposedOn: LocalDate,
): Partial<DisposalRecord> {
  return {
    ...{ id: fixedId('disposalrecord', key), noticeId, exemptDisposalId: null, disposedOn, kind },
    recipient: 'COMMUNITY_INTEREST_GROUP',
    standing: 'COMMUNITY_SALE',
    listingRemoved: false,
    recordedOn: disposedOn,
  };
}
