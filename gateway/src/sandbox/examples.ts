import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { GraphQLError, parse } from 'graphql';
import type { SandboxExample } from './config.types';

/** The committed examples; the same folder whether this runs from `src` or from `dist`. */
export const EXAMPLES_FOLDER = resolve(__dirname, '../../src/sandbox/examples');

const ENDING = '.graphql';
const VARIABLES = /^#\s*variables:\s*(.*)$/i;

/** An example file that cannot be shown; the message names the file and what to put right. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError';
}

/**
 * Reads one example file. Its leading comment lines are the title (first line) and the explanation (the
 * others); a line `# variables: {…}` gives the variables as one line of JSON; the operation follows.
 * @throws ExampleError when there is no title, the variables are no JSON object, or the operation does not
 * parse or has no name (the name is what its tab is called).
 */
export function parseExample(file: string, text: string): SandboxExample {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const found = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const firstOfOperation = found < 0 ? lines.length : found;
  const head = lines.slice(0, firstOfOperation).filter((line) => line.startsWith('#'));
  const comments = head.filter((line) => !VARIABLES.test(line));
  const [title = '', ...explanation] = comments.map((line) => line.replace(/^#\s?/, '').trim());
  if (title === '') throw new ExampleError(`${file}: the first line is to be a comment with the title.`);
  const operation = lines.slice(firstOfOperation).join('\n').trim();
  checkOperation(file, operation);
  return {
    name: basename(file, ENDING),
    title,
    explanation: explanation.join(' ').trim(),
    query: `${comments.join('\n')}\n${operation}\n`,
    variables: variablesOf(file, head),
  };
}

/**
 * Reads a folder of `.graphql` files in the order of their names.
 * @throws ExampleError for the first file that cannot be shown.
 */
export async function loadExamples(folder: string = EXAMPLES_FOLDER): Promise<SandboxExample[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(ENDING)).sort();
  return Promise.all(
    files.map(async (file) => parseExample(file, await readFile(join(folder, file), 'utf8'))),
  );
}

function checkOperation(file: string, operation: string): void {
  try {
    const [definition] = parse(operation).definitions;
    if (definition?.kind === 'OperationDefinition' && definition.name) return;
  } catch (error) {
    if (error instanceof GraphQLError) throw new ExampleError(`${file}: ${error.message}`);
    throw error;
  }
  throw new ExampleError(`${file}: the operation is to have a name, which its tab will show.`);
}

function variablesOf(file: string, head: readonly string[]): string {
  const json = head.map((line) => VARIABLES.exec(line)?.[1]).find((found) => found !== undefined);
  if (json === undefined) return '';
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return JSON.stringify(value, null, 2);
    }
  } catch {
    // Not JSON at all: told below, in the same words as JSON of another kind.
  }
  throw new ExampleError(`${file}: what follows "variables:" is to be one line of JSON, an object.`);
}
