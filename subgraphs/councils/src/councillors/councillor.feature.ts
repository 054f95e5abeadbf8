import type { Feature } from '@coop/shared/graphql';
import { councillorDemo } from './councillor.demo';
import { CouncillorInterest } from './councillor-interest.entity';
import { Councillor } from './councillor.entity';
import { councillorMigrations } from './councillor.migrations';
import { councillorReferences } from './councillor.queries';
import { CouncillorMutationResolver } from './councillor-mutation.resolver';
import { CouncillorResolver } from './councillor.resolver';
import { DISPENSATION_LIFECYCLE } from './dispensation.lifecycle';
import { Dispensation } from './dispensation.entity';
import {
  CouncillorInterestResolver,
  CouncilMembersResolver,
  DispensationResolver,
} from './dispensation.resolver';

/** Councillors, the register of their interests, and dispensations. */
export const councillors: Feature = {
  resolvers: [
    CouncillorResolver,
    CouncillorMutationResolver,
    DispensationResolver,
    CouncillorInterestResolver,
    CouncilMembersResolver,
  ],
  references: councillorReferences,
  entities: [Councillor, Dispensation, CouncillorInterest],
  migrations: councillorMigrations,
  lifecycles: [DISPENSATION_LIFECYCLE],
  demo: councillorDemo,
};
