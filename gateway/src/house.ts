import { resolve } from 'node:path';

/** The project's root; the same whether this runs from `src` or from `dist`. */
export const ROOT = resolve(__dirname, '../..');

/** The committed supergraph. */
export const SUPERGRAPH_FILE = resolve(ROOT, 'gateway/supergraph.graphql');

/** The committed schema of one subgraph. */
export function schemaFile(subgraph: string): string {
  return resolve(ROOT, 'subgraphs', subgraph, 'schema.graphql');
}
