import { describe, expect, it } from '@jest/globals';
import { endOfLondonDay } from '@coop/shared/time';
import {
  appealDueBy,
  concludeAppeal,
  decideReview,
  recordAppeal,
  requestReview,
  reviewDecisionDueBy,
  reviewRequestDueBy,
  withdrawReview,
} from './listing-review.rules';
import { listingReviewLifecycle } from './listing-review.lifecycle';
import {
  communityValueStateOn,
  listingDates,
  listingInForce,
  listingStateOn,
  removeListing,
  REMOVAL_GROUNDS,
  REMOVAL_RULES,
  type RemovalGround,
} from './listing.rules';
import { NOMINATION_RULES } from './nominations.law';

const LISTING = { ...listingDates('2026-03-02'), removedOn: null };

describe('an entry on the list', () => {
  it('lasts five years, the date of the entry counted', () => {
    expect(listingDates('2026-03-02')).toEqual({ listedOn: '2026-03-02', expiresOn: '2031-03-01' });
    expect(listingDates('2024-02-29').expiresOn).toBe('2029-02-28');
    expect(listingDates('2023-03-01').expiresOn).toBe('2028-02-29');
  });

  it.each([
    ['2026-03-01', null],
    ['2026-03-02', 'LISTED'],
    ['2031-03-01', 'LISTED'],
    ['2031-03-02', 'EXPIRED'],
  ])('on %s it is %s', (day, state) => {
    expect(listingStateOn(LISTING, day)).toBe(state);
    expect(listingInForce([LISTING], day)).toBe(state === 'LISTED' ? LISTING : null);
  });

  it.each([
    ['2028-05-04', 'LISTED'],
    ['2028-05-05', 'REMOVED'],
    ['2031-03-02', 'REMOVED'],
  ])('taken off on 5 May 2028, it is %s on %s', (day, state) => {
    expect(listingStateOn({ ...LISTING, removedOn: '2028-05-05' }, day)).toBe(state);
  });
});

describe('taking an entry off the list', () => {
  const removal = { statementOfReasons: 'As recorded.', disposalWasExempt: false };

  it.each(Object.keys(REMOVAL_GROUNDS) as RemovalGround[])('can be done for %s', (ground) => {
    expect(removeListing(LISTING, { ...removal, ground }, '2026-06-01')).toEqual({
      ok: true,
      state: 'REMOVED',
      removedOn: '2026-06-01',
    });
  });

  it('is not done for an exempt disposal', () => {
    expect(
      removeListing(
        LISTING,
        { ...removal, ground: 'RELEVANT_DISPOSAL', disposalWasExempt: true },
        '2026-06-01',
      ),
    ).toMatchObject({ problems: [{ kind: 'Ineligible', rule: REMOVAL_RULES.RELEVANT_DISPOSAL }] });
  });

  it('needs reasons, and an entry to take off', () => {
    expect(
      removeListing(
        LISTING,
        { ...removal, ground: 'NO_LONGER_OF_VALUE', statementOfReasons: '' },
        '2031-03-02',
      ),
    ).toMatchObject({
      problems: [
        { kind: 'WrongState', state: 'EXPIRED', allowed: ['LISTED'] },
        { kind: 'InvalidInput', path: ['statementOfReasons'] },
      ],
    });
  });
});

describe("an asset's community value", () => {
  const waiting = { state: 'RECEIVED', decidedOn: null } as const;
  const failed = { state: 'UNSUCCESSFUL', decidedOn: '2031-06-01' } as const;
  it.each([
    ['nothing at all', [], [], '2026-06-01', 'NONE'],
    ['withdrawn only', [], [{ state: 'WITHDRAWN', decidedOn: null } as const], '2026-06-01', 'NONE'],
    ['a nomination waits', [], [waiting], '2026-06-01', 'NOMINATED'],
    ['listed, and nominated anew', [LISTING], [waiting], '2026-06-01', 'LISTED'],
    ['expired', [LISTING], [], '2031-03-02', 'EXPIRED'],
    ['expired, nominated anew', [LISTING], [waiting], '2031-03-02', 'NOMINATED'],
    ['expired, then unsuccessful', [LISTING], [failed], '2031-06-01', 'UNSUCCESSFUL'],
    ['unsuccessful, but not yet', [LISTING], [failed], '2031-05-31', 'EXPIRED'],
    ['removed', [{ ...LISTING, removedOn: '2027-01-01' }], [], '2027-01-01', 'REMOVED'],
  ] as const)('%s', (_what, listings, nominations, day, state) => {
    expect(communityValueStateOn(listings, nominations, day)).toBe(state);
  });
});

describe("an owner's listing review", () => {
  const request = {
    isOwner: true,
    noticeGivenOn: '2026-03-04',
    receivedOn: '2026-04-28',
    allowedUntil: null,
    earlierReviews: [],
  };

  it('is asked for in eight weeks beginning with the notice, decided in eight beginning with the request', () => {
    expect(reviewRequestDueBy('2026-03-04')).toBe('2026-04-28');
    expect(reviewDecisionDueBy('2026-04-28')).toBe('2026-06-22');
    expect(requestReview(LISTING, request, '2026-05-01')).toEqual({
      ok: true,
      state: 'REQUESTED',
      decisionDueBy: '2026-06-22',
    });
  });

  it.each([
    ['2026-04-27', true],
    ['2026-04-28', true],
    ['2026-04-29', false],
  ])('asked for on %s is in time: %s', (receivedOn, ok) => {
    const decision = requestReview(LISTING, { ...request, receivedOn }, '2026-05-01');
    expect(decision.ok).toBe(ok);
    if (!decision.ok)
      expect(decision.problems).toMatchObject([
        {
          kind: 'TooLate',
          deadline: endOfLondonDay('2026-04-28'),
          rule: NOMINATION_RULES.reviewProcedure,
        },
      ]);
  });

  it('is taken later where the council allowed it in writing', () => {
    const later = { ...request, receivedOn: '2026-05-12', allowedUntil: '2026-05-12' };
    expect(requestReview(LISTING, later, '2026-05-12').ok).toBe(true);
    expect(requestReview(LISTING, { ...later, receivedOn: '2026-05-13' }, '2026-05-13').ok).toBe(false);
  });

  it('is refused to another than the owner, off the list, a second time, from the future: all at once', () => {
    const decision = requestReview(
      { ...LISTING, removedOn: '2026-04-01' },
      { ...request, isOwner: false, earlierReviews: ['UPHELD'] },
      '2026-04-27',
    );
    expect(decision.ok ? [] : decision.problems.map((one) => one.kind)).toEqual([
      'NotAllowed',
      'InvalidInput',
      'WrongState',
      'Ineligible',
    ]);
    expect(requestReview(LISTING, { ...request, earlierReviews: ['WITHDRAWN'] }, '2026-05-01').ok).toBe(true);
  });

  const review = {
    state: 'REQUESTED',
    requestedOn: '2026-04-28',
    agreedUntil: null,
    hearingRequested: false,
    hearingHeld: false,
    tookPart: ['officer-1', 'officer-2'],
  } as const;
  const decision = {
    officer: 'officer-3',
    outcome: 'OVERTURNED',
    statementOfReasons: 'Never used.',
  } as const;

  it('takes the entry off the list when it succeeds', () => {
    expect(decideReview(review, decision, '2026-06-22')).toEqual({
      ok: true,
      state: 'OVERTURNED',
      removesListing: true,
      isLate: false,
    });
    expect(decideReview(review, { ...decision, outcome: 'UPHELD' }, '2026-06-23')).toEqual({
      ok: true,
      state: 'UPHELD',
      removesListing: false,
      isLate: true,
    });
    expect(decideReview({ ...review, agreedUntil: '2026-07-01' }, decision, '2026-07-01')).toMatchObject({
      isLate: false,
    });
  });

  it('is refused to an officer who took part, before a hearing that was asked for, without reasons', () => {
    const answer = decideReview(
      { ...review, hearingRequested: true },
      { ...decision, officer: 'officer-2', statementOfReasons: '' },
      '2026-06-01',
    );
    expect(answer.ok ? [] : answer.problems).toMatchObject([
      { kind: 'NotAllowed', needs: expect.stringContaining('took no part') },
      { kind: 'Ineligible' },
      { kind: 'InvalidInput', path: ['statementOfReasons'] },
    ]);
    expect(
      decideReview({ ...review, hearingRequested: true, hearingHeld: true }, decision, '2026-06-01').ok,
    ).toBe(true);
  });

  it.each(listingReviewLifecycle.stateNames)('in %s, every move keeps to the lifecycle', (state) => {
    const moves = {
      decide: decideReview({ ...review, state }, decision, '2026-06-01'),
      withdraw: withdrawReview(state),
      appeal: recordAppeal({ state, decisionSentOn: '2026-06-01' }, '2026-06-20', '2026-06-20'),
      concludeAppeal: concludeAppeal(state, 'APPEAL_ALLOWED'),
    } as const;
    for (const [action, answer] of Object.entries(moves)) {
      const allowed = listingReviewLifecycle.allowedStates(action as keyof typeof moves).includes(state);
      expect([action, answer.ok]).toEqual([action, allowed]);
    }
  });
});

describe('an appeal', () => {
  it('reaches the tribunal within 28 days of the sending of the decision, the day of sending left out', () => {
    expect(appealDueBy('2026-06-22')).toBe('2026-07-20');
  });

  it.each([
    ['2026-07-19', false],
    ['2026-07-20', false],
    ['2026-07-21', true],
  ])('received on %s is late: %s, which is for the tribunal to judge', (receivedOn, isLate) => {
    expect(recordAppeal({ state: 'UPHELD', decisionSentOn: '2026-06-22' }, receivedOn, '2026-08-01')).toEqual(
      { ok: true, state: 'APPEALED', isLate },
    );
  });

  it.each(['2026-06-21', '2026-08-02'])(
    'on %s comes before the decision or from the future',
    (receivedOn) => {
      expect(
        recordAppeal({ state: 'UPHELD', decisionSentOn: '2026-06-22' }, receivedOn, '2026-08-01'),
      ).toMatchObject({ problems: [{ kind: 'InvalidInput', rule: NOMINATION_RULES.appealTime }] });
    },
  );

  it('takes the entry off the list when it is allowed, and not otherwise', () => {
    expect(concludeAppeal('APPEALED', 'APPEAL_ALLOWED')).toMatchObject({ removesListing: true });
    expect(concludeAppeal('APPEALED', 'APPEAL_DISMISSED')).toMatchObject({ removesListing: false });
  });
});
