import type { Feature } from '@coop/shared/graphql';
import { CoOperativeCommitment } from './commitment.entity';
import { CommitmentResolver } from './commitment.resolver';
import { coOperativeDemo } from './co-operative.demo';
import { coOperativeMigrations } from './co-operative.migrations';

/** Commitments to work as a co-operative council. */
export const coOperative: Feature = {
  resolvers: [CommitmentResolver],
  entities: [CoOperativeCommitment],
  migrations: coOperativeMigrations,
  demo: coOperativeDemo,
};
