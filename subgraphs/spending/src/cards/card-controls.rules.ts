import { sumPence, type Pence } from '@coop/shared/money';
import type { Rule } from '@coop/shared/problems';
import { addDays, dayOfWeek, daysBetween, type LocalDate } from '@coop/shared/time';
import type { BreachKind } from './breach-kinds';

/** A purchase by card, with what is known of it. */
export interface Purchase {
  /** The reference of the transaction: by this it is recognised in every import. */
  readonly key: string;
  readonly day: LocalDate;
  /** Negative for money given back. */
  readonly amountPence: Pence;
  readonly merchant: string;
  readonly category: string | null;
  /** What the detail of the card says; null where none was imported: then nothing can be said of approval or receipt. */
  readonly detail: PurchaseDetail | null;
}

/** Who bought, who approved, and when the receipt came. */
export interface PurchaseDetail {
  readonly card: string;
  readonly cardholder: string;
  readonly approver: string | null;
  readonly receiptOn: LocalDate | null;
}

/** A council's own rules for cards, from a day on. */
export interface CardPolicyFacts {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly rule: Rule;
  readonly transactionPence: Pence;
  readonly monthPence: Pence;
  readonly receiptDays: number;
  /** Names of merchant categories, or words in them. */
  readonly blockedCategories: readonly string[];
  readonly noWeekends: boolean;
  /** Purchases from one merchant within so many days are looked at together. */
  readonly splitDays: number;
}

/** The limits of one card, where they differ from the policy's, from a day on. */
export interface CardLimitFacts {
  readonly card: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly transactionPence: Pence;
  readonly monthPence: Pence;
}

/** A breach of the rules for cards. */
export interface BreachFinding {
  readonly kind: BreachKind;
  readonly purchases: readonly Purchase[];
  readonly card: string | null;
  /** The day of the last purchase. */
  readonly day: LocalDate;
  readonly amountPence: Pence;
  /** What was found and what would have been allowed: pence, or days for receipts; null where nothing is measured. */
  readonly figure: number | null;
  readonly fence: number | null;
  /** The council's own policy as it stood on the day. */
  readonly rule: Rule;
}

const holds = <Row extends { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null }>(
  rows: readonly Row[],
  day: LocalDate,
): Row | null =>
  rows.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day <= untilOn)) ?? null;

/** A person's name as it is compared: the same for `Smith, Ann` and `ann SMITH`. */
const personKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .sort()
    .join(' ');

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** True where one of the blocked names stands in the category as whole words. */
function isBlocked(category: string, blocked: readonly string[]): boolean {
  const text = ` ${plain(category)} `;
  return blocked.some((name) => plain(name) !== '' && text.includes(` ${plain(name)} `));
}

/**
 * Checks purchases by card against the council's own policy as it stood on the day of each. A purchase on a day for
 * which no policy is on record is not checked.
 */
export function findBreaches(
  purchases: readonly Purchase[],
  policies: readonly CardPolicyFacts[],
  limits: readonly CardLimitFacts[],
  today: LocalDate,
): BreachFinding[] {
  const byCard = new Map<string, CardLimitFacts[]>();
  for (const limit of limits) byCard.set(limit.card, [...(byCard.get(limit.card) ?? []), limit]);
  const limitOf = (card: string | null, day: LocalDate, policy: CardPolicyFacts) =>
    (card === null ? null : holds(byCard.get(card) ?? [], day)) ?? policy;
  return [
    ...purchases.flatMap((purchase) => {
      const policy = holds(policies, purchase.day);
      if (!policy || purchase.amountPence <= 0) return [];
      const limit = limitOf(purchase.detail?.card ?? null, purchase.day, policy);
      return breachesOf(purchase, policy, limit.transactionPence, today);
    }),
    ...overMonth(purchases, policies, limitOf),
    ...splits(purchases, policies, limitOf),
  ];
}

function breachesOf(
  purchase: Purchase,
  policy: CardPolicyFacts,
  transactionPence: Pence,
  today: LocalDate,
): BreachFinding[] {
  const { day, amountPence, category, detail } = purchase;
  const found: BreachFinding[] = [];
  const breach = (kind: BreachKind, figure: number | null = null, fence: number | null = null) =>
    void found.push({
      ...{ kind, figure, fence, day, amountPence, rule: policy.rule },
      purchases: [purchase],
      card: detail?.card ?? null,
    });
  if (amountPence > transactionPence) breach('OVER_TRANSACTION_LIMIT', amountPence, transactionPence);
  if (category !== null && isBlocked(category, policy.blockedCategories)) breach('BLOCKED_CATEGORY');
  if (policy.noWeekends && dayOfWeek(day) >= 6) breach('WEEKEND');
  if (detail === null) return found;
  if (detail.approver === null) breach('NO_APPROVER');
  else if (personKey(detail.approver) === personKey(detail.cardholder)) breach('APPROVER_IS_CARDHOLDER');
  if (detail.receiptOn !== null) {
    const days = daysBetween(day, detail.receiptOn);
    if (days > policy.receiptDays) breach('RECEIPT_LATE', days, policy.receiptDays);
  } else if (today > addDays(day, policy.receiptDays))
    breach('RECEIPT_MISSING', daysBetween(day, today), policy.receiptDays);
  return found;
}

type LimitOf = (
  card: string | null,
  day: LocalDate,
  policy: CardPolicyFacts,
) => { readonly transactionPence: Pence; readonly monthPence: Pence };

const inOrder = (a: Purchase, b: Purchase): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

function groups(purchases: readonly Purchase[], keyOf: (purchase: Purchase) => string | null) {
  const found = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    const key = keyOf(purchase);
    if (key === null) continue;
    const group = found.get(key);
    if (group) group.push(purchase);
    else found.set(key, [purchase]);
  }
  return [...found.values()].map((group) => group.sort(inOrder));
}

/** What a card bought in a calendar month, money given back taken off, against the limit on the last day. */
function overMonth(
  purchases: readonly Purchase[],
  policies: readonly CardPolicyFacts[],
  limitOf: LimitOf,
): BreachFinding[] {
  return groups(purchases, ({ detail, day }) =>
    detail === null ? null : `${detail.card} ${day.slice(0, 7)}`,
  ).flatMap((month) => {
    const { day, detail } = month.at(-1)!;
    const policy = holds(policies, day);
    if (!policy || !detail) return [];
    const amountPence = sumPence(month.map((purchase) => purchase.amountPence));
    const fence = limitOf(detail.card, day, policy).monthPence;
    if (amountPence <= fence) return [];
    const { rule } = policy;
    return [
      {
        ...{ kind: 'OVER_MONTHLY_LIMIT' as const, purchases: month, card: detail.card, day },
        ...{ amountPence, figure: amountPence, fence, rule },
      },
    ];
  });
}

/** Runs of purchases of one card from one merchant, each within the limit for one purchase and together above it. */
function splits(
  purchases: readonly Purchase[],
  policies: readonly CardPolicyFacts[],
  limitOf: LimitOf,
): BreachFinding[] {
  const found: BreachFinding[] = [];
  for (const group of groups(purchases, ({ detail, merchant, amountPence }) =>
    detail === null || amountPence <= 0 ? null : `${detail.card} ${plain(merchant)}`,
  )) {
    let run: Purchase[] = [];
    const finish = () => {
      const last = run.at(-1);
      const policy = last ? holds(policies, last.day) : null;
      if (last?.detail && policy && run.length > 1) {
        const fence = limitOf(last.detail.card, last.day, policy).transactionPence;
        const each = run.filter(({ amountPence }) => amountPence <= fence);
        const amountPence = sumPence(each.map((purchase) => purchase.amountPence));
        if (each.length > 1 && amountPence > fence)
          found.push({
            ...{ kind: 'SPLIT_PURCHASE', purchases: each, card: last.detail.card, day: last.day },
            ...{ amountPence, figure: amountPence, fence, rule: policy.rule },
          });
      }
      run = [];
    };
    for (const purchase of group) {
      const first = run[0];
      const days = first ? (holds(policies, first.day)?.splitDays ?? 0) : 0;
      if (first && daysBetween(first.day, purchase.day) >= days) finish();
      run.push(purchase);
    }
    finish();
  }
  return found;
}

/** By what a breach is recognised when the checks run again: its kind and its purchases. */
export function breachKey({ kind, purchases, card, day }: BreachFinding): string {
  // A month grows while it runs, and stays one breach.
  if (kind === 'OVER_MONTHLY_LIMIT') return `${kind} ${card} ${day.slice(0, 7)}`;
  if (kind === 'SPLIT_PURCHASE') return `${kind} ${card} ${purchases[0]!.key}`;
  // A receipt that was missing and came late is the same breach.
  const name = kind === 'RECEIPT_MISSING' ? 'RECEIPT_LATE' : kind;
  return `${name} ${purchases[0]!.key}`;
}
