import { defineCommand, done, type Command } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { textSort } from '@coop/shared/persistence';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { openBudget } from '../access';
import { LEAST_APPROVALS } from '../ledger/commitment.rules';
import { CommunityBudgetOpenInput } from './community-budget-inputs.types';
import { CommunityBudgetCouncil, CommunityBudgetPartner } from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import { openBudget as mayOpen } from './community-budget.rules';
import { BUDGET_RULES } from './community-budgets.law';
import { unknownProblems } from './directory.rules';
import type { Directory } from './directory.queries';

const codeProblems = (code: string, path: readonly string[]): Problem[] =>
  isGssCode(code) ? [] : [problem.invalidInput('It has to be a GSS code.', { path })];

/** What the input names that the directory does not know, or knows to lie elsewhere. */
function misnamed(directory: Directory, input: CommunityBudgetOpenInput): Problem[] {
  const { council, neighbourhoodId = null, lead } = input;
  const problems = [
    ...unknownProblems(directory, 'Council', `council_${council}`, ['council']),
    ...unknownProblems(directory, 'Organisation', lead.organisationId, ['lead', 'organisationId']),
    ...unknownProblems(directory, 'Neighbourhood', neighbourhoodId, ['neighbourhoodId']),
    ...(input.otherCouncils ?? []).flatMap((code, index) =>
      unknownProblems(directory, 'Council', `council_${code}`, ['otherCouncils', String(index)]),
    ),
  ];
  const neighbourhood = neighbourhoodId === null ? undefined : directory.get(neighbourhoodId);
  if (neighbourhood?.kind === 'Neighbourhood' && !neighbourhood.councils.includes(council))
    problems.push(
      problem.notFound('The neighbourhood is not in the area of the council.', {
        path: ['neighbourhoodId'],
        rule: BUDGET_RULES.opening,
      }),
    );
  return problems;
}

/**
 * Opens a community budget, in which the body that leads takes part at once: for an officer or manager of the council.
 * @param directory what the directory says of what the input names (`lookUp`)
 */
export const openCommunityBudget = (directory: Directory): Command<CommunityBudgetOpenInput> =>
  defineCommand({
    name: 'communityBudgetOpen',
    input: CommunityBudgetOpenInput,
    async handle(tx, input) {
      const { council: gssCode, kind, name, description, lead, neighbourhoodId = null } = input;
      const miscoded = [
        ...codeProblems(gssCode, ['council']),
        ...(input.otherCouncils ?? []).flatMap((code, index) =>
          codeProblems(code, ['otherCouncils', String(index)]),
        ),
      ];
      if (miscoded.length > 0) return refuse(...miscoded);
      const denied = tx.demand(openBudget, { gssCode });
      if (denied.length > 0) return refuse(...denied);
      const openedOn = input.openedOn ?? tx.today;
      const otherCouncils = input.otherCouncils ?? [];
      const decision = mayOpen(
        {
          ...{ kind, name, description, openedOn, council: gssCode, otherCouncils, neighbourhoodId },
          ...{ leadName: lead.name, leadAgreedBy: lead.agreedBy },
        },
        tx.today,
      );
      const problems = misnamed(directory, input);
      if (!decision.ok) return refuse(...decision.problems, ...problems);
      if (problems.length > 0) return refuse(...problems);
      const [id, nameSort] = [tx.newId('communitybudget'), textSort(name)];
      const organisationId = lead.organisationId ?? null;
      await tx.insert(CommunityBudget, {
        ...{ id, gssCode, name, nameSort, kind, state: decision.state, neighbourhoodId, openedOn },
        ...{ leadKind: lead.kind, leadName: lead.name, leadOrganisationId: organisationId },
        ...{ isPilot: false, description, approvalsNeeded: LEAST_APPROVALS, illustrative: false },
      });
      await tx.insertMany(
        CommunityBudgetCouncil,
        [gssCode, ...otherCouncils].map((councilGssCode) => ({
          ...{ id: `${councilGssCode}_${id}`, councilGssCode, budgetId: id, nameSort, kind },
        })),
      );
      await tx.insert(CommunityBudgetPartner, {
        ...{
          id: tx.newId('budgetpartner'),
          gssCode,
          budgetId: id,
          position: 0,
          name: lead.name,
          organisationId,
        },
        ...{ state: 'JOINED', joinedOn: openedOn, agreedBy: lead.agreedBy },
      });
      return done({ council: gssCode, subject: id, changes: { kind, openedOn, lead: organisationId } });
    },
  });
