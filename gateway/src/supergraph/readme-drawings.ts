import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toMermaid, type LifecycleTable } from '@coop/shared/lifecycle';

type Lives = readonly LifecycleTable<string, string>[];

/** A subgraph as far as its README draws it. */
export interface Drawn {
  readonly name: string;
  /** One sentence on what it owns: a README that is not there yet begins with it. */
  readonly description: string;
  readonly lifecycles: Lives;
}

const BEGIN = '<!-- lifecycles: drawn from the tables by `npm run coop -- schema` -->';
const END = '<!-- /lifecycles -->';

/** Draws the lifecycles in the READMEs of the subgraphs. @returns the files that changed, below the project's root */
export async function writeDrawings(root: string, subgraphs: readonly Drawn[]): Promise<string[]> {
  const stale = await staleReadmes(root, subgraphs);
  for (const { path, text } of stale) await writeFile(join(root, path), text);
  return stale.map(({ path }) => path);
}

/** The READMEs whose drawings are not what the tables say, below the project's root. */
export async function checkDrawings(root: string, subgraphs: readonly Drawn[]): Promise<string[]> {
  return (await staleReadmes(root, subgraphs)).map(({ path }) => path);
}

async function staleReadmes(
  root: string,
  subgraphs: readonly Drawn[],
): Promise<{ readonly path: string; readonly text: string }[]> {
  const found = await Promise.all(
    subgraphs
      .filter(({ lifecycles }) => lifecycles.length > 0)
      .map(async (subgraph) => {
        const path = `subgraphs/${subgraph.name}/README.md`;
        const before = await read(join(root, path));
        return { path, before, text: withDrawings(before ?? firstLines(subgraph), subgraph.lifecycles) };
      }),
  );
  return found.filter(({ before, text }) => before !== text);
}

/** A README with the block between the marks drawn anew; at its end where it has no marks. */
export function withDrawings(readme: string, lifecycles: Lives): string {
  const block = [BEGIN, ...lifecycles.map(drawing), END].join('\n\n');
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin >= 0 && end >= 0) return readme.slice(0, begin) + block + readme.slice(end + END.length);
  return `${readme.trimEnd()}\n\n## Lifecycles\n\n${block}\n`;
}

function drawing(table: LifecycleTable<string, string>): string {
  const meanings = Object.entries(table.states).map(([state, meaning]) => `- \`${state}\`: ${meaning}`);
  return `### ${table.name}\n\n\`\`\`mermaid\n${toMermaid(table)}\n\`\`\`\n\n${meanings.join('\n')}`;
}

const firstLines = ({ name, description }: Drawn): string => `# ${name}\n\n${description}\n`;

async function read(file: string): Promise<string | null> {
  try {
    // A checkout with the other system's line ends is not stale for it.
    return (await readFile(file, 'utf8')).replace(/\r\n/g, '\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
