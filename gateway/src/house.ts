import { resolve } from 'node:path';

/** The project's root; the same whether this runs from `src` or from `dist`. */
export const ROOT = resolve(__dirname, '../..');

/** The committed supergraph. */
export const SUPERGRAPH_FILE = resolve(ROOT, 'gateway/supergraph.graphql');
