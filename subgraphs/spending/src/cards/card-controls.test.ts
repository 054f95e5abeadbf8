import { addDays } from '@coop/shared/time';
import { decideBreach, explainBreach, settleBreach } from './card-breach.rules';
import {
  breachKey,
  findBreaches,
  type CardLimitFacts,
  type CardPolicyFacts,
  type Purchase,
} from './card-controls.rules';
import { cardLabel, transactionKey } from './card-label';
import { adopt } from './card-policy.rules';

const RULE = { title: 'Purchasing card policy', section: 's. 4', url: null };
const policy: CardPolicyFacts = {
  ...{ fromOn: '2026-01-01', untilOn: null, rule: RULE, transactionPence: 50_000, monthPence: 200_000 },
  ...{ receiptDays: 10, blockedCategories: ['Betting', 'cash disbursement'], noWeekends: true, splitDays: 2 },
};
/** A Wednesday. */
const DAY = '2026-03-04';
const detail = { card: 'card_1', cardholder: 'Ann Example', approver: 'Bea Sample', receiptOn: DAY };
const purchase = (change: Partial<Purchase> = {}): Purchase => ({
  ...{ key: 'T1', day: DAY, amountPence: 10_000, merchant: 'Corner Shop', category: 'Grocery', detail },
  ...change,
});
const check = (
  purchases: readonly Purchase[],
  limits: readonly CardLimitFacts[] = [],
  today = '2026-03-20',
) => findBreaches(purchases, [policy], limits, today);
const kinds = (...purchases: readonly Purchase[]) => check(purchases).map(({ kind }) => kind);

describe('a purchase by card', () => {
  test('that keeps to the policy is no breach', () => expect(kinds(purchase())).toEqual([]));

  test('is not to be approved by its cardholder, however the name is written', () => {
    const self = { ...detail, approver: 'EXAMPLE, Ann' };
    expect(kinds(purchase({ detail: self }))).toEqual(['APPROVER_IS_CARDHOLDER']);
    expect(kinds(purchase({ detail: { ...detail, approver: null } }))).toEqual(['NO_APPROVER']);
  });

  test('is within the limit for one purchase to the penny', () => {
    expect(kinds(purchase({ amountPence: 50_000 }))).toEqual([]);
    expect(check([purchase({ amountPence: 50_001 })])).toMatchObject([
      { kind: 'OVER_TRANSACTION_LIMIT', figure: 50_001, fence: 50_000, rule: RULE },
    ]);
  });

  test('is held to the limits of its card from the day on which they hold', () => {
    const limit = { card: 'card_1', fromOn: DAY, untilOn: null, transactionPence: 5000, monthPence: 200_000 };
    expect(check([purchase()], [limit])).toMatchObject([{ kind: 'OVER_TRANSACTION_LIMIT', fence: 5000 }]);
    expect(check([purchase({ day: addDays(DAY, -1) })], [limit])).toEqual([]);
    expect(check([purchase({ detail: { ...detail, card: 'card_2' } })], [limit])).toEqual([]);
  });

  test.each([
    ['Betting', ['BLOCKED_CATEGORY']],
    ['Cash Disbursement - Manual', ['BLOCKED_CATEGORY']],
    ['Abetting Services', []],
    [null, []],
  ])('from a merchant of category %s', (category, found) => {
    expect(kinds(purchase({ category }))).toEqual(found);
  });

  test('has its receipt within the days of the policy', () => {
    const receipt = (receiptOn: string | null, today: string) =>
      check([purchase({ detail: { ...detail, receiptOn } })], [], today).map(({ kind, figure }) => [
        kind,
        figure,
      ]);
    expect(receipt('2026-03-14', '2026-04-01')).toEqual([]);
    expect(receipt('2026-03-15', '2026-04-01')).toEqual([['RECEIPT_LATE', 11]]);
    expect(receipt(null, '2026-03-14')).toEqual([]);
    expect(receipt(null, '2026-03-15')).toEqual([['RECEIPT_MISSING', 11]]);
  });

  test('at a weekend is looked into', () => {
    expect(kinds(purchase({ day: '2026-03-07', detail: null }))).toEqual(['WEEKEND']);
    expect(kinds(purchase({ day: '2026-03-06', detail: null }))).toEqual([]);
  });

  test('without detail says nothing of approval and receipt', () => {
    expect(kinds(purchase({ detail: null }))).toEqual([]);
  });

  test('on a day before there was a policy is not checked', () => {
    expect(kinds(purchase({ day: '2025-12-31', amountPence: 9_000_000 }))).toEqual([]);
  });
});

describe('the purchases of a card', () => {
  test('of one month keep to its limit, money given back taken off', () => {
    const month = ['a', 'b', 'c', 'd', 'e'].map((key, index) =>
      purchase({ key, day: addDays('2026-03-02', index), merchant: key, amountPence: 50_000 }),
    );
    expect(check(month)).toMatchObject([
      { kind: 'OVER_MONTHLY_LIMIT', figure: 250_000, fence: 200_000, day: '2026-03-06' },
    ]);
    const back = purchase({ key: 'f', merchant: 'f', amountPence: -50_000, day: '2026-03-10' });
    expect(check([...month, back])).toEqual([]);
  });

  test('from one merchant within the days are one purchase split, when they are together above the limit', () => {
    const parts = (...days: string[]) =>
      days.map((day, index) => purchase({ key: `T${index}`, day, amountPence: 30_000 }));
    expect(check(parts(DAY, DAY))).toMatchObject([
      { kind: 'SPLIT_PURCHASE', figure: 60_000, fence: 50_000, purchases: [{ key: 'T0' }, { key: 'T1' }] },
    ]);
    expect(kinds(...parts(DAY, addDays(DAY, 1)))).toEqual(['SPLIT_PURCHASE']);
    expect(kinds(...parts('2026-03-03', '2026-03-05'))).toEqual([]);
    const elsewhere = purchase({ key: 'T9', amountPence: 30_000, merchant: 'Other Shop' });
    expect(kinds(...parts(DAY), elsewhere)).toEqual([]);
  });

  test('are recognised when the checks run again', () => {
    const missing = purchase({ detail: { ...detail, receiptOn: null } });
    const late = purchase({ detail: { ...detail, receiptOn: '2026-04-01' } });
    expect(breachKey(check([missing])[0]!)).toBe(breachKey(check([late])[0]!));
  });
});

describe('a breach', () => {
  const facts = { state: 'OPEN' as const, explainedBy: null, rule: RULE, amountPence: 1000 };
  const kindsOf = (decision: ReturnType<typeof explainBreach>) =>
    decision.ok ? [decision.state] : decision.problems.map(({ kind }) => kind);

  test('is explained in writing, once', () => {
    expect(kindsOf(explainBreach(facts, 'The till was down.'))).toEqual(['EXPLAINED']);
    expect(kindsOf(explainBreach({ ...facts, state: 'UPHELD' }, ' '))).toEqual([
      'WrongState',
      'InvalidInput',
    ]);
  });

  test('is decided by somebody else than whoever explained it, by the rule that was broken', () => {
    const explained = { ...facts, state: 'EXPLAINED' as const, explainedBy: 'a' };
    const decision = decideBreach(explained, 'ACCEPTED', 'Seen.', 'a');
    expect(decision).toMatchObject({ problems: [{ kind: 'Ineligible', rule: RULE }] });
    expect(kindsOf(decideBreach(explained, 'ACCEPTED', 'Seen.', 'b'))).toEqual(['ACCEPTED']);
    expect(kindsOf(decideBreach(facts, 'ACCEPTED', 'Seen.', 'b'))).toEqual(['WrongState']);
    expect(kindsOf(decideBreach(facts, 'DISMISSED', ' ', 'b'))).toEqual(['InvalidInput']);
  });

  test('that was upheld is settled for at most what was bought', () => {
    const upheld = { ...facts, state: 'UPHELD' as const };
    expect(kindsOf(settleBreach(upheld, 1000, 'Paid back.'))).toEqual(['SETTLED']);
    expect(kindsOf(settleBreach(upheld, 1001, 'Paid back.'))).toEqual(['LimitExceeded']);
    expect(kindsOf(settleBreach(facts, 0, ' '))).toEqual(['WrongState', 'InvalidInput']);
  });
});

test('a policy follows the one before it, and does not change what has held', () => {
  const limits = { transactionPence: 1, monthPence: 2 };
  const there = [{ fromOn: '2026-01-01', untilOn: null }];
  expect(adopt(there, '2026-07-01', limits)).toEqual({ ok: true, lastDayBefore: '2026-06-30' });
  expect(adopt(there, '2026-01-01', limits)).toMatchObject({ problems: [{ path: ['fromOn'] }] });
  expect(adopt([], '2026-01-01', { transactionPence: 3, monthPence: 2 })).toMatchObject({
    problems: [{ kind: 'LimitExceeded' }],
  });
});

test('no full card number is kept', () => {
  expect(cardLabel('4929 1234 5678 9012')).toBe('card ending 9012');
  expect(cardLabel('1234')).toBe('1234');
  expect(transactionKey(' ab 12 ')).toBe('AB12');
});
