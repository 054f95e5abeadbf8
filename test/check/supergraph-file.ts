import { resolve } from 'node:path';

/** The committed supergraph. */
export const SUPERGRAPH = resolve(__dirname, '../../gateway/supergraph.graphql');
