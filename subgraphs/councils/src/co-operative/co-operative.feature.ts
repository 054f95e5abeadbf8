import type { Feature } from '@coop/shared/graphql';
import { CoOperativeCommitment } from './commitment.entity';
import { COMMITMENT_LIFECYCLE } from './commitment.lifecycle';
import { coOperativeReferences } from './commitment.queries';
import {
  CommitmentResolver,
  CoOperativeCommitmentResolver,
  GovernanceChangeResolver,
} from './commitment.resolver';
import { coOperativeDemo } from './co-operative.demo';
import { GovernanceChange } from './governance-change.entity';
import { coOperativeMigrations } from './co-operative.migrations';

/** Commitments to work as a co-operative council, and how councils are governed. */
export const coOperative: Feature = {
  resolvers: [CommitmentResolver, CoOperativeCommitmentResolver, GovernanceChangeResolver],
  references: coOperativeReferences,
  entities: [CoOperativeCommitment, GovernanceChange],
  migrations: coOperativeMigrations,
  lifecycles: [COMMITMENT_LIFECYCLE],
  demo: coOperativeDemo,
};
