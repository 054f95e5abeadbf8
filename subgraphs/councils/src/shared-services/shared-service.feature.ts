import type { Feature } from '@coop/shared/graphql';
import { sharedServiceDemo } from './shared-service.demo';
import { SharedService, SharedServicePartner } from './shared-service.entity';
import { SHARED_SERVICE_LIFECYCLE } from './shared-service.lifecycle';
import { sharedServiceMigrations } from './shared-service.migrations';
import { SharedServiceMutationResolver } from './shared-service-mutation.resolver';
import { sharedServiceOfReference } from './shared-service.queries';
import {
  CouncilSharedServicesResolver,
  SharedServicePartnerResolver,
  SharedServiceResolver,
} from './shared-service.resolver';

/** Services and senior posts that councils share. */
export const sharedServices: Feature = {
  resolvers: [
    SharedServiceResolver,
    SharedServiceMutationResolver,
    SharedServicePartnerResolver,
    CouncilSharedServicesResolver,
  ],
  references: { SharedService: sharedServiceOfReference },
  entities: [SharedService, SharedServicePartner],
  migrations: sharedServiceMigrations,
  lifecycles: [SHARED_SERVICE_LIFECYCLE],
  demo: sharedServiceDemo,
};
