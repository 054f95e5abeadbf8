import type { Feature } from '@coop/shared/graphql';
import { importMigrations } from './imports.migrations';
import { NameRedaction, PaymentSighting, SpendImportRecord, SpendingKey } from './spend-import.entity';
import { CouncilImportsResolver, SpendImportResolver } from './spend-import.resolver';
import { spendImporter } from './spend.import';

/** Files of payments: read, superseded, withdrawn; names redacted in them. */
export const imports: Feature = {
  resolvers: [CouncilImportsResolver, SpendImportResolver],
  entities: [SpendImportRecord, PaymentSighting, NameRedaction, SpendingKey],
  migrations: importMigrations,
  importers: [spendImporter],
};
