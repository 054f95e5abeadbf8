import 'reflect-metadata';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import { register } from './register/asset.feature';
import { foreignNouns } from './stubs';

/** The land and buildings of councils: the register, community value, disposal, transfer to the community. */
export const assets: SubgraphDefinition = {
  name: 'assets',
  description:
    'Land and buildings of councils: the register, assets of community value, disposals and community asset transfers.',
  features: [foreignNouns, register],
};
