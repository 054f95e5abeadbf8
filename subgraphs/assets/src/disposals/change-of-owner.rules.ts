import type { LocalDate } from '@coop/shared/time';
import { noticeStateOn, type NoticeFacts } from './clocks.rules';
import type { DisposalNoticeState } from './disposal-notice.lifecycle';
import type { Standing } from './may-dispose.rules';
import { relevance, type DisposalShape } from './relevant-disposal.rules';

/** In which states a notice carries a disposal on a footing; a footing that is not named needs no notice. */
const CARRYING: Partial<Record<Standing, readonly DisposalNoticeState[]>> = {
  FREE_TO_DISPOSE: ['FREE_TO_DISPOSE'],
  COMMUNITY_SALE: ['FULL_MORATORIUM', 'INTERIM_MORATORIUM'],
};

/** The notices that carry a disposal entered into on a day, the latest received first; none where it needs none. */
export function carryingNotices<Notice extends NoticeFacts>(
  standing: Standing,
  day: LocalDate,
  notices: readonly Notice[],
): Notice[] {
  const states = CARRYING[standing] ?? [];
  return notices
    .filter((notice) => {
      const state = notice.isByCurrentOwner ? noticeStateOn(notice, day) : null;
      return state !== null && states.includes(state);
    })
    .sort((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1));
}

/**
 * Whether a disposal gives land another owner, so that notices of the one before serve no more. The owner is who
 * holds the freehold or, where there is one, the lease that was granted for 25 years or more (Localism Act 2011
 * s. 107): a transfer of the freehold changes it even subject to a tenancy, a short lease does not.
 */
export function changesOwner(disposal: DisposalShape, on: LocalDate): boolean {
  if (disposal.kind === 'OTHER') return false;
  if (disposal.kind === 'FREEHOLD') return true;
  return relevance({ ...disposal, withVacantPossession: true }, on).isRelevant;
}
