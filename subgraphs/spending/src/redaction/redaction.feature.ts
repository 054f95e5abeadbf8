import type { Feature } from '@coop/shared/graphql';
import { NameRedaction, NameSweep, RedactedWords } from './redaction.entity';
import { redactionMigrations } from './redaction.migrations';
import { RedactionResolver } from './redaction.resolver';
import { finishSweeps } from './sweep-names.command';

/** People's names that are not to be shown: taken out of what is there, and left out by whatever comes. */
export const redaction: Feature = {
  resolvers: [RedactionResolver],
  entities: [NameRedaction, RedactedWords, NameSweep],
  migrations: redactionMigrations,
  goOn: finishSweeps,
};
