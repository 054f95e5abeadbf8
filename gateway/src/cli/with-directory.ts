import { graphql } from 'graphql';
import { ANONYMOUS } from '@coop/shared/access';
import { GraphUnavailable, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph, type BuiltSubgraph } from '@coop/shared/graphql';
import { createLogger, type OpenSubgraph } from '@coop/shared/serving';
import { SettingsError } from '@coop/shared/settings';
import { settingsFrom } from './settings';
import type { Shell } from './shell';
import { openForCommand } from './with-subgraph';

/**
 * Gives a command the graph as far as the directory on this machine can answer for it: by no more than what everybody
 * may see. It is built and opened when it is first asked. Where it runs elsewhere, or its database is not to be had,
 * nothing is answered.
 */
export async function withDirectory<Result>(
  shell: Shell,
  work: (graph: GraphPort) => Promise<Result>,
): Promise<Result> {
  let opening: Promise<OpenSubgraph | null> | undefined;
  try {
    return await work(portTo(() => (opening ??= openDirectory(shell))));
  } finally {
    await (await opening?.catch(() => null))?.close();
  }
}

/** The directory, open; null where it is not to be had on this machine. */
async function openDirectory(shell: Shell): Promise<OpenSubgraph | null> {
  const directory = directoryOf(shell);
  if (!directory || settingsFrom(shell).remotes[directory.name] !== undefined) return null;
  return openForCommand(shell, directory).catch((error: unknown) => {
    if (error instanceof SettingsError) return null;
    throw error;
  });
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

function portTo(opened: () => Promise<OpenSubgraph | null>): GraphPort {
  const log = createLogger({ level: 'silent' });
  return {
    async ask<Data>(
      source: string,
      variableValues: Readonly<Record<string, unknown>>,
      { requestId }: { readonly requestId: string },
    ): Promise<Data> {
      const open = await opened();
      if (!open) throw new GraphUnavailable();
      const contextValue = open.context({ requestId, actor: ANONYMOUS, token: null, log });
      const { schema } = open.built;
      const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
      if (!data || errors?.length) throw new GraphUnavailable();
      // Plain objects, as over HTTP: the library's have no prototype.
      return JSON.parse(JSON.stringify(data)) as Data;
    },
  };
}
