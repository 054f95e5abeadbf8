import fc from 'fast-check';
import { MOST_PENCE, ACCOUNT_KINDS, POSTING_KINDS, type PostingKind } from './ledger.law';
import {
  accountKeyText,
  amountProblems,
  available,
  balancesAfter,
  correctionProblems,
  journalProblems,
  lineProblems,
  normalBalance,
  owned,
  reversed,
  transfer,
  type PostingLine,
} from './posting.rules';

const CASH = available('CASH');
const HOMES = owned('ALLOCATED', 'CASH', 'allocation_1');
const messages = (lines: readonly PostingLine[]) => lineProblems(lines).map(({ message }) => message);

describe('a posting', () => {
  test('balances, and says by how much it does not', () => {
    expect(lineProblems(transfer(CASH, HOMES, 100))).toEqual([]);
    const [first, second] = lineProblems([
      { account: HOMES, amountPence: 10_000 },
      { account: CASH, amountPence: -9_999 },
    ]);
    expect(first).toMatchObject({
      kind: 'InvalidInput',
      message: 'It does not balance: debits are £100.00, credits £99.99.',
      rule: { section: 'double entry: every posting balances' },
    });
    expect(second).toBeUndefined();
  });

  test.each<[string, PostingLine[], RegExp]>([
    ['no line', [], /two lines/],
    ['one line', [{ account: CASH, amountPence: 5 }], /two lines/],
    [
      'an empty line',
      [...transfer(CASH, HOMES, 5), { account: owned('SPENT', 'CASH', 'x'), amountPence: 0 }],
      /other than/,
    ],
    ['a part of a penny', transfer(CASH, HOMES, 0.5), /whole pence/],
    [
      'two forms',
      [
        { account: available('ALIGNED'), amountPence: -5 },
        { account: HOMES, amountPence: 5 },
      ],
      /not moved/,
    ],
    ['one account twice', transfer(CASH, CASH, 5), /each account once/],
    ['more than can be counted', transfer(CASH, HOMES, MOST_PENCE + 1), /whole pence/],
  ])('is none with %s', (_what, lines, message) => {
    expect(messages(lines).join(' ')).toMatch(message);
  });

  test.each([0, -1, 0.5, Number.NaN, MOST_PENCE + 1])('of %d pence is none', (amount) => {
    expect(amountProblems(amount)).toMatchObject([{ kind: 'InvalidInput', path: ['amountPence'] }]);
  });

  test('takes no account below nothing, whatever else it does', () => {
    const balances = new Map([[accountKeyText(CASH), 100_000]]);
    expect(balancesAfter(transfer(CASH, HOMES, 100_000), balances).ok).toBe(true);
    expect(balancesAfter(transfer(CASH, HOMES, 100_001), balances)).toMatchObject({
      ok: false,
      problems: [
        {
          ...{ kind: 'LimitExceeded', limit: 100_000, requested: 100_001, path: ['amountPence'] },
          message: 'Only £1,000.00 is available; £1,000.01 was asked for.',
          rule: { section: 'no spending beyond what is available' },
        },
      ],
    });
  });

  test('shows a credit balance of contributions as a figure above nothing', () => {
    expect(normalBalance('CONTRIBUTED', -500)).toBe(500);
    expect(Object.is(normalBalance('CONTRIBUTED', 0), 0)).toBe(true);
    expect(normalBalance('SPENT', 500)).toBe(500);
  });
});

describe('a journal', () => {
  const spent = (owner: string) => owned('SPENT', 'CASH', owner);
  test('moves what is available, allocated or spent', () => {
    expect(journalProblems(transfer(HOMES, owned('ALLOCATED', 'CASH', 'b'), 5))).toEqual([]);
    expect(journalProblems(transfer(spent('a'), spent('b'), 5))).toEqual([]);
  });

  test.each([
    ['contributions', transfer(owned('CONTRIBUTED', 'CASH', 'p'), CASH, 5)],
    ['returns', transfer(CASH, owned('RETURNED', 'CASH', 'p'), 5)],
    ['commitments', transfer(HOMES, owned('COMMITTED', 'CASH', 'a'), 5)],
    ['spending that was not', transfer(HOMES, spent('a'), 5)],
  ])('does not touch %s', (_what, lines) => {
    expect(journalProblems(lines)).toMatchObject([{ kind: 'InvalidInput', rule: { section: 'reg. 4' } }]);
  });
});

test.each(Object.keys(POSTING_KINDS) as PostingKind[])(
  'a posting of kind %s is corrected once, or never',
  (kind) => {
    const never = ['CORRECTION', 'COMMITMENT', 'RELEASE'].includes(kind);
    expect(correctionProblems(kind, false)).toHaveLength(never ? 1 : 0);
    expect(correctionProblems(kind, true)).toMatchObject([
      { kind: 'Ineligible', message: 'It was corrected already.' },
    ]);
  },
);

const KEYS = [
  CASH,
  ...['a', 'b'].flatMap((owner) =>
    (Object.keys(ACCOUNT_KINDS) as (keyof typeof ACCOUNT_KINDS)[])
      .filter((kind) => kind !== 'AVAILABLE')
      .map((kind) => owned(kind, 'CASH', owner)),
  ),
];

/** Lines that balance, over any accounts, so that whatever is refused is refused for want of money. */
const balanced = fc
  .tuple(
    fc.shuffledSubarray(KEYS, { minLength: 2 }),
    fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 11, maxLength: 11 }),
  )
  .map(([keys, amounts]) => {
    const all = keys.slice(0, -1).map((account, index) => ({ account, amountPence: amounts[index] || 1 }));
    const sum = all.reduce((total, { amountPence }) => total + amountPence, 0);
    return [...all, { account: keys.at(-1)!, amountPence: -sum }];
  });

test('conserves every penny over random postings, and keeps every account at nothing or above', () => {
  fc.assert(
    fc.property(fc.array(balanced, { minLength: 1, maxLength: 40 }), (postings) => {
      let balances = new Map<string, number>();
      for (const lines of postings) {
        const decision = balancesAfter(lines, balances);
        if (!decision.ok) continue;
        balances = new Map([...balances, ...decision.balances]);
        const undone = balancesAfter(reversed(lines), balances);
        if (undone.ok)
          for (const { account } of lines) expect(undone.balances.get(accountKeyText(account))).toBeDefined();
      }
      const total = [...balances.values()].reduce((sum, pence) => sum + pence, 0);
      expect(total).toBe(0);
      for (const [key, pence] of balances)
        expect(normalBalance(key.split(' ')[0] as 'SPENT', pence)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
});
