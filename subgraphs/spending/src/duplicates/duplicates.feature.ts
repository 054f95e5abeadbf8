import type { Feature } from '@coop/shared/graphql';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { duplicateCandidateLifecycle } from './duplicate-candidate.lifecycle';
import { DuplicateSource } from './duplicate-source.entity';
import {
  CouncilDuplicatesResolver,
  DuplicateCandidateResolver,
  DuplicateTierResolver,
} from './duplicate.resolver';
import { duplicateMigrations } from './duplicates.migrations';
import { duplicatesDemo } from './duplicates.demo';

/** Payments that seem to have been made twice. */
export const duplicates: Feature = {
  resolvers: [DuplicateCandidateResolver, DuplicateTierResolver, CouncilDuplicatesResolver],
  entities: [DuplicateCandidate, DuplicateSource],
  migrations: duplicateMigrations,
  demo: duplicatesDemo,
  lifecycles: [duplicateCandidateLifecycle],
};
