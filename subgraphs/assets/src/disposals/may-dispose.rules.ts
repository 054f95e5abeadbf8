import type { LawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';
import { addDays, formatDay, type LocalDate } from '@coop/shared/time';
import { listingInForce, listingStateOn, type ListingFacts } from '../nominations/listing.rules';
import { clocksOf, countingBidRequests, noticeStateOn, type NoticeFacts } from './clocks.rules';
import { DISPOSAL_RULES, disposalRegimes, type DisposalRegime } from './disposals.law';
import { EXEMPTIONS, type ExemptionGround } from './exemptions.law';
import { relevance, type DisposalShape } from './relevant-disposal.rules';

/** To whom the owner wants to dispose of the land. */
export const RECIPIENTS = {
  ANYONE: 'Any buyer.',
  COMMUNITY_INTEREST_GROUP:
    'A parish council, charity, community interest company, or company limited by guarantee or registered society that does not distribute, with a local connection.',
  UNDER_EXEMPTION:
    'Whoever takes under an exempt disposal that is recorded for the land: the donee, the heir.',
} as const;

/** To whom the owner wants to dispose of the land. */
export type Recipient = keyof typeof RECIPIENTS;

/** An exempt disposal that was recorded for the land. */
export interface ExemptionFacts {
  readonly ground: ExemptionGround;
  readonly recordedOn: LocalDate;
  /** The first day on which it is off again: made, or given up. */
  readonly endedOn: LocalDate | null;
}

/** All that is known of an asset for this question. */
export interface DisposalFacts {
  readonly listings: readonly ListingFacts[];
  readonly notices: readonly NoticeFacts[];
  readonly exemptions: readonly ExemptionFacts[];
}

/** On what footing an answer stands, with what it means. */
export const STANDINGS = {
  NOT_RELEVANT: 'Permitted: this is no relevant disposal.',
  NOT_LISTED: 'Permitted: the land is not on the list.',
  EXEMPT: 'Permitted: the disposal is an exempt one.',
  FREE_TO_DISPOSE: 'Permitted: the moratorium is over and the protected period is not.',
  COMMUNITY_SALE: 'Permitted: a sale to a community interest group while a moratorium runs.',
  NO_NOTICE: "Not permitted: the council has no notice of this owner's wish to dispose.",
  INTERIM_MORATORIUM: 'Not permitted: groups may still ask to be treated as potential bidders.',
  FULL_MORATORIUM: 'Not permitted: a group asked in time and has the rest of the moratorium to bid.',
  PROTECTION_ENDED: 'Not permitted: the notice is too old, a new one is needed.',
} as const;

/** On what footing an answer stands. */
export type Standing = keyof typeof STANDINGS;

/** Can this be sold on that day, to whom, and why. */
export interface MayDispose {
  readonly permitted: boolean;
  readonly standing: Standing;
  /** The last day on which `permitted` stays what it is, by what is known today; null when no change is in sight. */
  readonly until: LocalDate | null;
  readonly reasons: readonly { readonly message: string; readonly rule: Rule }[];
}

/** The question. */
export interface DisposalQuestion {
  /** The day on which the disposal is entered into: that of the binding agreement, if there is one (s. 96(4)). */
  readonly on: LocalDate;
  readonly to: Recipient;
  /** The shape of the disposal; a relevant one is assumed when none is given. */
  readonly disposal?: DisposalShape;
}

type Answer = Omit<MayDispose, 'until'>;
type Reason = MayDispose['reasons'][number];

/**
 * Whether an owner may enter into a disposal of an asset on a day (Localism Act 2011 ss. 95–96). Plain facts in,
 * plain facts out: no clock is read, so any day, past or to come, can be asked about.
 * @param regimes the moratorium regimes by date of notice; given only to try one out before its commencement
 */
export function mayDispose(
  question: DisposalQuestion,
  facts: DisposalFacts,
  regimes: LawTable<DisposalRegime> = disposalRegimes,
): MayDispose {
  const answer = answerOn(question, question.on, facts, regimes);
  const change = turningDays(facts, regimes)
    .filter((day) => day > question.on)
    .find((day) => answerOn(question, day, facts, regimes).permitted !== answer.permitted);
  return { ...answer, until: change === undefined ? null : addDays(change, -1) };
}

/** Every day on which the answer could turn, in order. */
function turningDays(facts: DisposalFacts, regimes: LawTable<DisposalRegime>): LocalDate[] {
  const days: (LocalDate | null)[] = [];
  for (const listing of facts.listings)
    days.push(listing.listedOn, addDays(listing.expiresOn, 1), listing.removedOn);
  for (const notice of facts.notices) {
    if (regimes.on(notice.receivedOn) === null) continue;
    const clocks = clocksOf(notice.receivedOn, regimes);
    days.push(notice.receivedOn, notice.withdrawnOn, notice.disposedOn);
    for (const end of Object.values(clocks)) days.push(addDays(end, 1));
  }
  for (const exemption of facts.exemptions) days.push(exemption.recordedOn, exemption.endedOn);
  return [...new Set(days.filter((day) => day !== null))].sort();
}

function answerOn(
  question: DisposalQuestion,
  day: LocalDate,
  facts: DisposalFacts,
  regimes: LawTable<DisposalRegime>,
): Answer {
  const listing = listingInForce(facts.listings, day);
  if (listing === null) return permitted('NOT_LISTED', [notListedReason(facts.listings, day)]);
  const listed: Reason = {
    message: `The land is on the list of assets of community value until ${formatDay(listing.expiresOn)}.`,
    rule: DISPOSAL_RULES.prohibition,
  };
  if (question.disposal) {
    const { isRelevant, message, rule } = relevance(question.disposal, day);
    if (!isRelevant) return permitted('NOT_RELEVANT', [{ message, rule }]);
  }
  const exemptions = facts.exemptions.filter(
    (one) => one.recordedOn <= day && (one.endedOn === null || day < one.endedOn),
  );
  if (question.to === 'UNDER_EXEMPTION' && exemptions.length > 0)
    return permitted('EXEMPT', exemptions.map(exemptionReason));
  const notices = answerByNotices(question.to, day, facts.notices, regimes);
  const aside: Reason[] = exemptions.map((one) => ({
    message: `An exempt disposal is recorded and may go ahead by itself: ${EXEMPTIONS[one.ground].meaning}`,
    rule: EXEMPTIONS[one.ground].rule,
  }));
  if (question.to === 'UNDER_EXEMPTION')
    aside.push({ message: 'No exempt disposal is recorded for this day.', rule: DISPOSAL_RULES.exemptions });
  return { ...notices, reasons: [listed, ...notices.reasons, ...aside] };
}

function answerByNotices(
  to: Recipient,
  day: LocalDate,
  notices: readonly NoticeFacts[],
  regimes: LawTable<DisposalRegime>,
): Answer {
  const received = notices.filter((one) => one.receivedOn <= day && regimes.on(one.receivedOn) !== null);
  const own = received
    .filter((one) => one.isByCurrentOwner)
    .map((notice) => ({ notice, state: noticeStateOn(notice, day, regimes) }));
  const latest = (...states: string[]) =>
    own
      .filter((one) => one.state !== null && states.includes(one.state))
      .sort((a, b) => (a.notice.receivedOn < b.notice.receivedOn ? 1 : -1))[0];

  const free = latest('FREE_TO_DISPOSE');
  if (free) return permitted('FREE_TO_DISPOSE', freeReasons(free.notice, regimes));
  const running = latest('FULL_MORATORIUM', 'INTERIM_MORATORIUM');
  if (running) {
    const regime = regimes.require(running.notice.receivedOn).value;
    const why = moratoriumReasons(running.notice, running.state === 'FULL_MORATORIUM', regimes);
    if (to === 'COMMUNITY_INTEREST_GROUP' && regime.saleToGroupDuringMoratorium)
      return permitted('COMMUNITY_SALE', [
        {
          message: 'During the moratorium the owner may sell to a community interest group.',
          rule: DISPOSAL_RULES.saleToGroup,
        },
        ...why,
      ]);
    return refused(running.state === 'FULL_MORATORIUM' ? 'FULL_MORATORIUM' : 'INTERIM_MORATORIUM', why);
  }
  const lapsed = latest('LAPSED');
  if (lapsed)
    return refused('PROTECTION_ENDED', [
      {
        message: `The protected period of the notice received on ${formatDay(lapsed.notice.receivedOn)} ended on ${formatDay(clocksOf(lapsed.notice.receivedOn, regimes).protectedPeriodEndsOn)}; a new notice is needed.`,
        rule: DISPOSAL_RULES.protection,
      },
    ]);
  const reasons: Reason[] = [
    {
      message:
        'The council has received no notice, still standing, that this owner wishes to dispose of the land.',
      rule: DISPOSAL_RULES.notice,
    },
  ];
  if (received.some((one) => !one.isByCurrentOwner))
    reasons.push({
      message: 'The notice of an earlier owner does not serve the present one.',
      rule: DISPOSAL_RULES.notice,
    });
  return refused('NO_NOTICE', reasons);
}

function freeReasons(notice: NoticeFacts, regimes: LawTable<DisposalRegime>): Reason[] {
  const clocks = clocksOf(notice.receivedOn, regimes);
  const asked = countingBidRequests(notice, regimes).length > 0;
  return [
    asked
      ? {
          message: `The full moratorium ended on ${formatDay(clocks.fullMoratoriumEndsOn)}.`,
          rule: DISPOSAL_RULES.full,
        }
      : {
          message: `The interim moratorium ended on ${formatDay(clocks.interimMoratoriumEndsOn)} and no community interest group had asked to bid.`,
          rule: DISPOSAL_RULES.interim,
        },
    {
      message: `The protected period runs to ${formatDay(clocks.protectedPeriodEndsOn)}.`,
      rule: DISPOSAL_RULES.protection,
    },
  ];
}

function moratoriumReasons(
  notice: NoticeFacts,
  isFull: boolean,
  regimes: LawTable<DisposalRegime>,
): Reason[] {
  const clocks = clocksOf(notice.receivedOn, regimes);
  const received = `Notice was received on ${formatDay(notice.receivedOn)}`;
  if (!isFull)
    return [
      {
        message: `${received}; to ${formatDay(clocks.interimMoratoriumEndsOn)} a community interest group may ask to be treated as a potential bidder.`,
        rule: DISPOSAL_RULES.interim,
      },
    ];
  const reasons: Reason[] = [
    {
      message: `${received} and a community interest group asked in time to be treated as a potential bidder; the full moratorium runs to ${formatDay(clocks.fullMoratoriumEndsOn)}.`,
      rule: DISPOSAL_RULES.full,
    },
  ];
  const row = regimes.require(notice.receivedOn);
  if (row.value.firstRefusal)
    reasons.push({ message: 'The group that asked has the first refusal.', rule: row.source });
  return reasons;
}

function notListedReason(listings: readonly ListingFacts[], day: LocalDate): Reason {
  const states = listings.map((listing) => listingStateOn(listing, day));
  if (states.includes('EXPIRED'))
    return {
      message: "The land's entry on the list of assets of community value has run out.",
      rule: DISPOSAL_RULES.listed,
    };
  const message = states.includes('REMOVED')
    ? 'The land was taken off the list of assets of community value.'
    : 'The land is not on the list of assets of community value.';
  return { message, rule: DISPOSAL_RULES.prohibition };
}

const exemptionReason = (one: ExemptionFacts): Reason => ({
  message: `An exempt disposal: ${EXEMPTIONS[one.ground].meaning}`,
  rule: EXEMPTIONS[one.ground].rule,
});
const permitted = (standing: Standing, reasons: readonly Reason[]): Answer => ({
  permitted: true,
  standing,
  reasons,
});
const refused = (standing: Standing, reasons: readonly Reason[]): Answer => ({
  permitted: false,
  standing,
  reasons,
});
