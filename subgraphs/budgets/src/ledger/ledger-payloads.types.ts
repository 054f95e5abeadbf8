import { payloadType } from '@coop/shared/graphql';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { Allocation } from './allocation.entity';
import { BudgetCommitment } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { LedgerPeriodType, LedgerPostingType } from './ledger.types';

/** What `contributionPledge` answers. */
export const ContributionPledgePayload = payloadType(
  'ContributionPledgePayload',
  'contribution',
  Contribution,
);
/** What `contributionReceive` answers. */
export const ContributionReceivePayload = payloadType(
  'ContributionReceivePayload',
  'contribution',
  Contribution,
);
/** What `contributionReturn` answers. */
export const ContributionReturnPayload = payloadType(
  'ContributionReturnPayload',
  'contribution',
  Contribution,
);
/** What `contributionWithdraw` answers. */
export const ContributionWithdrawPayload = payloadType(
  'ContributionWithdrawPayload',
  'contribution',
  Contribution,
);
/** What `allocationMake` answers. */
export const AllocationMakePayload = payloadType('AllocationMakePayload', 'allocation', Allocation);
/** What `allocationUse` answers. */
export const AllocationUsePayload = payloadType('AllocationUsePayload', 'allocation', Allocation);
/** What `budgetPanelSet` answers. */
export const BudgetPanelSetPayload = payloadType('BudgetPanelSetPayload', 'communityBudget', CommunityBudget);
/** What `budgetCommitmentRequest` answers. */
export const BudgetCommitmentRequestPayload = payloadType(
  'BudgetCommitmentRequestPayload',
  'commitment',
  BudgetCommitment,
);
/** What `budgetCommitmentApprove` answers. */
export const BudgetCommitmentApprovePayload = payloadType(
  'BudgetCommitmentApprovePayload',
  'commitment',
  BudgetCommitment,
);
/** What `budgetCommitmentReject` answers. */
export const BudgetCommitmentRejectPayload = payloadType(
  'BudgetCommitmentRejectPayload',
  'commitment',
  BudgetCommitment,
);
/** What `budgetCommitmentWithdraw` answers. */
export const BudgetCommitmentWithdrawPayload = payloadType(
  'BudgetCommitmentWithdrawPayload',
  'commitment',
  BudgetCommitment,
);
/** What `budgetCommitmentPay` answers. */
export const BudgetCommitmentPayPayload = payloadType(
  'BudgetCommitmentPayPayload',
  'commitment',
  BudgetCommitment,
);
/** What `budgetCommitmentRelease` answers. */
export const BudgetCommitmentReleasePayload = payloadType(
  'BudgetCommitmentReleasePayload',
  'commitment',
  BudgetCommitment,
);
/** What `ledgerJournalPost` answers. */
export const LedgerJournalPostPayload = payloadType('LedgerJournalPostPayload', 'posting', LedgerPostingType);
/** What `ledgerPostingCorrect` answers. */
export const LedgerPostingCorrectPayload = payloadType(
  'LedgerPostingCorrectPayload',
  'posting',
  LedgerPostingType,
);
/** What `ledgerPeriodClose` answers. */
export const LedgerPeriodClosePayload = payloadType('LedgerPeriodClosePayload', 'period', LedgerPeriodType);
