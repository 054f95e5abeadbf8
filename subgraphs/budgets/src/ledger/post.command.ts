import type { Tx } from '@coop/shared/commands';
import { accept, decide, refuse, type Decision } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { accountsOf, closedUntil, movementsAfter, nextNumber } from './book.queries';
import { LedgerAccount, LedgerEntry, LedgerPosting } from './ledger.entity';
import type { PostingKind } from './ledger.law';
import { postingDayProblems } from './period.rules';
import {
  accountKeyText,
  balancesAfter,
  lineProblems,
  pastDayProblems,
  type PostingLine,
} from './posting.rules';

/** What has a book of its own: a community budget or a ward budget, locked by the command that posts. */
export interface Fund {
  readonly id: string;
  readonly gssCode: string;
}

/** A posting as a command wants it. */
export interface PostingDraft {
  readonly kind: PostingKind;
  readonly postedOn: LocalDate;
  readonly narrative: string;
  /** Id of what it is of. */
  readonly subjectId: string;
  readonly lines: readonly PostingLine[];
  /** Id of the posting that it turns round. */
  readonly reverses?: string;
  readonly illustrative?: boolean;
  /** Path of the input's field that a lack of money is told at; `amountPence` unless told. */
  readonly path?: readonly string[];
}

/**
 * Posts to a fund's book: the one way in which balances change. The posting, its entries and the kept balances are
 * written together or not at all; refused when it does not balance, when its day is closed, or when an account would
 * come to stand below nothing, on that day or any since. The caller holds the lock on the fund.
 */
export async function post(
  tx: Tx,
  fund: Fund,
  draft: PostingDraft,
): Promise<Decision<{ readonly postingId: string }>> {
  const { kind, postedOn, narrative, subjectId, lines, reverses = null } = draft;
  const unbalanced = lineProblems(lines);
  if (unbalanced.length > 0) return refuse(...unbalanced);
  const day = postingDayProblems(postedOn, tx.today, await closedUntil(tx.manager, fund.id));
  const keys = lines.map(({ account }) => account);
  const found = await accountsOf(tx.manager, fund.id, keys);
  const accounts = new Map(found.map((account) => [accountKeyText(account), account]));
  const balances = new Map(found.map((account) => [accountKeyText(account), account.balancePence]));
  const decision = balancesAfter(lines, balances, draft.path);
  if (!decision.ok) return refuse(...day, ...decision.problems);
  if (day.length > 0) return decide(day, { postingId: '' });
  if (postedOn < tx.today) {
    const later = await movementsAfter(
      tx.manager,
      found.map(({ id }) => id),
      postedOn,
    );
    const past = lines.flatMap((line) => {
      const key = accountKeyText(line.account);
      const own = later.filter(({ accountId }) => accountId === accounts.get(key)?.id);
      return pastDayProblems(line, decision.balances.get(key) ?? 0, own, postedOn);
    });
    if (past.length > 0) return refuse(...past);
  }

  const postingId = tx.newId('posting');
  const [{ account: first }] = lines as readonly [PostingLine, ...PostingLine[]];
  await tx.insert(LedgerPosting, {
    ...{ id: postingId, gssCode: fund.gssCode, fundId: fund.id, kind, form: first.form },
    ...{ number: await nextNumber(tx.manager, fund.id), postedOn, recordedAt: tx.now },
    amountPence: lines.reduce((sum, { amountPence }) => sum + Math.max(0, amountPence), 0),
    ...{ narrative, subjectId, reverses, illustrative: draft.illustrative ?? false },
  });
  const entries: Partial<LedgerEntry>[] = [];
  for (const [index, { account: key, amountPence }] of lines.entries()) {
    const text = accountKeyText(key);
    const balancePence = decision.balances.get(text) ?? 0;
    const known = accounts.get(text);
    const account = known
      ? await tx.update(Object.assign(known, { balancePence }))
      : await tx.insert(LedgerAccount, {
          ...{ id: tx.newId('account'), gssCode: fund.gssCode, fundId: fund.id, ...key, balancePence },
        });
    const position = index + 1;
    entries.push({
      ...{ id: `${postingId}_${position}`, gssCode: fund.gssCode, fundId: fund.id, postingId, position },
      ...{ accountId: account.id, postedOn, amountPence },
    });
  }
  await tx.insertMany(LedgerEntry, entries);
  return accept({ postingId });
}
