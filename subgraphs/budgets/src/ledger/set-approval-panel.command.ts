import { defineCommand, done, versionProblems, type Command } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepLedger, seatKey } from '../access';
import { lockBudget } from '../community-budgets/locked-budget.command';
import { unknownProblems } from '../community-budgets/directory.rules';
import type { Directory } from '../community-budgets/directory.queries';
import { BudgetPanelMember } from './commitment.entity';
import { panelProblems } from './commitment.rules';
import { BudgetPanelSetInput } from './ledger-inputs.types';
import { accountProblems, nameProblems } from './party.rules';

/**
 * Says who approves spending and how many have to: for the treasurer. What was said before stays said.
 * @param directory what the directory says of the organisations that members act for (`lookUp`)
 */
export const setApprovalPanel = (directory: Directory): Command<BudgetPanelSetInput> =>
  defineCommand({
    name: 'budgetPanelSet',
    input: BudgetPanelSetInput,
    async handle(tx, { id, expectedVersion, members, approvalsNeeded }) {
      const locked = await lockBudget(tx, id, keepLedger, ['id']);
      if (!locked.ok) return locked;
      const { budget } = locked;
      const parties = members.map(({ account, name, organisationId }) => ({
        ...{
          account: account.trim(),
          name,
          nameSort: textSort(name),
          organisationId: organisationId ?? null,
        },
      }));
      const problems: Problem[] = [
        ...versionProblems(budget, expectedVersion),
        ...panelProblems(parties, approvalsNeeded),
      ];
      for (const [index, { organisationId }] of members.entries())
        problems.push(
          ...unknownProblems(directory, 'Organisation', organisationId, [
            ...['members', String(index), 'organisationId'],
          ]),
        );
      for (const [index, { account, name }] of members.entries())
        for (const [field, text] of Object.entries({ account, name }))
          if (text.trim() === '')
            problems.push(
              problem.invalidInput('A member has an account and a name.', {
                path: ['members', String(index), field],
              }),
            );
      for (const [index, { account, name }] of parties.entries())
        problems.push(
          ...accountProblems(account, ['members', String(index), 'account']),
          ...nameProblems(name, ['members', String(index), 'name']),
        );
      if (problems.length > 0) return refuse(...problems);
      const there = await tx.manager.findBy(BudgetPanelMember, { fundId: id });
      // The same account within another organisation may be somebody else, who has not spoken yet.
      const known = new Map(there.map((member) => [seatKey(budget.gssCode, member), member]));
      const wanted = new Set(parties.map((party) => seatKey(budget.gssCode, party)));
      for (const [key, gone] of known) if (!wanted.has(key)) await tx.remove(gone);
      for (const party of parties) {
        const member = known.get(seatKey(budget.gssCode, party));
        if (member) await tx.update(Object.assign(member, party));
        else
          await tx.insert(BudgetPanelMember, {
            ...{ id: tx.newId('panelmember'), gssCode: budget.gssCode, fundId: id, ...party },
          });
      }
      await tx.update(Object.assign(budget, { approvalsNeeded }));
      const changes = { members: parties.length, approvalsNeeded };
      return done({ council: budget.gssCode, subject: id, changes });
    },
  });
