import type { Feature } from '@coop/shared/graphql';
import {
  AssetTransfersResolver,
  CouncilTransfersResolver,
  OrganisationTransfersResolver,
} from './parent-transfers.resolver';
import { TransferMutations } from './transfer-mutations.resolver';
import { TransferReview } from './transfer-review.entity';
import { transfersDemo } from './transfer.demo';
import { Transfer } from './transfer.entity';
import { transferLifecycle } from './transfer.lifecycle';
import { transferMigrations } from './transfer.migrations';
import { transferById } from './transfer.queries';
import { TransferResolver } from './transfer.resolver';

/** Community asset transfers. */
export const transfers: Feature = {
  resolvers: [
    TransferResolver,
    TransferMutations,
    AssetTransfersResolver,
    CouncilTransfersResolver,
    OrganisationTransfersResolver,
  ],
  references: {
    Transfer: ({ id }, context) => (typeof id === 'string' ? transferById.load(context, id) : null),
  },
  entities: [Transfer, TransferReview],
  migrations: transferMigrations,
  demo: transfersDemo,
  lifecycles: [transferLifecycle],
};
