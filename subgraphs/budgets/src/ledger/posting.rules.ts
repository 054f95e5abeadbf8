import { assertPence, formatPence, sumPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { formatDay, type LocalDate } from '@coop/shared/time';
import {
  LEDGER_RULES,
  MOST_PENCE,
  type AccountKind,
  type PostingKind,
  type ResourceForm,
} from './ledger.law';

/** What tells one account of a fund from another. */
export interface AccountKey {
  readonly kind: AccountKind;
  readonly form: ResourceForm;
  /** Id of the partner (CONTRIBUTED, RETURNED) or of the allocation; '' where the fund has only one of it. */
  readonly owner: string;
}

/** One line of a posting: debits are positive, credits negative. */
export interface PostingLine {
  readonly account: AccountKey;
  readonly amountPence: Pence;
}

/** The key as one text. */
export const accountKeyText = ({ kind, form, owner }: AccountKey): string => `${kind} ${form} ${owner}`;

/** The balance as people read it: a partner's contribution is a credit and shows as a positive figure. */
export const normalBalance = (kind: AccountKind, balancePence: Pence): Pence =>
  kind === 'CONTRIBUTED' ? (balancePence === 0 ? 0 : -balancePence) : balancePence;

/** What an account is called in a refusal. */
const ACCOUNT_WORDS: Readonly<Record<AccountKind, string>> = {
  CONTRIBUTED: 'contributed',
  RETURNED: 'returned',
  AVAILABLE: 'available',
  ALLOCATED: 'left in the allocation',
  COMMITTED: 'committed',
  SPENT: 'spent',
};

/** How the input that asked for a posting names its amount. */
const AMOUNT = ['amountPence'] as const;

/** Whether an amount is one that can be posted: whole pence above zero. */
export function amountProblems(amountPence: number, path: readonly string[] = AMOUNT): Problem[] {
  if (Number.isSafeInteger(amountPence) && amountPence > 0 && amountPence <= MOST_PENCE) return [];
  return [
    problem.invalidInput(`An amount is more than £0.00 and at most ${formatPence(MOST_PENCE)}.`, {
      path,
      rule: LEDGER_RULES.doubleEntry,
    }),
  ];
}

/** Whether lines are a posting at all: two at least, none of them empty, in one form, and together nothing. */
export function lineProblems(lines: readonly PostingLine[], path: readonly string[] = ['lines']): Problem[] {
  const rule = LEDGER_RULES.doubleEntry;
  const problems: Problem[] = [];
  const refuse = (message: string) => problems.push(problem.invalidInput(message, { path, rule }));
  if (lines.length < 2) refuse('A posting has at least two lines.');
  const usable = lines.every(
    ({ amountPence }) =>
      Number.isSafeInteger(amountPence) && amountPence !== 0 && Math.abs(amountPence) <= MOST_PENCE,
  );
  if (!usable) refuse('Every line has an amount other than £0.00, in whole pence.');
  if (new Set(lines.map(({ account }) => account.form)).size > 1)
    refuse('Cash, gifts in kind and aligned money are not moved into one another.');
  if (new Set(lines.map(({ account }) => accountKeyText(account))).size < lines.length)
    refuse('A posting names each account once.');
  if (usable) {
    const debits = sumPence(lines.map(({ amountPence }) => Math.max(0, amountPence)));
    const credits = sumPence(lines.map(({ amountPence }) => Math.max(0, -amountPence)));
    if (debits !== credits)
      refuse(`It does not balance: debits are ${formatPence(debits)}, credits ${formatPence(credits)}.`);
  }
  return problems;
}

/**
 * The balances after a posting, or why it cannot be: no account may come to stand on the wrong side of nothing.
 * @param balances the balance of each account by its key's text, debits positive; none is £0.00
 */
export function balancesAfter(
  lines: readonly PostingLine[],
  balances: ReadonlyMap<string, Pence>,
  path: readonly string[] = AMOUNT,
): Decision<{ readonly balances: ReadonlyMap<string, Pence> }> {
  const problems: Problem[] = [...lineProblems(lines)];
  const after = new Map<string, Pence>();
  if (problems.length === 0)
    for (const { account, amountPence } of lines) {
      const key = accountKeyText(account);
      const before = balances.get(key) ?? 0;
      const balance = assertPence(before + amountPence);
      after.set(key, balance);
      if (normalBalance(account.kind, balance) >= 0) continue;
      const has = normalBalance(account.kind, before);
      const asked = Math.abs(amountPence);
      problems.push(
        problem.limitExceeded(
          `Only ${formatPence(has)} is ${ACCOUNT_WORDS[account.kind]}; ${formatPence(asked)} was asked for.`,
          has,
          asked,
          { path, rule: LEDGER_RULES.available },
        ),
      );
    }
  return decide(problems, { balances: after });
}

/** What was posted to an account on one day, debits positive. */
export interface DayMovement {
  readonly accountId: string;
  readonly postedOn: LocalDate;
  readonly amountPence: Pence;
}

/**
 * Whether an account would have stood on the wrong side of nothing at the end of a day in the past: on the day of a
 * posting that is dated back, or on one since.
 * @param balancePence what the account comes to today, after the posting
 * @param later what was posted to it on the days after the posting's, the latest day first
 */
export function pastDayProblems(
  { account, amountPence }: PostingLine,
  balancePence: Pence,
  later: readonly DayMovement[],
  postedOn: LocalDate,
): Problem[] {
  let [balance, lowest] = [balancePence, normalBalance(account.kind, balancePence)];
  for (const movement of later) {
    balance -= movement.amountPence;
    lowest = Math.min(lowest, normalBalance(account.kind, balance));
  }
  if (lowest >= 0) return [];
  const asked = Math.abs(amountPence);
  const had = Math.max(0, lowest + asked);
  return [
    problem.limitExceeded(
      `Only ${formatPence(had)} was ${ACCOUNT_WORDS[account.kind]} on every day since ${formatDay(postedOn)}; ${formatPence(asked)} was asked for. Post it on a later day.`,
      had,
      asked,
      { path: ['postedOn'], rule: LEDGER_RULES.available },
    ),
  ];
}

/** A posting of one amount from one account to another. */
export const transfer = (from: AccountKey, to: AccountKey, amountPence: Pence): PostingLine[] => [
  { account: to, amountPence },
  { account: from, amountPence: -amountPence },
];

/** The same lines turned round. */
export const reversed = (lines: readonly PostingLine[]): PostingLine[] =>
  lines.map(({ account, amountPence }) => ({ account, amountPence: -amountPence }));

/** The account of a fund that there is one of for each form: what is available. */
export const available = (form: ResourceForm): AccountKey => ({ kind: 'AVAILABLE', form, owner: '' });

/** An account that belongs to a partner or an allocation. */
export const owned = (kind: AccountKind, form: ResourceForm, owner: string): AccountKey => ({
  kind,
  form,
  owner,
});

const MOVABLE: ReadonlySet<AccountKind> = new Set(['AVAILABLE', 'ALLOCATED', 'SPENT'] as const);

/**
 * Whether a treasurer may post such lines by hand: between allocations and what is available, or spending from one
 * allocation to another. What was contributed, returned, committed or paid has records of its own.
 */
export function journalProblems(lines: readonly PostingLine[]): Problem[] {
  const path = ['lines'];
  const problems: Problem[] = [...lineProblems(lines)];
  if (lines.some(({ account }) => !MOVABLE.has(account.kind)))
    problems.push(
      problem.invalidInput(
        'A journal moves what is available, allocated or spent; everything else has a mutation of its own.',
        { path, rule: LEDGER_RULES.accountingRecords },
      ),
    );
  const recoded = lines.filter(({ account }) => account.kind === 'SPENT');
  if (problems.length === 0 && sumPence(recoded.map(({ amountPence }) => amountPence)) !== 0)
    problems.push(
      problem.invalidInput(
        'Spending is recoded to other spending. To take a payment back, correct its posting.',
        {
          path,
          rule: LEDGER_RULES.accountingRecords,
        },
      ),
    );
  return problems;
}

/** Whether a posting can be turned round. */
export function correctionProblems(kind: PostingKind, isCorrected: boolean): Problem[] {
  const details = { path: ['id'], rule: LEDGER_RULES.periods };
  if (isCorrected) return [problem.ineligible('It was corrected already.', details)];
  if (kind === 'CORRECTION')
    return [problem.ineligible('A correction is not corrected: post anew what is right.', details)];
  if (kind === 'COMMITMENT')
    return [problem.ineligible('A commitment is not corrected but released.', details)];
  if (kind === 'RELEASE')
    return [problem.ineligible('A release is not corrected: ask the panel anew.', details)];
  return [];
}
