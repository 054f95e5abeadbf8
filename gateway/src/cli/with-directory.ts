import { graphql } from 'graphql';
import { ANONYMOUS } from '@coop/shared/access';
import { GraphUnavailable, noGraph, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph, type BuiltSubgraph } from '@coop/shared/graphql';
import { createLogger, type OpenSubgraph } from '@coop/shared/serving';
import { settingsFrom } from './settings';
import type { Shell } from './shell';
import { withSubgraph } from './with-subgraph';

/**
 * Gives a command the graph as far as the directory on this machine can answer for it: by no more than what everybody
 * may see. Where the directory runs elsewhere, nothing is answered.
 */
export async function withDirectory<Result>(
  shell: Shell,
  work: (graph: GraphPort) => Promise<Result>,
): Promise<Result> {
  const { remotes } = settingsFrom(shell);
  const directory = directoryOf(shell);
  return directory && remotes[directory.name] === undefined
    ? withSubgraph(shell, directory, (open) => work(portTo(open)))
    : work(noGraph);
}

/** The subgraph that answers for councils. Those behind it are not built: that takes time and memory. */
function directoryOf({ subgraphs }: Shell): BuiltSubgraph | null {
  for (const definition of subgraphs) {
    const built = buildSubgraph(definition);
    const council = built.schema.getQueryType()?.getFields()['council'];
    if (council?.args.some(({ name }) => name === 'gssCode')) return built;
  }
  return null;
}

function portTo({ built, context }: OpenSubgraph): GraphPort {
  const log = createLogger({ level: 'silent' });
  return {
    async ask<Data>(
      source: string,
      variableValues: Readonly<Record<string, unknown>>,
      { requestId }: { readonly requestId: string },
    ): Promise<Data> {
      const contextValue = context({ requestId, actor: ANONYMOUS, token: null, log });
      const { data, errors } = await graphql({ schema: built.schema, source, contextValue, variableValues });
      if (!data || errors?.length) throw new GraphUnavailable();
      // Plain objects, as over HTTP: the library's have no prototype.
      return JSON.parse(JSON.stringify(data)) as Data;
    },
  };
}
