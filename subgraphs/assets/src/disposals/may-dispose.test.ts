import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lawTable } from '@coop/shared/law';
import { addDays } from '@coop/shared/time';
import { clocksOf, noticeStateOn, type BidRequestFacts, type NoticeFacts } from './clocks.rules';
import { disposalRegimes, disposalRegimesAwaiting, type DisposalRegime } from './disposals.law';
import { mayDispose, type DisposalFacts, type Recipient, type Standing } from './may-dispose.rules';

const LISTED = { listedOn: '2025-01-10', expiresOn: '2030-01-09', removedOn: null };
const asked = (receivedOn: string, state: BidRequestFacts['state'] = 'RECEIVED') => ({ receivedOn, state });
const notice = (receivedOn: string, otherwise: Partial<NoticeFacts> = {}): NoticeFacts => ({
  receivedOn,
  withdrawnOn: null,
  disposedOn: null,
  isByCurrentOwner: true,
  bidRequests: [],
  ...otherwise,
});
const facts = (otherwise: Partial<DisposalFacts> = {}): DisposalFacts => ({
  listings: [LISTED],
  notices: [],
  exemptions: [],
  ...otherwise,
});

// Notice received on Monday 2 March 2026: the interim moratorium's last day is 12 April 2026, the full one's
// 1 September 2026, the protected period's 1 September 2027.
const QUIET = facts({ notices: [notice('2026-03-02')] });
const ASKED = facts({ notices: [notice('2026-03-02', { bidRequests: [asked('2026-04-12')] })] });

type Row = [string, DisposalFacts, string, Recipient, boolean, Standing, string | null, string[]];
const SCENARIOS: Row[] = [
  [
    'Land that was never listed',
    facts({ listings: [] }),
    '2026-03-02',
    'ANYONE',
    true,
    'NOT_LISTED',
    null,
    ['s. 95(1)'],
  ],
  [
    'The day before the entry',
    facts(),
    '2025-01-09',
    'ANYONE',
    true,
    'NOT_LISTED',
    '2025-01-09',
    ['s. 95(1)'],
  ],
  [
    'Listed, and no notice given',
    facts(),
    '2026-03-01',
    'ANYONE',
    false,
    'NO_NOTICE',
    '2030-01-09',
    ['s. 95(1)', 's. 95(2)'],
  ],
  [
    'No notice, to a community group',
    facts(),
    '2026-03-01',
    'COMMUNITY_INTEREST_GROUP',
    false,
    'NO_NOTICE',
    '2030-01-09',
    ['s. 95(1)', 's. 95(2)'],
  ],
  [
    'The day after the entry ran out',
    facts(),
    '2030-01-10',
    'ANYONE',
    true,
    'NOT_LISTED',
    null,
    ['s. 87(3)'],
  ],
  [
    'The entry was taken off',
    facts({ listings: [{ ...LISTED, removedOn: '2026-02-01' }] }),
    '2026-02-01',
    'ANYONE',
    true,
    'NOT_LISTED',
    null,
    ['s. 95(1)'],
  ],

  [
    'The day before notice',
    QUIET,
    '2026-03-01',
    'ANYONE',
    false,
    'NO_NOTICE',
    '2026-04-12',
    ['s. 95(1)', 's. 95(2)'],
  ],
  [
    'The day of notice: the moratorium has begun',
    QUIET,
    '2026-03-02',
    'ANYONE',
    false,
    'INTERIM_MORATORIUM',
    '2026-04-12',
    ['s. 95(1)', 's. 95(3)(a)'],
  ],
  [
    'The last day of six weeks',
    QUIET,
    '2026-04-12',
    'ANYONE',
    false,
    'INTERIM_MORATORIUM',
    '2026-04-12',
    ['s. 95(1)', 's. 95(3)(a)'],
  ],
  [
    'The day after six weeks, nobody asked',
    QUIET,
    '2026-04-13',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2027-09-01',
    ['s. 95(1)', 's. 95(3)(a)', 's. 95(4)'],
  ],
  [
    'In the six weeks, to a community group',
    QUIET,
    '2026-03-20',
    'COMMUNITY_INTEREST_GROUP',
    true,
    'COMMUNITY_SALE',
    '2027-09-01',
    ['s. 95(1)', 'reg. 13', 's. 95(3)(a)'],
  ],

  [
    'Asked on the last day: the day before',
    ASKED,
    '2026-04-11',
    'ANYONE',
    false,
    'INTERIM_MORATORIUM',
    '2026-09-01',
    ['s. 95(1)', 's. 95(3)(a)'],
  ],
  [
    'Asked on the last day: that day',
    ASKED,
    '2026-04-12',
    'ANYONE',
    false,
    'FULL_MORATORIUM',
    '2026-09-01',
    ['s. 95(1)', 's. 95(3)(b)'],
  ],
  [
    'The day after six weeks, one had asked',
    ASKED,
    '2026-04-13',
    'ANYONE',
    false,
    'FULL_MORATORIUM',
    '2026-09-01',
    ['s. 95(1)', 's. 95(3)(b)'],
  ],
  [
    'The last day of six months',
    ASKED,
    '2026-09-01',
    'ANYONE',
    false,
    'FULL_MORATORIUM',
    '2026-09-01',
    ['s. 95(1)', 's. 95(3)(b)'],
  ],
  [
    'The day after six months',
    ASKED,
    '2026-09-02',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2027-09-01',
    ['s. 95(1)', 's. 95(3)(b)', 's. 95(4)'],
  ],
  [
    'In the six months, to a community group',
    ASKED,
    '2026-06-01',
    'COMMUNITY_INTEREST_GROUP',
    true,
    'COMMUNITY_SALE',
    '2027-09-01',
    ['s. 95(1)', 'reg. 13', 's. 95(3)(b)'],
  ],
  [
    'The last day of eighteen months',
    ASKED,
    '2027-09-01',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2027-09-01',
    ['s. 95(1)', 's. 95(3)(b)', 's. 95(4)'],
  ],
  [
    'The day after eighteen months',
    ASKED,
    '2027-09-02',
    'ANYONE',
    false,
    'PROTECTION_ENDED',
    '2030-01-09',
    ['s. 95(1)', 's. 95(4)'],
  ],
  [
    'After eighteen months, to a community group',
    ASKED,
    '2027-09-02',
    'COMMUNITY_INTEREST_GROUP',
    false,
    'PROTECTION_ENDED',
    '2030-01-09',
    ['s. 95(1)', 's. 95(4)'],
  ],

  [
    'A group asked a day too late',
    facts({ notices: [notice('2026-03-02', { bidRequests: [asked('2026-04-13')] })] }),
    '2026-04-13',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2027-09-01',
    ['s. 95(1)', 's. 95(3)(a)', 's. 95(4)'],
  ],
  [
    'The group turned out to be none',
    facts({ notices: [notice('2026-03-02', { bidRequests: [asked('2026-03-10', 'DISQUALIFIED')] })] }),
    '2026-04-13',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2027-09-01',
    ['s. 95(1)', 's. 95(3)(a)', 's. 95(4)'],
  ],
  [
    'The group gave up: the six months go on',
    facts({ notices: [notice('2026-03-02', { bidRequests: [asked('2026-03-10', 'WITHDRAWN')] })] }),
    '2026-04-13',
    'ANYONE',
    false,
    'FULL_MORATORIUM',
    '2026-09-01',
    ['s. 95(1)', 's. 95(3)(b)'],
  ],
  [
    'The owner took the notice back',
    facts({ notices: [notice('2026-03-02', { withdrawnOn: '2026-05-01' })] }),
    '2026-05-01',
    'ANYONE',
    false,
    'NO_NOTICE',
    '2030-01-09',
    ['s. 95(1)', 's. 95(2)'],
  ],
  [
    'The day before the owner took it back',
    facts({ notices: [notice('2026-03-02', { withdrawnOn: '2026-05-01' })] }),
    '2026-04-30',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2026-04-30',
    ['s. 95(1)', 's. 95(3)(a)', 's. 95(4)'],
  ],
  [
    'The land changed hands: the old notice does not serve',
    facts({ notices: [notice('2026-03-02', { isByCurrentOwner: false })] }),
    '2026-05-01',
    'ANYONE',
    false,
    'NO_NOTICE',
    '2030-01-09',
    ['s. 95(1)', 's. 95(2)', 's. 95(2)'],
  ],
  [
    'A new notice after the old one lapsed',
    facts({ notices: [notice('2026-03-02'), notice('2027-10-01')] }),
    '2027-10-05',
    'ANYONE',
    false,
    'INTERIM_MORATORIUM',
    '2027-11-11',
    ['s. 95(1)', 's. 95(3)(a)'],
  ],
  [
    'A new notice in the protected period of the old one: still free',
    facts({ notices: [notice('2026-03-02'), notice('2027-08-01')] }),
    '2027-08-15',
    'ANYONE',
    true,
    'FREE_TO_DISPOSE',
    '2027-09-01',
    ['s. 95(1)', 's. 95(3)(a)', 's. 95(4)'],
  ],
  [
    'The entry runs out before the six months do',
    facts({ listings: [{ ...LISTED, expiresOn: '2026-06-30' }], notices: ASKED.notices }),
    '2026-05-01',
    'ANYONE',
    false,
    'FULL_MORATORIUM',
    '2026-06-30',
    ['s. 95(1)', 's. 95(3)(b)'],
  ],

  [
    'A gift is recorded: the gift',
    facts({ exemptions: [{ ground: 'GIFT', recordedOn: '2026-02-01', endedOn: null }] }),
    '2026-03-01',
    'UNDER_EXEMPTION',
    true,
    'EXEMPT',
    null,
    ['s. 95(5)(a)'],
  ],
  [
    'A gift is recorded: a sale to anyone',
    facts({ exemptions: [{ ground: 'GIFT', recordedOn: '2026-02-01', endedOn: null }] }),
    '2026-03-01',
    'ANYONE',
    false,
    'NO_NOTICE',
    '2030-01-09',
    ['s. 95(1)', 's. 95(2)', 's. 95(5)(a)'],
  ],
  [
    'The day before the gift is recorded',
    facts({ exemptions: [{ ground: 'GIFT', recordedOn: '2026-02-01', endedOn: null }] }),
    '2026-01-31',
    'UNDER_EXEMPTION',
    false,
    'NO_NOTICE',
    '2026-01-31',
    ['s. 95(1)', 's. 95(2)', 's. 95(5)'],
  ],
  [
    'The court order was carried out',
    facts({ exemptions: [{ ground: 'COURT_ORDER', recordedOn: '2026-02-01', endedOn: '2026-02-20' }] }),
    '2026-02-20',
    'UNDER_EXEMPTION',
    false,
    'NO_NOTICE',
    '2030-01-09',
    ['s. 95(1)', 's. 95(2)', 's. 95(5)'],
  ],
];

describe('may listed land be disposed of', () => {
  it.each(SCENARIOS)('%s', (_what, known, on, to, permitted, standing, until, sections) => {
    const answer = mayDispose({ on, to }, known);
    expect(answer).toMatchObject({ permitted, standing, until });
    expect(answer.reasons.map((one) => one.rule.section)).toEqual(sections);
    for (const { message, rule } of answer.reasons) {
      expect(message).toMatch(/[.]$/);
      expect(rule.url).toMatch(/^https:\/\/www\.legislation\.gov\.uk\//);
    }
  });

  it('says in words what holds the sale back', () => {
    expect(mayDispose({ on: '2026-05-01', to: 'ANYONE' }, ASKED).reasons.map((one) => one.message)).toEqual([
      'The land is on the list of assets of community value until 9 January 2030.',
      'Notice was received on 2 March 2026 and a community interest group asked in time to be treated as a potential bidder; the full moratorium runs to 1 September 2026.',
    ]);
  });

  it.each([
    ['freehold, empty', { kind: 'FREEHOLD', withVacantPossession: true, leaseYearsAtGrant: null }, false],
    ['freehold, tenanted', { kind: 'FREEHOLD', withVacantPossession: false, leaseYearsAtGrant: null }, true],
    ['a lease of 24 years', { kind: 'LEASE_GRANT', withVacantPossession: true, leaseYearsAtGrant: 24 }, true],
    [
      'a lease of 25 years',
      { kind: 'LEASE_GRANT', withVacantPossession: true, leaseYearsAtGrant: 25 },
      false,
    ],
    [
      'a lease of unknown length',
      { kind: 'LEASE_GRANT', withVacantPossession: true, leaseYearsAtGrant: null },
      true,
    ],
    [
      'a lease once of 25 years',
      { kind: 'LEASE_ASSIGNMENT', withVacantPossession: true, leaseYearsAtGrant: 25 },
      false,
    ],
    [
      'a long lease, tenanted',
      { kind: 'LEASE_ASSIGNMENT', withVacantPossession: false, leaseYearsAtGrant: 99 },
      true,
    ],
    ['a licence', { kind: 'OTHER', withVacantPossession: true, leaseYearsAtGrant: null }, true],
  ] as const)('%s', (_what, disposal, permitted) => {
    const answer = mayDispose({ on: '2026-03-01', to: 'ANYONE', disposal }, facts());
    expect([answer.permitted, answer.standing]).toEqual([
      permitted,
      permitted ? 'NOT_RELEVANT' : 'NO_NOTICE',
    ]);
    if (permitted) expect(answer.reasons[0]?.rule.section).toMatch(/^s\. 96/);
  });
});

describe('the three clocks', () => {
  const anyDay = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays('2012-09-21', days));

  it('run from the day of receipt, which counts', () => {
    expect(clocksOf('2026-03-02')).toEqual({
      interimMoratoriumEndsOn: '2026-04-12',
      fullMoratoriumEndsOn: '2026-09-01',
      protectedPeriodEndsOn: '2027-09-01',
    });
    expect(clocksOf('2026-08-31')).toMatchObject({
      fullMoratoriumEndsOn: '2027-02-28',
      protectedPeriodEndsOn: '2028-02-29',
    });
    expect(clocksOf('2028-02-29')).toMatchObject({
      fullMoratoriumEndsOn: '2028-08-28',
      protectedPeriodEndsOn: '2029-08-28',
    });
  });

  it('end in their order, and never earlier for a later notice', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const clocks = clocksOf(day);
        const next = clocksOf(addDays(day, 1));
        expect(day < clocks.interimMoratoriumEndsOn).toBe(true);
        expect(clocks.interimMoratoriumEndsOn < clocks.fullMoratoriumEndsOn).toBe(true);
        expect(clocks.fullMoratoriumEndsOn < clocks.protectedPeriodEndsOn).toBe(true);
        for (const end of Object.keys(clocks) as (keyof typeof clocks)[])
          expect(clocks[end] <= next[end]).toBe(true);
      }),
    );
  });

  it('pass through their states in order, whatever is asked and when', () => {
    const order = ['INTERIM_MORATORIUM', 'FULL_MORATORIUM', 'FREE_TO_DISPOSE', 'LAPSED'];
    fc.assert(
      fc.property(anyDay, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }), (day, offsets) => {
        const one = notice(day, { bidRequests: offsets.map((offset) => asked(addDays(day, offset))) });
        let before = -1;
        for (let offset = 0; offset < 600; offset += 7) {
          const at = order.indexOf(noticeStateOn(one, addDays(day, offset)) ?? '');
          expect(at).toBeGreaterThanOrEqual(Math.max(0, before));
          before = at;
        }
        expect(noticeStateOn(one, addDays(day, -1))).toBeNull();
      }),
      { numRuns: 30 },
    );
  });
});

describe('what holds for every asset', () => {
  const offset = fc.integer({ min: -200, max: 900 }).map((days) => addDays('2026-03-02', days));
  const world = fc.record({
    listings: fc.constant([LISTED]),
    exemptions: fc.constant([]),
    notices: fc.array(
      fc.record({
        receivedOn: offset,
        withdrawnOn: fc.constant(null),
        disposedOn: fc.constant(null),
        isByCurrentOwner: fc.boolean(),
        bidRequests: fc.array(fc.record({ receivedOn: offset, state: fc.constant('RECEIVED' as const) }), {
          maxLength: 2,
        }),
      }),
      { maxLength: 3 },
    ),
  });

  it('whatever anyone may buy, a community interest group may buy', () => {
    fc.assert(
      fc.property(world, offset, (known, on) => {
        if (mayDispose({ on, to: 'ANYONE' }, known).permitted)
          expect(mayDispose({ on, to: 'COMMUNITY_INTEREST_GROUP' }, known).permitted).toBe(true);
      }),
    );
  });

  it('a request to bid never frees a sale to anyone, and taking land off the list never forbids one', () => {
    fc.assert(
      fc.property(world, offset, offset, (known, on, receivedOn) => {
        const plus = {
          ...known,
          notices: known.notices.map((one) => ({
            ...one,
            bidRequests: [...one.bidRequests, { receivedOn, state: 'CONFIRMED' as const }],
          })),
        };
        const before = mayDispose({ on, to: 'ANYONE' }, known).permitted;
        if (!before) expect(mayDispose({ on, to: 'ANYONE' }, plus).permitted).toBe(false);
        expect(mayDispose({ on, to: 'ANYONE' }, { ...known, listings: [] }).permitted).toBe(true);
      }),
    );
  });

  it('the answer stands through its last day and turns on the next', () => {
    fc.assert(
      fc.property(
        world,
        offset,
        fc.constantFrom<Recipient>('ANYONE', 'COMMUNITY_INTEREST_GROUP'),
        (known, on, to) => {
          const { permitted, until } = mayDispose({ on, to }, known);
          const last = until ?? '2035-01-01';
          expect(last >= on).toBe(true);
          for (let day = on; day <= last && day < addDays(on, 700); day = addDays(day, 13))
            expect(mayDispose({ on: day, to }, known).permitted).toBe(permitted);
          expect(mayDispose({ on: last, to }, known).permitted).toBe(permitted);
          if (until !== null)
            expect(mayDispose({ on: addDays(until, 1), to }, known).permitted).toBe(!permitted);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the community right to buy', () => {
  it('is kept apart until it is commenced, and changes nothing', () => {
    expect(disposalRegimesAwaiting).toMatchObject([{ commencement: null, known: { firstRefusal: true } }]);
    expect(disposalRegimes.require('2099-01-01').value).toEqual(disposalRegimes.rows[0]?.value);
  });

  it('comes in as a row of the table: notices of that day on run by it, earlier ones by the old law', () => {
    const [old] = disposalRegimes.rows;
    const [coming] = disposalRegimesAwaiting;
    if (!old || !coming) throw new Error('The tables have rows.');
    const commenced = lawTable<DisposalRegime>('disposal regimes, rehearsed', [
      { ...old, until: '2027-03-31' },
      {
        from: '2027-04-01',
        until: null,
        source: coming.source,
        value: { ...old.value, ...coming.known },
      },
    ]);
    const before = facts({ notices: [notice('2027-03-31', { bidRequests: [asked('2027-04-05')] })] });
    const after = facts({ notices: [notice('2027-04-01', { bidRequests: [asked('2027-04-05')] })] });
    expect(mayDispose({ on: '2027-10-01', to: 'ANYONE' }, before, commenced).standing).toBe(
      'FREE_TO_DISPOSE',
    );
    const held = mayDispose({ on: '2027-10-01', to: 'ANYONE' }, after, commenced);
    expect(held).toMatchObject({ permitted: false, standing: 'FULL_MORATORIUM', until: '2028-03-31' });
    expect(held.reasons.at(-1)).toEqual({
      message: 'The group that asked has the first refusal.',
      rule: coming.source,
    });
  });
});
