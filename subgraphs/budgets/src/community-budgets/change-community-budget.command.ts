import { In } from 'typeorm';
import { defineCommand, done, versionProblems, type JsonValue, type Tx } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { refuse, type Decision } from '@coop/shared/problems';
import { keepBudget } from '../access';
import { lockBudget } from './locked-budget.command';
import {
  CommunityBudgetArrangeAccountabilityInput,
  CommunityBudgetCloseInput,
  CommunityBudgetDescribeInput,
  CommunityBudgetPrioritiseInput,
} from './community-budget-inputs.types';
import {
  BudgetAccountability,
  CommunityBudgetCouncil,
  CommunityBudgetPriority,
} from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import { arrangeAccountability as mayArrange } from './accountability.rules';
import { closeBudget, describeBudget } from './community-budget.rules';
import { prioritise } from './priorities.rules';
import { partnersOfLocked, prioritiesOfLocked } from './locked.queries';
import { closingStanding, prioritiesInUse } from './settlement.queries';

/** What comes of a change: columns of the budget, and what the trail is told. */
interface Change {
  readonly columns: Partial<CommunityBudget>;
  readonly changes: Readonly<Record<string, JsonValue>>;
  /** Writes what stands in tables of its own. */
  write?(): Promise<void>;
}

/** Changes a budget that is locked: for an officer of the council that keeps it. */
async function change(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
  decide: (budget: CommunityBudget) => Promise<Decision<Change>>,
) {
  const locked = await lockBudget(tx, id, keepBudget, ['id']);
  if (!locked.ok) return locked;
  const { budget } = locked;
  const problems = versionProblems(budget, expectedVersion);
  const decision = await decide(budget);
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  if (problems.length > 0) return refuse(...problems);
  await decision.write?.();
  await tx.update(Object.assign(budget, decision.columns));
  return done({ council: budget.gssCode, subject: id, changes: decision.changes });
}

/** Says anew what a community budget is called and what it is for. */
export const describeCommunityBudget = defineCommand({
  name: 'communityBudgetDescribe',
  input: CommunityBudgetDescribeInput,
  handle: (tx, { name, description, ...input }) =>
    change(tx, input, async ({ id, state }) => {
      const decision = describeBudget(state, name, description);
      if (!decision.ok) return decision;
      const nameSort = textSort(name);
      return {
        ...{ ok: true, columns: { name, nameSort, description }, changes: { name } },
        write: async () => {
          const listed = await tx.manager.findBy(CommunityBudgetCouncil, { budgetId: id });
          for (const row of listed) await tx.update(Object.assign(row, { nameSort }));
        },
      };
    }),
});

/** Puts the priorities of a community budget in their order. Those that stay keep their id, since money goes by it. */
export const prioritiseCommunityBudget = defineCommand({
  name: 'communityBudgetPrioritise',
  input: CommunityBudgetPrioritiseInput,
  handle: (tx, { priorities, ...input }) =>
    change(tx, input, async ({ id: budgetId, gssCode, state }) => {
      const there = await prioritiesOfLocked(tx, budgetId);
      const decision = prioritise(
        state,
        priorities.map(({ id, theme }) => ({ id: id ?? null, theme, themeSort: textSort(theme) })),
        there.map(({ id, theme }) => ({ id, theme, themeSort: textSort(theme) })),
        await prioritiesInUse(tx.manager, budgetId),
      );
      if (!decision.ok) return decision;
      const { kept, dropped } = decision;
      return {
        ...{ ok: true, columns: {}, changes: { priorities: priorities.map(({ theme }) => theme) } },
        write: async () => {
          await tx.manager.delete(CommunityBudgetPriority, { id: In([...dropped]) });
          for (const [index, { theme }] of priorities.entries()) {
            const row = there.find(({ id }) => id === kept[index]);
            const said = { rank: index + 1, theme };
            if (row) await tx.update(Object.assign(row, said));
            else
              await tx.insert(CommunityBudgetPriority, {
                ...{ id: tx.newId('budgetpriority'), gssCode, budgetId, ...said },
              });
          }
        },
      };
    }),
});

/** Says who answers for what in a community budget. */
export const arrangeAccountability = defineCommand({
  name: 'communityBudgetArrangeAccountability',
  input: CommunityBudgetArrangeAccountabilityInput,
  handle: (tx, { duties, ...input }) =>
    change(tx, input, async ({ id: budgetId, gssCode, state }) => {
      const partners = await partnersOfLocked(tx, budgetId);
      const said = duties.map(({ partnerId, ...duty }) => ({ ...duty, partnerId: partnerId ?? null }));
      const decision = mayArrange(state, said, new Set(partners.map(({ id }) => id)));
      if (!decision.ok) return decision;
      return {
        ...{ ok: true, columns: {}, changes: { duties: said.map(({ duty }) => duty) } },
        write: async () => {
          await tx.manager.delete(BudgetAccountability, { budgetId });
          await tx.insertMany(
            BudgetAccountability,
            said.map(({ duty, name, statement, partnerId }, position) => ({
              ...{
                id: tx.newId('budgetduty'),
                gssCode,
                budgetId,
                position,
                duty,
                name,
                statement,
                partnerId,
              },
            })),
          );
        },
      };
    }),
});

/** Closes a community budget in which nothing is open, once it is recorded what becomes of what is left. */
export const closeCommunityBudget = defineCommand({
  name: 'communityBudgetClose',
  input: CommunityBudgetCloseInput,
  handle: (tx, { statementOfReasons, balanceStatement, ...input }) =>
    change(tx, input, async ({ id, state }) => {
      const standing = await closingStanding(tx.manager, id);
      const said = { statementOfReasons, balanceStatement: balanceStatement ?? '' };
      const decision = closeBudget(state, standing, said);
      if (!decision.ok) return decision;
      const { unsettledPence } = standing;
      return {
        ok: true,
        columns: {
          ...{ state: decision.state, closedOn: tx.today, statementOfReasons },
          balanceStatement: unsettledPence > 0 ? said.balanceStatement : null,
        },
        changes: { state: decision.state, unsettledPence },
      };
    }),
});
