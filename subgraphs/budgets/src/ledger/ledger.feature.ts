import type { Feature } from '@coop/shared/graphql';
import { Allocation } from './allocation.entity';
import { BookMutations } from './book-mutations.resolver';
import { BudgetLedgerResolver } from './budget-ledger.resolver';
import { CommitmentMutations } from './commitment-mutations.resolver';
import { BudgetCommitment, BudgetCommitmentVerdict, BudgetPanelMember } from './commitment.entity';
import { commitmentLifecycle } from './commitment.lifecycle';
import { BudgetCommitmentResolver, PanelMemberResolver } from './commitment.resolver';
import { ContributionMutations } from './contribution-mutations.resolver';
import { Contribution } from './contribution.entity';
import { contributionLifecycle } from './contribution.lifecycle';
import { AllocationResolver, ContributionResolver } from './contribution.resolver';
import { ledgerDemo } from './ledger.demo';
import { LedgerAccount, LedgerEntry, LedgerPeriod, LedgerPosting } from './ledger.entity';
import { ledgerMigrations } from './ledger.migrations';
import { allocationById, commitmentById, contributionById, postingById } from './ledger.queries';
import { LedgerAccountResolver, LedgerPeriodResolver, LedgerPostingResolver } from './ledger.resolver';

/** The ledger of pooled and aligned money: contributions, allocations, commitments, payments, returns. */
export const ledger: Feature = {
  resolvers: [
    BudgetLedgerResolver,
    ContributionResolver,
    AllocationResolver,
    BudgetCommitmentResolver,
    PanelMemberResolver,
    LedgerPostingResolver,
    LedgerAccountResolver,
    LedgerPeriodResolver,
    ContributionMutations,
    CommitmentMutations,
    BookMutations,
  ],
  references: {
    Contribution: ({ id }, context) => (typeof id === 'string' ? contributionById.load(context, id) : null),
    Allocation: ({ id }, context) => (typeof id === 'string' ? allocationById.load(context, id) : null),
    BudgetCommitment: ({ id }, context) => (typeof id === 'string' ? commitmentById.load(context, id) : null),
    LedgerPosting: ({ id }, context) => (typeof id === 'string' ? postingById.load(context, id) : null),
  },
  entities: [
    LedgerAccount,
    LedgerPosting,
    LedgerEntry,
    LedgerPeriod,
    Contribution,
    Allocation,
    BudgetCommitment,
    BudgetCommitmentVerdict,
    BudgetPanelMember,
  ],
  migrations: ledgerMigrations,
  demo: ledgerDemo,
  lifecycles: [contributionLifecycle, commitmentLifecycle],
};
