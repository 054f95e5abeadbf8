import type { Feature } from '@coop/shared/graphql';
import { SpendCell } from './spend-cell.entity';
import { SpendTotal } from './spend-total.entity';
import { summaryMigrations } from './summary.migrations';

/** Totals and shares of what councils pay, out of kept roll-ups. */
export const summaries: Feature = {
  entities: [SpendCell, SpendTotal],
  migrations: summaryMigrations,
};
