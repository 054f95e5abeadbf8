import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { Asset } from '../register/asset.entity';
import { ListingReview } from './listing-review.entity';
import { appealDueBy, reviewDecisionDueBy } from './listing-review.rules';
import { Listing } from './listing.entity';
import { listedDays, listingDates } from './listing.rules';
import { Nomination } from './nomination.entity';
import { NOMINATION_FACTS, type NominationFact, type OutcomeFact, type ReviewFact } from './nomination.facts';
import { decisionDueBy } from './nomination.rules';

/** In whose name the demo world decided: nobody's who could sign in. */
const DECIDED_BY = 'demo-officer';
const REVIEWED_BY = 'demo-senior-officer';
/** All of it came on paper and was recorded by an officer. */
const ON_PAPER = '';

type Day = (daysAgo: number) => LocalDate;

/** The nominations, entries and reviews of the demo world, dated from the day of loading. */
export async function nominationsDemo({ tx, today }: DemoWorld): Promise<void> {
  const day: Day = (daysAgo) => addDays(today, -daysAgo);
  for (const fact of NOMINATION_FACTS) {
    const asset = await tx.lock(Asset, fixedId('asset', fact.asset));
    if (!asset) throw new Error(`The demo world has no asset ${fact.asset}.`);
    const nomination = await tx.insert(Nomination, nominationRow(fact, asset, day));
    if (fact.outcome?.state !== 'ACCEPTED') continue;
    const earlier = await tx.manager.findBy(Listing, { assetId: asset.id });
    const row = listingRow(nomination, fact.outcome, day);
    for (const one of earlier)
      if (one.removedOn === null && one.expiresOn >= row.listedOn)
        await tx.update(Object.assign(one, { removedOn: row.listedOn, removalGround: 'RELISTED' }));
    const listing = await tx.insert(Listing, row);
    if (fact.outcome.review) await tx.insert(ListingReview, reviewRow(listing, fact.outcome.review, day));
    await tx.update(Object.assign(asset, listedDays([...earlier, listing])));
  }
}

function nominationRow(fact: NominationFact, asset: Asset, day: Day): Partial<Nomination> {
  const { key, kind, group, organisation, use, outcome } = fact;
  const receivedOn = day(fact.received);
  const decidedOn = outcome?.decided === undefined ? null : day(outcome.decided);
  const isDecided = outcome?.state === 'ACCEPTED' || outcome?.state === 'UNSUCCESSFUL';
  return {
    id: fixedId('nomination', key),
    gssCode: asset.gssCode,
    assetId: asset.id,
    groupName: group,
    groupOrganisationId: organisation === null ? null : fixedId('organisation', organisation),
    groupKind: kind,
    groupEvidence:
      kind === 'UNINCORPORATED_BODY'
        ? 'A list of members, made up.'
        : 'A made-up registration or constitution.',
    groupActivitiesIn: 'COUNCIL_AREA',
    groupParish: kind === 'PARISH_COUNCIL' ? 'LAND_IN_PARISH' : null,
    groupDistributesSurplus: false,
    groupSurplusAppliedLocally: true,
    groupMemberCount: kind === 'UNINCORPORATED_BODY' ? 30 : null,
    groupLocalElectorCount: kind === 'UNINCORPORATED_BODY' ? 26 : null,
    groupIsPublicAuthority: kind === 'PARISH_COUNCIL',
    groupIsCreditUnion: false,
    groupContact: 'secretary@group.example',
    submittedBy: ON_PAPER,
    landDescription: `${asset.name}, with the land that belongs to it.`,
    statementOfReasons: `${use}: this is what people of the area come together for at ${asset.name}.`,
    ownersAndOccupiers: 'The council is the owner, as far as the group knows.',
    receivedOn,
    decisionDueBy: decisionDueBy(receivedOn),
    state: outcome?.state ?? 'RECEIVED',
    decidedOn,
    decidedBy: decidedOn === null ? null : DECIDED_BY,
    decisionReasons: outcome?.reasons ?? null,
    findings: outcome && isDecided ? findingsOf(outcome) : null,
    limb: outcome?.state === 'ACCEPTED' ? (outcome.limb ?? 'PRESENT_USE') : null,
    isLate: isDecided && decidedOn !== null && decidedOn > decisionDueBy(receivedOn),
    createdAt: startOfLondonDay(receivedOn),
    illustrative: true,
  };
}

function findingsOf({ state, exclusion }: OutcomeFact): Nomination['findings'] {
  const counts = state === 'ACCEPTED' || exclusion !== undefined;
  return {
    isInArea: true,
    exclusion: exclusion ?? null,
    isPartlyResidentialOnly: false,
    presentUse: { isAncillary: !counts, furthers: counts ? ['SOCIAL'] : [], canContinue: true },
    pastUse: null,
  };
}

function listingRow(
  nomination: Nomination,
  { decided = 0, notice, removed, review }: OutcomeFact,
  day: Day,
): Partial<Listing> & ReturnType<typeof listingDates> & { removedOn: LocalDate | null } {
  const dates = listingDates(day(decided));
  const overturned = review?.decided?.[1] === 'OVERTURNED' ? day(review.decided[0]) : null;
  const { id, gssCode, assetId } = nomination;
  return {
    ...dates,
    id: id.replace('nomination', 'listing'),
    gssCode,
    assetId,
    nominationId: id,
    removedOn: removed ? day(removed[0]) : overturned,
    removalGround: removed ? removed[1] : overturned === null ? null : 'REVIEW',
    removalReasons: removed ? removed[2] : null,
    noticeGivenOn: notice === undefined ? null : day(notice),
    tookPart: [DECIDED_BY],
    createdAt: startOfLondonDay(dates.listedOn),
    illustrative: true,
  };
}

function reviewRow(listing: Listing, fact: ReviewFact, day: Day): Partial<ListingReview> {
  const requestedOn = day(fact.requested);
  const decidedOn = fact.decided ? day(fact.decided[0]) : null;
  const decided = fact.withdrawn ? 'WITHDRAWN' : (fact.decided?.[1] ?? 'REQUESTED');
  const appealDue = decidedOn !== null && decided === 'UPHELD' ? appealDueBy(decidedOn) : null;
  const appealReceivedOn = fact.appealed === undefined ? null : day(fact.appealed);
  return {
    id: listing.id.replace('listing', 'listingreview'),
    gssCode: listing.gssCode,
    listingId: listing.id,
    assetId: listing.assetId,
    state: fact.appealEnded?.[1] ?? (appealReceivedOn === null ? decided : 'APPEALED'),
    requestedOn,
    decisionDueBy: reviewDecisionDueBy(requestedOn),
    allowedUntil: null,
    agreedUntil: null,
    hearingRequested: fact.hearingRequested ?? false,
    hearingHeldOn: null,
    decidedOn,
    decidedBy: decidedOn === null ? null : REVIEWED_BY,
    statementOfReasons: decidedOn === null ? null : 'Made up, as is the review.',
    decisionSentOn: decidedOn,
    appealDueBy: appealDue,
    appealReceivedOn,
    appealIsLate: appealReceivedOn === null || appealDue === null ? null : appealReceivedOn > appealDue,
    appealConcludedOn: fact.appealEnded ? day(fact.appealEnded[0]) : null,
    submittedBy: ON_PAPER,
    createdAt: startOfLondonDay(requestedOn),
    illustrative: true,
  };
}
