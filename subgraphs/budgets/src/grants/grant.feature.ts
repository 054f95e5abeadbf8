import type { Feature } from '@coop/shared/graphql';
import { grantsDemo } from './grant.demo';
import { Grant } from './grant.entity';
import { grantExporter } from './grant.export';
import { grantImporter } from './grant.import';
import { grantMigrations } from './grant.migrations';
import { grantById } from './grant.queries';
import { GrantResolver } from './grant.resolver';
import {
  BudgetGrantsResolver,
  CouncilGrantsResolver,
  OrganisationGrantsResolver,
} from './parent-grants.resolver';

/** Grants of councils and community budgets, in and out by the 360Giving standard. */
export const grants: Feature = {
  resolvers: [GrantResolver, CouncilGrantsResolver, BudgetGrantsResolver, OrganisationGrantsResolver],
  references: {
    Grant: ({ id }, context) => (typeof id === 'string' ? grantById.load(context, id) : null),
  },
  entities: [Grant],
  migrations: grantMigrations,
  importers: [grantImporter],
  exporters: [grantExporter],
  demo: grantsDemo,
};
