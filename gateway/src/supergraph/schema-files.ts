import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { composeSupergraph, type Service } from './compose';
import { withNode } from './supergraph-source';

/** A file of the project that is emitted from the code and committed. */
interface SchemaFile {
  /** Below the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes the supergraph and each subgraph's schema into the project, and answers the paths of those that changed.
 * @throws ComposeError when the subgraphs do not compose; then nothing is written
 */
export async function writeSchemas(root: string, services: readonly Service[]): Promise<string[]> {
  const stale = await staleFiles(root, services);
  for (const { path, text } of stale) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return stale.map(({ path }) => path);
}

/**
 * The paths of committed schemas that are not what the code says: missing or changed.
 * @throws ComposeError when the subgraphs do not compose
 */
export async function checkSchemas(root: string, services: readonly Service[]): Promise<string[]> {
  return (await staleFiles(root, services)).map(({ path }) => path);
}

async function staleFiles(root: string, services: readonly Service[]): Promise<SchemaFile[]> {
  const files = schemaFiles(services);
  const committed = await Promise.all(files.map(({ path }) => read(join(root, path))));
  return files.filter(({ text }, index) => committed[index] !== text);
}

function schemaFiles(services: readonly Service[]): SchemaFile[] {
  return [
    { path: 'gateway/supergraph.graphql', text: asFile(composeSupergraph(withNode(services))) },
    ...services.map(({ name, sdl }) => ({ path: `subgraphs/${name}/schema.graphql`, text: asFile(sdl) })),
  ];
}

function asFile(text: string): string {
  return `${text.trim()}\n`;
}

async function read(file: string): Promise<string | null> {
  try {
    // A checkout with the other system's line ends is not stale for it.
    return (await readFile(file, 'utf8')).replace(/\r\n/g, '\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
