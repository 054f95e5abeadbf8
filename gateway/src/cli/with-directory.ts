import { graphql } from 'graphql';
import { ANONYMOUS } from '@coop/shared/access';
import { GraphUnavailable, noGraph, type GraphPort } from '@coop/shared/graph';
import { createLogger, type OpenSubgraph } from '@coop/shared/serving';
import { SettingsError } from '@coop/shared/settings';
import { builtSubgraphs } from '../host';
import { settingsFrom } from './settings';
import type { Shell } from './shell';
import { openForCommand } from './with-subgraph';

/**
 * Gives a command the graph as far as the directory on this machine can answer for it: by no more than what everybody
 * may see. It is opened when it is first asked. Where it runs elsewhere, or its database is not to be had, nothing is
 * answered.
 */
export async function withDirectory<Result>(
  shell: Shell,
  work: (graph: GraphPort) => Promise<Result>,
): Promise<Result> {
  const { remotes } = settingsFrom(shell);
  const directory = builtSubgraphs(shell.subgraphs).find(({ name, schema }) => {
    const root = schema.getQueryType()?.getFields()['council'];
    return remotes[name] === undefined && root?.args.some(({ name: argument }) => argument === 'gssCode');
  });
  if (!directory) return work(noGraph);
  let opening: Promise<OpenSubgraph | null> | undefined;
  const opened = () =>
    (opening ??= openForCommand(shell, directory).catch((error: unknown) => {
      if (error instanceof SettingsError) return null;
      throw error;
    }));
  try {
    return await work(portTo(opened));
  } finally {
    await (await opening?.catch(() => null))?.close();
  }
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
