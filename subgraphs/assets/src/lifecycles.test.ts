import { describe, expect, it } from '@jest/globals';
import type { Lifecycle } from '@coop/shared/lifecycle';
import { bidRequestLifecycle } from './disposals/bid-request.lifecycle';
import { compensationClaimLifecycle } from './disposals/compensation-claim.lifecycle';
import { disposalNoticeLifecycle } from './disposals/disposal-notice.lifecycle';
import { listingReviewLifecycle } from './nominations/listing-review.lifecycle';
import { listingLifecycle } from './nominations/listing.lifecycle';
import { nominationLifecycle } from './nominations/nomination.lifecycle';
import { transferLifecycle } from './transfers/transfer.lifecycle';

/** State → action → where it may lead. What is not written here must be refused. */
type Moves = Record<string, Record<string, string[]>>;

const TABLES: readonly [Lifecycle<string, string>, Moves][] = [
  [
    nominationLifecycle,
    {
      RECEIVED: { decide: ['ACCEPTED', 'UNSUCCESSFUL'], return: ['RETURNED'], withdraw: ['WITHDRAWN'] },
      ACCEPTED: {},
      UNSUCCESSFUL: {},
      RETURNED: {},
      WITHDRAWN: {},
    },
  ],
  [listingLifecycle, { LISTED: { expire: ['EXPIRED'], remove: ['REMOVED'] }, EXPIRED: {}, REMOVED: {} }],
  [
    listingReviewLifecycle,
    {
      REQUESTED: { decide: ['UPHELD', 'OVERTURNED'], withdraw: ['WITHDRAWN'] },
      UPHELD: { appeal: ['APPEALED'] },
      OVERTURNED: {},
      WITHDRAWN: {},
      APPEALED: { concludeAppeal: ['APPEAL_DISMISSED', 'APPEAL_ALLOWED'] },
      APPEAL_DISMISSED: {},
      APPEAL_ALLOWED: {},
    },
  ],
  [
    disposalNoticeLifecycle,
    {
      INTERIM_MORATORIUM: {
        requestBid: ['FULL_MORATORIUM'],
        endInterim: ['FREE_TO_DISPOSE'],
        dispose: ['DISPOSED'],
        withdraw: ['WITHDRAWN'],
      },
      FULL_MORATORIUM: {
        requestBid: ['FULL_MORATORIUM'],
        disqualifyBids: ['INTERIM_MORATORIUM'],
        endFull: ['FREE_TO_DISPOSE'],
        dispose: ['DISPOSED'],
        withdraw: ['WITHDRAWN'],
      },
      FREE_TO_DISPOSE: { endProtection: ['LAPSED'], dispose: ['DISPOSED'], withdraw: ['WITHDRAWN'] },
      LAPSED: {},
      DISPOSED: {},
      WITHDRAWN: {},
    },
  ],
  [
    bidRequestLifecycle,
    {
      RECEIVED: { confirm: ['CONFIRMED'], disqualify: ['DISQUALIFIED'], withdraw: ['WITHDRAWN'] },
      CONFIRMED: { disqualify: ['DISQUALIFIED'], withdraw: ['WITHDRAWN'] },
      DISQUALIFIED: {},
      WITHDRAWN: {},
    },
  ],
  [
    compensationClaimLifecycle,
    {
      RECEIVED: { decide: ['AWARDED', 'REFUSED'], withdraw: ['WITHDRAWN'] },
      AWARDED: {},
      REFUSED: {},
      WITHDRAWN: {},
    },
  ],
  [
    transferLifecycle,
    {
      ENQUIRY: {
        expressInterest: ['EXPRESSION_OF_INTEREST'],
        decline: ['DECLINED'],
        withdraw: ['WITHDRAWN'],
      },
      EXPRESSION_OF_INTEREST: {
        submitCase: ['BUSINESS_CASE'],
        decline: ['DECLINED'],
        withdraw: ['WITHDRAWN'],
      },
      BUSINESS_CASE: { decide: ['APPROVED', 'DECLINED'], withdraw: ['WITHDRAWN'] },
      APPROVED: { agreeTerms: ['HEADS_OF_TERMS'], decline: ['DECLINED'], withdraw: ['WITHDRAWN'] },
      HEADS_OF_TERMS: { complete: ['COMPLETED'], decline: ['DECLINED'], withdraw: ['WITHDRAWN'] },
      COMPLETED: { review: ['COMPLETED'], end: ['ENDED'] },
      DECLINED: {},
      WITHDRAWN: {},
      ENDED: {},
    },
  ],
] as readonly [unknown, Moves][] as readonly [Lifecycle<string, string>, Moves][];

describe.each(TABLES.map(([lifecycle, moves]) => [lifecycle.name, lifecycle, moves] as const))(
  'the lifecycle of a %s',
  (_name, lifecycle, moves) => {
    it('has the states that the table below has, each with its meaning', () => {
      expect([...lifecycle.stateNames].sort()).toEqual(Object.keys(moves).sort());
      for (const meaning of Object.values(lifecycle.states)) expect(meaning).toMatch(/\.$/);
    });

    const pairs = Object.keys(moves).flatMap((state) =>
      lifecycle.actions.map((action) => [state, action, moves[state]?.[action] ?? []] as const),
    );
    it.each(pairs)('in %s, %s leads to %j', (state, action, targets) => {
      const permitted = lifecycle.permit(action, state);
      expect(permitted.ok).toBe(targets.length > 0);
      if (!permitted.ok)
        expect(permitted.problems).toMatchObject([
          { kind: 'WrongState', state, allowed: lifecycle.allowedStates(action) },
        ]);
      const reached = Object.keys(moves).filter((to) => {
        try {
          return lifecycle.move(action, state, to) === to;
        } catch {
          return false;
        }
      });
      expect(reached.sort()).toEqual([...targets].sort());
    });

    it('says who makes each move', () => {
      for (const edge of lifecycle.edges) expect(edge.by).not.toBe('');
    });
  },
);
