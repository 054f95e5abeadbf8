import { defineCommand, done } from '@coop/shared/commands';
import { keepLedger } from '../access';
import { lockBudget } from '../community-budgets/locked-budget.command';
import { closedUntil, firstPostedOn } from './book.queries';
import { LedgerPeriodCloseInput } from './book-inputs.types';
import { LedgerPeriod } from './ledger.entity';
import { closePeriod as mayClose } from './period.rules';
import { balancesOn, postingsUpTo } from './statement.queries';

/** Closes a budget's accounts up to a day, and keeps the balances of that day: for the treasurer. */
export const closePeriod = defineCommand({
  name: 'ledgerPeriodClose',
  input: LedgerPeriodCloseInput,
  async handle(tx, { budgetId, until }) {
    const locked = await lockBudget(tx, budgetId, keepLedger);
    if (!locked.ok) return locked;
    const { budget } = locked;
    const closed = await closedUntil(tx.manager, budgetId);
    const decision = mayClose(until, tx.today, closed, await firstPostedOn(tx.manager, budgetId));
    if (!decision.ok) return decision;
    const period = await tx.insert(LedgerPeriod, {
      ...{ id: tx.newId('period'), gssCode: budget.gssCode, fundId: budgetId },
      ...{ fromOn: decision.from, untilOn: until, closedAt: tx.now },
      postingCount: await postingsUpTo(tx.manager, budgetId, until),
      closing: await balancesOn(tx.manager, budgetId, until),
    });
    const changes = { budget: budgetId, from: decision.from, until };
    return done({ council: budget.gssCode, subject: period.id, changes });
  },
});
