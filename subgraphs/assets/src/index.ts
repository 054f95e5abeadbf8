import 'reflect-metadata';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import { disposals } from './disposals/disposal.feature';
import { nominations } from './nominations/nomination.feature';
import { register } from './register/asset.feature';
import { foreignNouns } from './stubs';
import { transfers } from './transfers/transfer.feature';

/** The land and buildings of councils: the register, community value, disposal, transfer to the community. */
export const assets: SubgraphDefinition = {
  name: 'assets',
  description:
    'Land and buildings of councils: the register, assets of community value, disposals and community asset transfers.',
  features: [foreignNouns, register, nominations, disposals, transfers],
};
