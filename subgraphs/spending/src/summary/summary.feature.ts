import type { Feature } from '@coop/shared/graphql';
import { SpendPatternsResolver } from './patterns.resolver';
import { SpendCell } from './spend-cell.entity';
import { SpendCoverage } from './spend-coverage.entity';
import { SpendTotal } from './spend-total.entity';
import { summaryExporter } from './summary.export';
import { summaryMigrations } from './summary.migrations';
import { CouncilSummaryResolver, SpendGroupResolver, SummaryResolver } from './summary.resolver';

/** Totals and shares of what councils pay, out of kept roll-ups. */
export const summaries: Feature = {
  resolvers: [SummaryResolver, SpendGroupResolver, CouncilSummaryResolver, SpendPatternsResolver],
  entities: [SpendCell, SpendTotal, SpendCoverage],
  migrations: summaryMigrations,
  exporters: [summaryExporter],
};
