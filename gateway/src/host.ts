import { assets } from '@coop/assets';
import { councils } from '@coop/councils';
import { spending } from '@coop/spending';
import { buildSubgraph, type BuiltSubgraph, type SubgraphDefinition } from '@coop/shared/graphql';

/** The subgraphs of this graph, in the order of their ports. A new one is a line here. */
export const SUBGRAPHS: readonly SubgraphDefinition[] = [councils, assets, spending];

/** The subgraphs with their schemas. */
export function builtSubgraphs(subgraphs: readonly SubgraphDefinition[] = SUBGRAPHS): BuiltSubgraph[] {
  return subgraphs.map(buildSubgraph);
}
