import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { textSort } from '@coop/shared/persistence';
import {
  BudgetAccountability,
  CommunityBudgetCouncil,
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import {
  ANNOUNCED,
  COMMUNITY_BUDGET_FACTS,
  DEMO_APPROVALS_NEEDED,
  DUTY_FACTS,
  INVITED_TO_NORBITON,
} from './community-budget.facts';

const organisationId = (key: string | null): string | null =>
  key === null ? null : fixedId('organisation', key);

/** The pilots of the demo world. Their ids follow from their keys, those of partners and priorities from their places. */
export async function communityBudgetsDemo({ tx }: DemoWorld): Promise<void> {
  for (const fact of COMMUNITY_BUDGET_FACTS) {
    const { key, name, kind, council: gssCode, lead } = fact;
    const id = fixedId('communitybudget', key);
    const leadOrganisationId = organisationId(lead.organisation);
    await tx.insert(CommunityBudget, {
      ...{ id, gssCode, name, nameSort: textSort(name), kind },
      neighbourhoodId: kind === 'NEIGHBOURHOOD' ? fixedId('neighbourhood', key) : null,
      ...{
        leadKind: lead.kind,
        leadName: lead.name,
        leadOrganisationId,
        leadIsIllustrative: lead.illustrative,
      },
      ...{ isPilot: true, announcedOn: ANNOUNCED, description: fact.description },
      ...{ approvalsNeeded: DEMO_APPROVALS_NEEDED, illustrative: true },
    });
    await tx.insertMany(
      CommunityBudgetCouncil,
      [gssCode, ...fact.otherCouncils].map((councilGssCode) => ({
        ...{ id: `${councilGssCode}_${id}`, councilGssCode, budgetId: id, nameSort: textSort(name), kind },
      })),
    );
    await tx.insertMany(
      CommunityBudgetPartner,
      [lead, ...fact.partners].map((partner, index) => ({
        id: fixedId('budgetpartner', `${key}-${index}`),
        ...{ gssCode, budgetId: id, position: index, name: partner.name },
        organisationId: organisationId(partner.organisation),
        illustrative: partner.illustrative,
      })),
    );
    const duties = [
      ['KEEPS_ACCOUNTS', lead.name, 'Made up: it holds the money and shows the accounts to all.'] as const,
      ...DUTY_FACTS,
    ];
    await tx.insertMany(
      BudgetAccountability,
      duties.map(([duty, body, statement], position) => ({
        ...{ id: fixedId('budgetduty', `${key}-${position + 1}`), gssCode, budgetId: id, position },
        ...{ duty, name: body, statement },
        partnerId: duty === 'KEEPS_ACCOUNTS' ? fixedId('budgetpartner', `${key}-0`) : null,
      })),
    );
    await tx.insertMany(
      CommunityBudgetPriority,
      fact.priorities.map((theme, index) => ({
        id: fixedId('budgetpriority', `${key}-${index + 1}`),
        ...{ gssCode, budgetId: id, rank: index + 1, theme },
      })),
    );
    if (key === 'norbiton')
      await tx.insert(CommunityBudgetPartner, {
        ...{ id: fixedId('budgetpartner', `${key}-invited`), gssCode, budgetId: id, state: 'INVITED' },
        ...{ position: fact.partners.length + 1, name: INVITED_TO_NORBITON, illustrative: true },
      });
  }
}
