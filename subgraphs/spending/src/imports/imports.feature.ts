import type { Feature } from '@coop/shared/graphql';
import { finishForgetting } from './forget-suppliers.command';
import { importMigrations } from './imports.migrations';
import { PaymentSighting, SpendImportRecord, SpendingKey } from './spend-import.entity';
import { spendImportLifecycle } from './spend-import.lifecycle';
import { CouncilImportsResolver, SpendImportResolver } from './spend-import.resolver';
import { spendImporter } from './spend.import';

/** Files of payments: read, superseded, withdrawn. */
export const imports: Feature = {
  resolvers: [CouncilImportsResolver, SpendImportResolver],
  entities: [SpendImportRecord, PaymentSighting, SpendingKey],
  migrations: importMigrations,
  importers: [spendImporter],
  goOn: finishForgetting,
  lifecycles: [spendImportLifecycle],
};
