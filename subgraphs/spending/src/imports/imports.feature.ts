import type { Feature } from '@coop/shared/graphql';
import { finishForgetting } from './forget-suppliers.command';
import { importMigrations } from './imports.migrations';
import {
  NameRedaction,
  NameSweep,
  PaymentSighting,
  RedactedWords,
  SpendImportRecord,
  SpendingKey,
} from './spend-import.entity';
import { CouncilImportsResolver, SpendImportResolver } from './spend-import.resolver';
import { finishSweeps } from './sweep-names.command';
import { spendImporter } from './spend.import';

/** Files of payments: read, superseded, withdrawn; names redacted in them. */
export const imports: Feature = {
  resolvers: [CouncilImportsResolver, SpendImportResolver],
  entities: [SpendImportRecord, PaymentSighting, NameRedaction, RedactedWords, NameSweep, SpendingKey],
  migrations: importMigrations,
  importers: [spendImporter],
  async goOn(context, signal) {
    await finishSweeps(context, signal);
    await finishForgetting(context, signal);
  },
};
