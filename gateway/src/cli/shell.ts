import type { SubgraphDefinition } from '@coop/shared/graphql';
import type { Environment } from '@coop/shared/settings';

/** What the commands of the command line work on. */
export interface Shell {
  readonly env: Environment;
  /** The subgraphs of the graph, in the order of their ports. */
  readonly subgraphs: readonly SubgraphDefinition[];
}

/** The names of the subgraphs, for a help text: `councils, assets`. */
export function namesOf({ subgraphs }: Shell): string {
  return subgraphs.map(({ name }) => name).join(', ');
}
