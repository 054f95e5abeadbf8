import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { BuiltSubgraph } from '@coop/shared/graphql';
import { ROOT, schemaFile, SUPERGRAPH_FILE } from './house';
import { composeSupergraph } from './supergraph';
import { withNode } from './supergraph/supergraph-source';

/** The generated files of the graph with what should stand in them: each subgraph's schema, and the supergraph. */
export function generatedSchemas(built: readonly BuiltSubgraph[]): Map<string, string> {
  const services = built.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}.invalid/graphql` }));
  const files = new Map(built.map(({ name, sdl }) => [schemaFile(name), sdl]));
  return files.set(SUPERGRAPH_FILE, `${composeSupergraph(withNode(services)).trimEnd()}\n`);
}

/** Writes the generated schemas. @returns the files that changed, relative to the project */
export async function writeSchemas(built: readonly BuiltSubgraph[]): Promise<string[]> {
  const stale = await staleSchemas(built);
  const files = generatedSchemas(built);
  for (const [file, text] of files) if (stale.includes(relative(ROOT, file))) await writeFile(file, text);
  return stale;
}

/** The generated schemas that are missing or not as they should be, relative to the project. */
export async function staleSchemas(built: readonly BuiltSubgraph[]): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, text] of generatedSchemas(built)) {
    const written = await readFile(file, 'utf8').catch(() => null);
    if (written !== text) stale.push(relative(ROOT, file));
  }
  return stale;
}
