import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startOfLondonDay } from '@coop/shared/time';
import { DISPOSAL_RULES } from '../disposals/disposals.law';
import { nextReview, recordReview, reviewDueBy, reviewKind } from './transfer-review.rules';
import { transferLifecycle } from './transfer.lifecycle';
import {
  completeTransfer,
  decideTransfer,
  moveTransfer,
  type Completion,
  type PlainTransferMove,
} from './transfer.rules';
import { TRANSFER_RULES } from './transfers.law';
import { undervalueOf, undervalueProblems, type UndervalueFacts } from './undervalue.rules';

const DAY = '2026-03-02';
const HALL: UndervalueFacts = {
  council: 'E08000004',
  unrestrictedValuePence: 30_000_000,
  considerationPence: 0,
  leaseYears: 25,
  heldUnder: 'GENERAL',
  wellbeing: ['SOCIAL'],
  wellbeingCase: 'A warm place for four clubs and a food bank.',
  consent: null,
};
const CONSENT = { givenOn: '2026-02-01', reference: 'SoS/2026/14' };
const found = (problems: readonly { kind: string; path?: readonly string[]; rule?: { section: string } }[]) =>
  problems.map((one) => `${one.kind} ${one.path?.join('.')} ${one.rule?.section}`);

describe('the undervalue of a transfer', () => {
  it.each<[string, Partial<UndervalueFacts>, string, number | null]>([
    ['a hall for nothing', {}, 'GENERAL_CONSENT', 30_000_000],
    ['at its value', { considerationPence: 30_000_000 }, 'FULL_VALUE', 0],
    ['above its value', { considerationPence: 30_000_001 }, 'FULL_VALUE', 0],
    ['one penny below', { considerationPence: 29_999_999 }, 'GENERAL_CONSENT', 1],
    ['exactly £2,000,000', { unrestrictedValuePence: 200_000_000 }, 'GENERAL_CONSENT', 200_000_000],
    ['£2,000,000.01', { unrestrictedValuePence: 200_000_001 }, 'SPECIFIC_CONSENT', 200_000_001],
    ['seven years', { leaseYears: 7 }, 'SHORT_TENANCY', 30_000_000],
    ['eight years', { leaseYears: 8 }, 'GENERAL_CONSENT', 30_000_000],
    ['the freehold', { leaseYears: null }, 'GENERAL_CONSENT', 30_000_000],
    ['not valued', { unrestrictedValuePence: null }, 'NOT_VALUED', null],
    ['not valued, for seven years', { unrestrictedValuePence: null, leaseYears: 7 }, 'SHORT_TENANCY', null],
    ['planning land', { heldUnder: 'PLANNING' }, 'SPECIFIC_CONSENT', 30_000_000],
    ['housing land', { heldUnder: 'HOUSING' }, 'SPECIFIC_CONSENT', 30_000_000],
    ['a Welsh council', { council: 'W06000015' }, 'SPECIFIC_CONSENT', 30_000_000],
  ])('%s', (_what, otherwise, basis, undervaluePence) => {
    expect(undervalueOf({ ...HALL, ...otherwise }, DAY)).toMatchObject({ basis, undervaluePence });
  });

  it.each<[string, Partial<UndervalueFacts>, string[]]>([
    ['a hall, with its case', {}, []],
    ['no case', { wellbeingCase: ' ' }, ['InvalidInput wellbeingCase para. 2']],
    [
      'no wellbeing, no case',
      { wellbeing: [], wellbeingCase: '' },
      ['InvalidInput wellbeing para. 2', 'InvalidInput wellbeingCase para. 2'],
    ],
    [
      'at full value, no case needed',
      { considerationPence: 30_000_000, wellbeing: [], wellbeingCase: '' },
      [],
    ],
    ['not valued', { unrestrictedValuePence: null }, ['InvalidInput unrestrictedValuePence s. 123(2)']],
    ['above the limit', { unrestrictedValuePence: 200_000_001 }, ['LimitExceeded consent s. 123(2)']],
    ['above the limit, consented', { unrestrictedValuePence: 200_000_001, consent: CONSENT }, []],
    [
      'consent of the day',
      { unrestrictedValuePence: 200_000_001, consent: { ...CONSENT, givenOn: DAY } },
      [],
    ],
    [
      'consent of tomorrow',
      { unrestrictedValuePence: 200_000_001, consent: { ...CONSENT, givenOn: '2026-03-03' } },
      ['InvalidInput consent s. 123(2)'],
    ],
    [
      'consent without reference',
      { unrestrictedValuePence: 200_000_001, consent: { ...CONSENT, reference: '' } },
      ['InvalidInput consent s. 123(2)'],
    ],
    ['planning land', { heldUnder: 'PLANNING' }, ['Ineligible consent s. 233']],
    ['housing land', { heldUnder: 'HOUSING' }, ['Ineligible consent s. 32']],
    ['housing land, consented', { heldUnder: 'HOUSING', consent: CONSENT }, []],
    ['a Scottish council', { council: 'S12000036' }, ['Ineligible consent s. 123(2)']],
  ])('%s', (_what, otherwise, problems) => {
    expect(found(undervalueProblems({ ...HALL, ...otherwise }, DAY))).toEqual(problems);
  });

  it('says the limit and what was asked, in pence', () => {
    expect(undervalueProblems({ ...HALL, unrestrictedValuePence: 250_000_000 }, DAY)).toMatchObject([
      { limit: 200_000_000, requested: 250_000_000, message: expect.stringContaining('£2,000,000.00') },
    ]);
  });

  it('never rises with the price', () => {
    const pence = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(pence, pence, fc.integer({ min: 0, max: 1_000_000 }), (value, price, more) => {
        const at = (considerationPence: number) =>
          undervalueOf({ ...HALL, unrestrictedValuePence: value, considerationPence }, DAY).undervaluePence ??
          -1;
        expect(at(price + more)).toBeLessThanOrEqual(at(price));
        expect(at(price)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('deciding a transfer', () => {
  const approve = { outcome: 'APPROVED', statementOfReasons: '', undervalue: HALL } as const;
  it.each(transferLifecycle.stateNames)('in %s', (state) => {
    const decision = decideTransfer(state, approve, DAY);
    expect(decision.ok).toBe(state === 'BUSINESS_CASE');
    if (decision.ok)
      expect(decision).toMatchObject({ state: 'APPROVED', undervalue: { basis: 'GENERAL_CONSENT' } });
    else expect(found(decision.problems)).toEqual(['WrongState undefined stages and reviews']);
  });

  it('is not approved above the limit before consent is recorded, and declined with reasons only', () => {
    const dear = { ...HALL, unrestrictedValuePence: 200_000_001 };
    expect(decideTransfer('BUSINESS_CASE', { ...approve, undervalue: dear }, DAY).ok).toBe(false);
    expect(
      decideTransfer('BUSINESS_CASE', { ...approve, undervalue: { ...dear, consent: CONSENT } }, DAY).ok,
    ).toBe(true);
    const decline = { outcome: 'DECLINED', undervalue: dear } as const;
    expect(
      decideTransfer('BUSINESS_CASE', { ...decline, statementOfReasons: 'No money for the roof.' }, DAY),
    ).toMatchObject({
      ok: true,
      state: 'DECLINED',
    });
    expect(decideTransfer('BUSINESS_CASE', { ...decline, statementOfReasons: '' }, DAY).ok).toBe(false);
  });
});

describe('the plain moves', () => {
  const moves: PlainTransferMove[] = [
    'expressInterest',
    'submitCase',
    'decline',
    'agreeTerms',
    'withdraw',
    'end',
  ];
  it.each(moves.flatMap((move) => transferLifecycle.stateNames.map((state) => [move, state] as const)))(
    '%s in %s keeps to the lifecycle',
    (move, state) => {
      const decision = moveTransfer(state, move, 'As agreed.');
      expect(decision.ok).toBe(transferLifecycle.allowedStates(move).includes(state));
      if (decision.ok) expect(transferLifecycle.move(move, state)).toBe(decision.state);
    },
  );

  it.each(moves)('%s says what text it needs', (move) => {
    const [state] = transferLifecycle.allowedStates(move);
    if (!state) throw new Error('Every move has a state.');
    const decision = moveTransfer(state, move, ' ');
    expect(decision.ok ? [] : found(decision.problems)).toEqual(
      move === 'withdraw' ? [] : ['InvalidInput statement stages and reviews'],
    );
  });
});

describe('completing a transfer', () => {
  const lease: Completion = {
    completedOn: DAY,
    approvedOn: '2026-01-05',
    approvedLeaseYears: 25,
    interest: 'LEASE',
    leaseYears: 25,
    isOpenSpace: false,
    openSpaceAdvertisedOn: null,
    anotherStands: false,
    mayDispose: { permitted: true, until: null, reasons: [] },
  };

  it('starts the reviews', () => {
    expect(completeTransfer('HEADS_OF_TERMS', lease, DAY)).toEqual({
      ok: true,
      state: 'COMPLETED',
      firstReviewDueBy: '2027-03-02',
    });
  });

  it.each(transferLifecycle.stateNames)('in %s keeps to the lifecycle', (state) => {
    expect(completeTransfer(state, lease, DAY).ok).toBe(state === 'HEADS_OF_TERMS');
  });

  it.each<[string, Partial<Completion>, string[]]>([
    ['tomorrow', { completedOn: '2026-03-03' }, ['InvalidInput completedOn undefined']],
    ['a lease of no years', { leaseYears: null }, ['InvalidInput leaseYears stages and reviews']],
    ['a lease of half a year', { leaseYears: 0.5 }, ['InvalidInput leaseYears stages and reviews']],
    ['a freehold with years', { interest: 'FREEHOLD' }, ['InvalidInput leaseYears stages and reviews']],
    ['a freehold, as approved', { interest: 'FREEHOLD', leaseYears: null, approvedLeaseYears: null }, []],
    [
      'a freehold for an approved lease',
      { interest: 'FREEHOLD', leaseYears: null },
      ['Ineligible leaseYears s. 123(2)'],
    ],
    ['an asset that another body has', { anotherStands: true }, ['Ineligible undefined stages and reviews']],
    ['a longer lease than was approved', { leaseYears: 99 }, ['Ineligible leaseYears s. 123(2)']],
    [
      'the day before the decision',
      { completedOn: '2026-01-04' },
      ['InvalidInput completedOn stages and reviews'],
    ],
    ['open space, not advertised', { isOpenSpace: true }, ['Ineligible openSpaceAdvertisedOn s. 123(2A)']],
    [
      'open space, advertised after',
      { isOpenSpace: true, openSpaceAdvertisedOn: '2026-03-03' },
      ['Ineligible openSpaceAdvertisedOn s. 123(2A)'],
    ],
    ['open space, advertised', { isOpenSpace: true, openSpaceAdvertisedOn: '2026-02-01' }, []],
  ])('%s', (_what, otherwise, problems) => {
    const decision = completeTransfer('HEADS_OF_TERMS', { ...lease, ...otherwise }, DAY);
    expect(decision.ok ? [] : found(decision.problems)).toEqual(problems);
  });

  it('is held back on listed land as any sale is', () => {
    const reasons = [
      { message: 'The land is listed.', rule: DISPOSAL_RULES.prohibition },
      { message: 'The moratorium runs.', rule: DISPOSAL_RULES.interim },
    ];
    const held = { permitted: false, until: '2026-04-12', reasons };
    expect(completeTransfer('HEADS_OF_TERMS', { ...lease, mayDispose: held }, DAY)).toMatchObject({
      problems: [
        { kind: 'TooEarly', earliest: startOfLondonDay('2026-04-13'), rule: DISPOSAL_RULES.interim },
      ],
    });
  });
});

describe('the reviews after completion', () => {
  it('come on the anniversary, the fifth a full one; a leap day comes back to itself', () => {
    expect([1, 2, 3, 4, 5].map((year) => reviewDueBy('2024-02-29', year))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
      '2029-02-28',
    ]);
    expect([1, 4, 5, 6, 10].map(reviewKind)).toEqual([
      'YEARLY',
      'YEARLY',
      'FIVE_YEARLY',
      'YEARLY',
      'FIVE_YEARLY',
    ]);
  });

  it.each([
    ['2027-03-02', false],
    ['2027-03-03', true],
  ])('on %s the first is overdue: %s', (today, isOverdue) => {
    expect(nextReview(DAY, [], today)).toEqual({ year: 1, kind: 'YEARLY', dueBy: '2027-03-02', isOverdue });
  });

  it('next is the first year without one', () => {
    expect(nextReview(DAY, [2, 1, 4], '2026-06-01')).toMatchObject({ year: 3 });
    expect(nextReview(DAY, [1, 2, 3, 4], '2026-06-01')).toMatchObject({ year: 5, kind: 'FIVE_YEARLY' });
  });

  const transfer = { state: 'COMPLETED', completedOn: DAY, reviewedYears: [1] } as const;
  const review = { year: 2, findings: 'Roof mended; let four evenings a week.' };
  it.each([
    ['2027-03-01', false, null],
    ['2027-03-02', true, false],
    ['2028-03-02', true, false],
    ['2028-03-03', true, true],
  ])('year 2 on %s can be recorded: %s, late: %s', (today, ok, isLate) => {
    const decision = recordReview(transfer, review, today);
    expect(decision.ok).toBe(ok);
    if (decision.ok) expect(decision).toMatchObject({ state: 'COMPLETED', kind: 'YEARLY', isLate });
    else
      expect(decision.problems).toMatchObject([
        { kind: 'TooEarly', earliest: startOfLondonDay('2027-03-02') },
      ]);
  });

  it('are recorded once, with findings, for a year that can be, on a completed transfer', () => {
    const kinds = (year: number, findings = 'Seen.', state: 'COMPLETED' | 'ENDED' = 'COMPLETED') => {
      const decision = recordReview({ ...transfer, state }, { year, findings }, '2027-06-01');
      return decision.ok ? [] : decision.problems.map((one) => one.kind);
    };
    expect(kinds(1)).toEqual(['Ineligible']);
    expect(kinds(2, '')).toEqual(['InvalidInput']);
    for (const year of [0, -1, 1.5, 1000, Number.NaN]) expect(kinds(year)).toEqual(['InvalidInput']);
    expect(kinds(2, 'Seen.', 'ENDED')).toEqual(['WrongState']);
    expect(TRANSFER_RULES.policy.url).toBeNull();
  });
});
