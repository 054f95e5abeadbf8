import { decide, problem, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import { addDays, type LocalDate } from '@coop/shared/time';
import { lastDayBeginningWith } from '../periods/periods.rules';
import { listingLifecycle, type ListingState } from './listing.lifecycle';
import { NOMINATION_RULES, nominationsLaw } from './nominations.law';
import type { NominationState } from './nomination.lifecycle';

/** The days of an entry on the list. */
export interface ListingDates {
  /** The date of the entry: the first day on the list. */
  readonly listedOn: LocalDate;
  /** The last day on the list, unless it is removed earlier. */
  readonly expiresOn: LocalDate;
}

/** An entry on the list as it is kept. */
export interface ListingFacts extends ListingDates {
  /** The first day off the list when it was taken off early; null when it was not. */
  readonly removedOn: LocalDate | null;
}

/**
 * The days of an entry made on a day. It is removed with effect from the end of five years beginning with the date
 * of the entry (Localism Act 2011 s. 87(3)): that date counts, so an entry of 2 March 2026 is last in force on
 * 1 March 2031.
 */
export function listingDates(listedOn: LocalDate): ListingDates {
  const { listedFor } = nominationsLaw.require(listedOn).value;
  return { listedOn, expiresOn: lastDayBeginningWith(listedOn, listedFor) };
}

/** Where an entry stands on a day, read from its dates; null before it was made. No clock has to tick for it. */
export function listingStateOn(listing: ListingFacts, day: LocalDate): ListingState | null {
  if (day < listing.listedOn) return null;
  if (listing.removedOn !== null && listing.removedOn <= day) return 'REMOVED';
  return day <= listing.expiresOn ? 'LISTED' : 'EXPIRED';
}

/** The entry in force on a day, or null. */
export function listingInForce<Listing extends ListingFacts>(
  listings: readonly Listing[],
  day: LocalDate,
): Listing | null {
  return listings.find((listing) => listingStateOn(listing, day) === 'LISTED') ?? null;
}

/**
 * The days of an asset's latest entry, as the register keeps a copy of them to filter by: its first day on the list
 * and its last, early removal taken into account; both '' when it never was listed.
 */
export function listedDays(listings: readonly ListingFacts[]): {
  readonly listedOn: LocalDate | '';
  readonly listedUntil: LocalDate | '';
} {
  const lastDay = ({ removedOn, expiresOn }: ListingFacts) =>
    removedOn === null || removedOn > expiresOn ? expiresOn : addDays(removedOn, -1);
  const [latest] = listings
    .map((one) => ({ listedOn: one.listedOn, listedUntil: lastDay(one) }))
    .sort((a, b) => (`${a.listedOn}${a.listedUntil}` < `${b.listedOn}${b.listedUntil}` ? 1 : -1));
  return latest ?? { listedOn: '', listedUntil: '' };
}

/**
 * Whether the day on which the owner was given written notice of an entry can be recorded (Localism Act 2011 s. 91).
 * It can be put right until a review has been asked for, whose time ran from it.
 */
export function giveNotice(
  listing: ListingFacts,
  noticeGivenOn: LocalDate,
  reviewsAsked: number,
  today: LocalDate,
): Decision<{ readonly noticeGivenOn: LocalDate }> {
  const problems: Problem[] = [];
  if (noticeGivenOn < listing.listedOn || noticeGivenOn > today)
    problems.push(
      problem.invalidInput(
        'Notice of an entry is given on or after the day of the entry, and not in the future.',
        {
          path: ['noticeGivenOn'],
          rule: NOMINATION_RULES.notice,
        },
      ),
    );
  if (reviewsAsked > 0)
    problems.push(
      problem.ineligible('A review has been asked for already; the notice it followed stays as recorded.', {
        rule: NOMINATION_RULES.reviewProcedure,
      }),
    );
  return decide(problems, { noticeGivenOn });
}

/** Why an entry is taken off the list before its time. */
export const REMOVAL_GROUNDS = {
  RELEVANT_DISPOSAL: 'A relevant disposal of the land was made that was not an exempt one.',
  REVIEW: "The owner's listing review succeeded.",
  APPEAL: "The owner's appeal to the First-tier Tribunal succeeded.",
  NO_LONGER_OF_VALUE: 'The council no longer considers the land to be of community value.',
  RELISTED: 'A new nomination succeeded and a new entry took its place.',
} as const;

/** Why an entry is taken off the list before its time. */
export type RemovalGround = keyof typeof REMOVAL_GROUNDS;

/** The provision behind each ground. */
export const REMOVAL_RULES: Readonly<Record<RemovalGround, Rule>> = {
  RELEVANT_DISPOSAL: { ...NOMINATION_RULES.removal, section: 'reg. 2(b)' },
  REVIEW: { ...NOMINATION_RULES.review, section: 's. 92(4)' },
  APPEAL: { ...NOMINATION_RULES.removal, section: 'reg. 2(c)(i)' },
  NO_LONGER_OF_VALUE: { ...NOMINATION_RULES.removal, section: 'reg. 2(c)(ii)' },
  RELISTED: NOMINATION_RULES.listedFor,
};

/**
 * Whether an entry can be taken off the list by an officer. A disposal that s. 95(5) exempts leaves the entry
 * standing (SI 2012/2421 reg. 2(b)).
 */
export function removeListing(
  listing: ListingFacts,
  removal: {
    readonly ground: RemovalGround;
    readonly statementOfReasons: string;
    /** For a relevant disposal: whether it was an exempt one. */
    readonly disposalWasExempt: boolean;
  },
  today: LocalDate,
): Decision<{ readonly state: ListingState; readonly removedOn: LocalDate }> {
  const problems: Problem[] = [];
  const rule = REMOVAL_RULES[removal.ground];
  const state = listingStateOn(listing, today);
  const permitted = listingLifecycle.permit('remove', state ?? 'EXPIRED', rule);
  if (!permitted.ok) problems.push(...permitted.problems);
  if (removal.ground === 'RELEVANT_DISPOSAL' && removal.disposalWasExempt)
    problems.push(
      problem.ineligible('An exempt disposal leaves the land on the list.', { path: ['ground'], rule }),
    );
  if (removal.statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Say why the entry is removed.', { path: ['statementOfReasons'], rule }),
    );
  return decide(problems, { state: 'REMOVED', removedOn: today });
}

/** What a reader of the register wants to know of an asset's community value. */
export const COMMUNITY_VALUE_STATES = {
  NONE: 'Never nominated, or no nomination came to a decision.',
  NOMINATED: 'Nominated; the council has still to decide.',
  LISTED: 'On the list of assets of community value.',
  UNSUCCESSFUL: 'On the list of unsuccessful nominations.',
  EXPIRED: 'Was on the list until its period ran out.',
  REMOVED: 'Was taken off the list before its time.',
} as const;

/** What a reader of the register wants to know of an asset's community value. */
export type CommunityValueState = keyof typeof COMMUNITY_VALUE_STATES;

/**
 * An asset's community value on a day: a listing in force comes first, then a nomination that waits, then the
 * latest thing that ended.
 */
export function communityValueStateOn(
  listings: readonly ListingFacts[],
  nominations: readonly { readonly state: NominationState; readonly decidedOn: LocalDate | null }[],
  day: LocalDate,
): CommunityValueState {
  if (listingInForce(listings, day)) return 'LISTED';
  if (nominations.some((one) => one.state === 'RECEIVED')) return 'NOMINATED';
  const ended: { readonly on: LocalDate; readonly state: CommunityValueState }[] = [];
  for (const listing of listings) {
    const state = listingStateOn(listing, day);
    if (state === 'REMOVED') ended.push({ on: listing.removedOn ?? listing.expiresOn, state });
    if (state === 'EXPIRED') ended.push({ on: listing.expiresOn, state });
  }
  for (const one of nominations)
    if (one.state === 'UNSUCCESSFUL' && one.decidedOn !== null && one.decidedOn <= day)
      ended.push({ on: one.decidedOn, state: 'UNSUCCESSFUL' });
  return ended.sort((a, b) => (a.on < b.on ? 1 : -1))[0]?.state ?? 'NONE';
}
