import { describe, expect, it } from '@jest/globals';
import { endOfLondonDay, startOfLondonDay } from '@coop/shared/time';
import type { GroupFacts } from '../groups/groups.rules';
import { bidRequestLifecycle } from './bid-request.lifecycle';
import { checkBidRequest, requestBid, withdrawBidRequest } from './bid-request.rules';
import type { NoticeFacts } from './clocks.rules';
import {
  compensationClaimDueBy,
  decideCompensationClaim,
  receiveCompensationClaim,
} from './compensation.rules';
import { receiveNotice, recordDisposal, withdrawNotice } from './disposal-notice.rules';
import { DISPOSAL_RULES } from './disposals.law';
import { EXEMPTIONS, type ExemptionGround } from './exemptions.law';
import { recordExemption } from './exemptions.rules';

const LISTED = { listedOn: '2025-01-10', expiresOn: '2030-01-09', removedOn: null };
const NOTICE: NoticeFacts = {
  receivedOn: '2026-03-02',
  withdrawnOn: null,
  disposedOn: null,
  isByCurrentOwner: true,
  bidRequests: [],
};
const SALE = { kind: 'FREEHOLD', withVacantPossession: true, leaseYearsAtGrant: null } as const;
const kinds = (decision: { ok: boolean; problems?: readonly { kind: string }[] }) =>
  decision.problems?.map((one) => one.kind) ?? [];

describe("an owner's notice", () => {
  const given = { receivedOn: '2026-03-02', isOwner: true, isInWriting: true, disposal: SALE };

  it('starts the three clocks', () => {
    expect(receiveNotice(given, { listings: [LISTED], notices: [] }, '2026-03-03')).toEqual({
      ok: true,
      state: 'INTERIM_MORATORIUM',
      interimMoratoriumEndsOn: '2026-04-12',
      fullMoratoriumEndsOn: '2026-09-01',
      protectedPeriodEndsOn: '2027-09-01',
    });
  });

  it('is the owner’s, in writing, of a relevant disposal: all at once', () => {
    const decision = receiveNotice(
      { ...given, isOwner: false, isInWriting: false, disposal: { ...SALE, withVacantPossession: false } },
      { listings: [LISTED], notices: [] },
      '2026-03-03',
    );
    expect(kinds(decision)).toEqual(['NotAllowed', 'InvalidInput', 'Ineligible']);
  });

  it('is not needed off the list, and not taken from the future', () => {
    expect(receiveNotice(given, { listings: [], notices: [] }, '2026-03-03')).toMatchObject({
      problems: [{ kind: 'WrongState', state: 'NOT_LISTED', allowed: ['LISTED'] }],
    });
    expect(
      receiveNotice(given, { listings: [{ ...LISTED, removedOn: '2026-03-02' }], notices: [] }, '2026-03-03'),
    ).toMatchObject({ problems: [{ kind: 'WrongState', state: 'REMOVED' }] });
    expect(kinds(receiveNotice(given, { listings: [LISTED], notices: [] }, '2026-03-01'))).toEqual([
      'InvalidInput',
    ]);
  });

  it.each([
    ['2026-04-12', false],
    ['2026-04-13', true],
  ])('a second one on %s, beside one of 2 March without requests, is taken: %s', (receivedOn, ok) => {
    const decision = receiveNotice(
      { ...given, receivedOn },
      { listings: [LISTED], notices: [NOTICE] },
      '2026-05-01',
    );
    expect(decision.ok).toBe(ok);
    if (!ok) expect(decision).toMatchObject({ problems: [{ rule: DISPOSAL_RULES.periods }] });
  });

  it('of an earlier owner does not stand in the way of the new one’s', () => {
    const notices = [{ ...NOTICE, isByCurrentOwner: false }];
    expect(
      receiveNotice({ ...given, receivedOn: '2026-03-10' }, { listings: [LISTED], notices }, '2026-03-10').ok,
    ).toBe(true);
  });

  it.each([
    ['2026-03-02', true],
    ['2027-09-01', true],
    ['2027-09-02', false],
  ])('can be taken back on %s: %s', (today, ok) => {
    expect(withdrawNotice(NOTICE, today).ok).toBe(ok);
  });
});

describe('recording a disposal', () => {
  const facts = { listings: [LISTED], notices: [NOTICE], exemptions: [] };
  it('takes a sale to anyone off the list, and leaves it on for a sale to a community interest group', () => {
    expect(recordDisposal({ on: '2026-04-13', to: 'ANYONE', disposal: SALE }, facts, '2026-04-13')).toEqual({
      ok: true,
      standing: 'FREE_TO_DISPOSE',
      removesListing: true,
    });
    expect(
      recordDisposal(
        { on: '2026-03-20', to: 'COMMUNITY_INTEREST_GROUP', disposal: SALE },
        facts,
        '2026-04-13',
      ),
    ).toEqual({ ok: true, standing: 'COMMUNITY_SALE', removesListing: false });
  });

  it('is refused with the first day on which it can be', () => {
    expect(recordDisposal({ on: '2026-04-12', to: 'ANYONE', disposal: SALE }, facts, '2026-04-13')).toEqual({
      ok: false,
      problems: [
        {
          kind: 'TooEarly',
          message: expect.stringContaining('Notice was received on 2 March 2026'),
          earliest: startOfLondonDay('2026-04-13'),
          path: ['on'],
          rule: DISPOSAL_RULES.interim,
        },
      ],
    });
  });

  it('is not made in advance', () => {
    expect(
      kinds(recordDisposal({ on: '2026-04-14', to: 'ANYONE', disposal: SALE }, facts, '2026-04-13')),
    ).toEqual(['InvalidInput']);
  });
});

describe('a request to bid', () => {
  const group: GroupFacts = {
    kind: 'COMMUNITY_INTEREST_COMPANY',
    evidence: 'GB-COH-01234567',
    activitiesIn: 'COUNCIL_AREA',
    parish: null,
    distributesSurplus: null,
    surplusAppliedLocally: null,
    memberCount: null,
    localElectorCount: null,
    isPublicAuthority: false,
    isCreditUnion: false,
  };
  const request = { group, receivedOn: '2026-04-12', isInWriting: true, hasAskedAlready: false };

  it('brings the full moratorium, counted from the notice', () => {
    expect(requestBid(request, NOTICE, '2026-04-12')).toEqual({
      ok: true,
      state: 'RECEIVED',
      noticeState: 'FULL_MORATORIUM',
      fullMoratoriumEndsOn: '2026-09-01',
    });
  });

  it.each([
    ['2026-03-01', 'TooEarly'],
    ['2026-03-02', null],
    ['2026-04-11', null],
    ['2026-04-12', null],
    ['2026-04-13', 'TooLate'],
  ])('received on %s: %s', (receivedOn, kind) => {
    const decision = requestBid({ ...request, receivedOn }, NOTICE, '2026-05-01');
    expect(kinds(decision)).toEqual(kind ? [kind] : []);
    if (!decision.ok) expect(decision.problems[0]?.rule).toEqual(DISPOSAL_RULES.interim);
    if (kind === 'TooLate')
      expect(decision).toMatchObject({ problems: [{ deadline: endOfLondonDay('2026-04-12') }] });
    if (kind === 'TooEarly')
      expect(decision).toMatchObject({ problems: [{ earliest: startOfLondonDay('2026-03-02') }] });
  });

  it('is refused orally, twice, from a forum, from the future: all at once', () => {
    const decision = requestBid(
      {
        group: { ...group, kind: 'NEIGHBOURHOOD_FORUM' },
        receivedOn: '2026-04-12',
        isInWriting: false,
        hasAskedAlready: true,
      },
      NOTICE,
      '2026-04-11',
    );
    expect(kinds(decision)).toEqual(['InvalidInput', 'InvalidInput', 'Ineligible', 'Ineligible']);
  });

  it('finds no notice that was taken back or used', () => {
    for (const gone of [{ withdrawnOn: '2026-04-01' }, { disposedOn: '2026-04-01' }])
      expect(kinds(requestBid(request, { ...NOTICE, ...gone }, '2026-04-12'))).toEqual(['WrongState']);
  });

  it('can be joined by a second group’s while the six weeks run', () => {
    const notice = { ...NOTICE, bidRequests: [{ receivedOn: '2026-03-05', state: 'CONFIRMED' as const }] };
    expect(requestBid(request, notice, '2026-04-12').ok).toBe(true);
  });

  it.each(bidRequestLifecycle.stateNames)('in %s, every move keeps to the lifecycle', (state) => {
    const moves = {
      confirm: checkBidRequest(state, 'CONFIRMED', ''),
      disqualify: checkBidRequest(state, 'DISQUALIFIED', 'It is an unincorporated association.'),
      withdraw: withdrawBidRequest(state),
    } as const;
    for (const [action, answer] of Object.entries(moves))
      expect([action, answer.ok]).toEqual([
        action,
        bidRequestLifecycle.allowedStates(action as keyof typeof moves).includes(state),
      ]);
  });

  it('is disqualified with reasons only', () => {
    expect(kinds(checkBidRequest('RECEIVED', 'DISQUALIFIED', ' '))).toEqual(['InvalidInput']);
  });
});

describe('an exempt disposal', () => {
  it.each(Object.keys(EXEMPTIONS) as ExemptionGround[])(
    'can be recorded for %s, with what makes it out',
    (ground) => {
      const exemption = { ground, evidence: 'As exhibited.', agreedOn: '2025-01-09' };
      expect(recordExemption(exemption, [LISTED], '2026-03-02')).toEqual({
        ok: true,
        recordedOn: '2026-03-02',
      });
      expect(recordExemption({ ...exemption, evidence: '' }, [LISTED], '2026-03-02')).toMatchObject({
        problems: [{ kind: 'InvalidInput', path: ['evidence'], rule: EXEMPTIONS[ground].rule }],
      });
    },
  );

  it.each([
    ['2025-01-09', []],
    ['2025-01-10', ['Ineligible']],
    ['2026-03-03', ['InvalidInput']],
    [null, ['InvalidInput']],
  ])('by an option of %s', (agreedOn, problems) => {
    const exemption = { ground: 'EARLIER_OPTION', evidence: 'Deed.', agreedOn } as const;
    expect(kinds(recordExemption(exemption, [LISTED], '2026-03-02'))).toEqual(problems);
  });

  it('is not needed off the list', () => {
    expect(
      kinds(recordExemption({ ground: 'GIFT', evidence: 'Deed.', agreedOn: null }, [], '2026-03-02')),
    ).toEqual(['Ineligible']);
  });
});

describe('a claim for compensation', () => {
  const claim = {
    receivedOn: '2026-10-05',
    lossBeganOn: '2026-03-02',
    lossEndedOn: '2026-07-06',
    amountPence: 1_250_000,
    evidence: 'Invoices.',
    wasOwner: true,
    isPublicBody: false,
  };

  it.each([
    ['2026-10-04', true],
    ['2026-10-05', true],
    ['2026-10-06', false],
  ])('for a loss that ended on 6 July 2026, made on %s, is in time: %s', (receivedOn, ok) => {
    expect(compensationClaimDueBy('2026-07-06')).toBe('2026-10-05');
    const decision = receiveCompensationClaim({ ...claim, receivedOn }, [LISTED], '2026-11-01');
    expect(decision.ok).toBe(ok);
    if (!ok)
      expect(decision).toMatchObject({
        problems: [
          { kind: 'TooLate', deadline: endOfLondonDay('2026-10-05'), rule: DISPOSAL_RULES.compensationTime },
        ],
      });
  });

  it.each([
    ['a public body', { isPublicBody: true }, ['isPublicBody reg. 15']],
    ['not the owner then', { wasOwner: false }, ['wasOwner reg. 14']],
    ['nothing claimed', { amountPence: 0 }, ['amountPence reg. 14']],
    ['no evidence', { evidence: '' }, ['evidence reg. 14']],
    ['from the future', { receivedOn: '2026-12-01', lossEndedOn: '2026-11-20' }, ['receivedOn reg. 14']],
    ['ends before it begins', { lossEndedOn: '2026-03-01' }, ['lossEndedOn reg. 14']],
    ['goes on after the claim', { lossEndedOn: '2026-10-06' }, ['lossEndedOn reg. 14']],
    ['before the listing', { lossBeganOn: '2024-12-01', lossEndedOn: '2025-01-09' }, ['lossEndedOn reg. 14']],
    ['before the law', { lossBeganOn: '2012-01-01', lossEndedOn: '2012-09-20' }, ['lossEndedOn reg. 14']],
    ['several', { wasOwner: false, evidence: ' ' }, ['wasOwner reg. 14', 'evidence reg. 14']],
  ])('%s is refused', (_what, otherwise, expected) => {
    const decision = receiveCompensationClaim({ ...claim, ...otherwise }, [LISTED], '2026-11-30');
    expect(
      decision.ok ? [] : decision.problems.map((one) => `${one.path?.[0]} ${one.rule?.section}`),
    ).toEqual(expected);
  });

  it('is decided with reasons, for no more than was claimed', () => {
    const received = { state: 'RECEIVED', amountPence: 1_250_000 } as const;
    const reasons = { statementOfReasons: 'The sale fell through for another cause.' };
    expect(decideCompensationClaim(received, { awardedPence: 1_250_000, ...reasons })).toMatchObject({
      state: 'AWARDED',
    });
    expect(decideCompensationClaim(received, { awardedPence: 0, ...reasons })).toMatchObject({
      state: 'REFUSED',
    });
    expect(
      decideCompensationClaim(received, { awardedPence: 1_250_001, statementOfReasons: '' }),
    ).toMatchObject({
      problems: [{ kind: 'LimitExceeded', limit: 1_250_000, requested: 1_250_001 }, { kind: 'InvalidInput' }],
    });
    expect(kinds(decideCompensationClaim(received, { awardedPence: -1, ...reasons }))).toEqual([
      'InvalidInput',
    ]);
    expect(
      kinds(decideCompensationClaim({ ...received, state: 'AWARDED' }, { awardedPence: 1, ...reasons })),
    ).toEqual(['WrongState']);
  });
});
