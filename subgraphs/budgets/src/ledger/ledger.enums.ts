import { graphqlEnum } from '@coop/shared/graphql';
import { commitmentLifecycle } from './commitment.lifecycle';
import { contributionLifecycle } from './contribution.lifecycle';
import { ACCOUNT_KINDS, POSTING_KINDS, RESOURCE_FORMS } from './ledger.law';

/** In which form something is put in. */
export const ResourceForm = graphqlEnum(
  'ResourceForm',
  'In which form a partner puts something in. The three are never moved into one another.',
  RESOURCE_FORMS,
);
export type ResourceForm = keyof typeof ResourceForm;

/** What an account stands for. */
export const LedgerAccountKind = graphqlEnum(
  'LedgerAccountKind',
  'What an account of the ledger stands for.',
  ACCOUNT_KINDS,
);
export type LedgerAccountKind = keyof typeof LedgerAccountKind;

/** Why something was posted. */
export const LedgerPostingKind = graphqlEnum('LedgerPostingKind', 'Why something was posted.', POSTING_KINDS);
export type LedgerPostingKind = keyof typeof LedgerPostingKind;

/** Where a contribution stands. */
export const ContributionState = graphqlEnum(
  'ContributionState',
  'Where a contribution of a partner stands.',
  contributionLifecycle.states,
);
export type ContributionState = keyof typeof ContributionState;

/** Where spending out of an allocation stands. */
export const BudgetCommitmentState = graphqlEnum(
  'BudgetCommitmentState',
  'Where spending out of an allocation stands.',
  commitmentLifecycle.states,
);
export type BudgetCommitmentState = keyof typeof BudgetCommitmentState;

/** What a member of the panel said. */
export const BudgetPanelVerdict = graphqlEnum(
  'BudgetPanelVerdict',
  'What a member of the panel said to spending.',
  {
    APPROVED: 'The money should be spent so.',
    REJECTED: 'It should not.',
  },
);
export type BudgetPanelVerdict = keyof typeof BudgetPanelVerdict;
