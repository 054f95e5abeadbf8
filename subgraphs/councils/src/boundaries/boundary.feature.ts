import type { Feature } from '@coop/shared/graphql';
import { AreaBoundary } from './area-boundary.entity';
import { boundariesImporter } from './boundaries.import';
import { boundaryMigrations } from './boundary.migrations';
import { AreaBoundaryResolver, BoundaryResolver } from './boundary.resolver';

/** The shapes of areas, and what lies where. */
export const boundaries: Feature = {
  resolvers: [AreaBoundaryResolver, BoundaryResolver],
  entities: [AreaBoundary],
  migrations: boundaryMigrations,
  importers: [boundariesImporter],
};
