import { assets } from '@coop/assets';
import { budgets } from '@coop/budgets';
import { councils } from '@coop/councils';
import { spending } from '@coop/spending';
import { buildSubgraph, type BuiltSubgraph, type SubgraphDefinition } from '@coop/shared/graphql';

/** The subgraphs of this graph, in the order of their ports. A new one is a line here. */
export const SUBGRAPHS: readonly SubgraphDefinition[] = [councils, assets, budgets, spending];

/** The subgraphs with their schemas. */
export function builtSubgraphs(subgraphs: readonly SubgraphDefinition[] = SUBGRAPHS): BuiltSubgraph[] {
  return subgraphs.map(buildSubgraph);
}
