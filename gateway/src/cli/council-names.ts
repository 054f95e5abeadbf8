import { graphql } from 'graphql';
import { ANONYMOUS } from '@coop/shared/access';
import { createLogger } from '@coop/shared/serving';
import { builtSubgraphs } from '../host';
import type { Shell } from './shell';
import { withSubgraph } from './with-subgraph';

/**
 * What a council is called, as the directory among the subgraphs of this machine says; nothing where there is none, or
 * where it does not know the council.
 */
export async function councilNames(shell: Shell, gssCode: string): Promise<readonly string[]> {
  const directory = builtSubgraphs(shell.subgraphs).find(({ schema }) =>
    schema
      .getQueryType()
      ?.getFields()
      ['council']?.args.some(({ name }) => name === 'gssCode'),
  );
  if (!directory) return [];
  try {
    return await withSubgraph(shell, directory, async ({ context }) => {
      const contextValue = context({
        requestId: 'command-line',
        actor: ANONYMOUS,
        token: null,
        log: createLogger({ level: 'silent' }),
      });
      const source = 'query ($gssCode: ID!) { council(gssCode: $gssCode) { name } }';
      const variableValues = { gssCode };
      const { data } = await graphql({ schema: directory.schema, source, contextValue, variableValues });
      const name = (data?.['council'] as { name?: unknown } | null | undefined)?.name;
      return typeof name === 'string' ? [name] : [];
    });
  } catch {
    // The directory runs elsewhere, or does not open: an import does without.
    return [];
  }
}
