import type { Feature } from '@coop/shared/graphql';
import { organisationDemo } from './organisation.demo';
import { Organisation } from './organisation.entity';
import { organisationImporter } from './organisation.import';
import { organisationMigrations } from './organisation.migrations';
import { OrganisationFormerId } from './organisation-former-id.entity';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { OrganisationMutationResolver } from './organisation-mutation.resolver';
import { OrganisationName } from './organisation-name.entity';
import {
  CouncilOrganisationsResolver,
  OrganisationCandidateResolver,
  OrganisationIdentifierResolver,
} from './organisation-parts.resolver';
import { organisationOfReference } from './organisation.queries';
import { OrganisationResolver } from './organisation.resolver';
import { OrganisationSpelling, OrganisationWord } from './organisation-word.entity';

/** Organisations: their numbers in registers, their names, and what is known of them. */
export const organisations: Feature = {
  resolvers: [
    OrganisationResolver,
    OrganisationMutationResolver,
    OrganisationIdentifierResolver,
    OrganisationCandidateResolver,
    CouncilOrganisationsResolver,
  ],
  references: { Organisation: organisationOfReference },
  entities: [
    Organisation,
    OrganisationIdentifier,
    OrganisationName,
    OrganisationWord,
    OrganisationSpelling,
    OrganisationFormerId,
  ],
  migrations: organisationMigrations,
  importers: [organisationImporter],
  demo: organisationDemo,
};
