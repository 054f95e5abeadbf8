// Fails when the committed supergraph would break clients of the one on the main branch. A change that is meant
// stands, word for word, in gateway/breaking-changes.txt with the reason in a comment above it.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { breakingChanges } from '@coop/gateway';
import { SUPERGRAPH } from './supergraph-file';

const git = async (...args: string[]): Promise<string | null> =>
  promisify(execFile)('git', args, { cwd: dirname(SUPERGRAPH), maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    () => null,
  );

/** The supergraph where this line of work left the main branch; null outside a repository. */
async function before(): Promise<string | null> {
  for (const branch of ['origin/main', 'main']) {
    const base = (await git('merge-base', 'HEAD', branch))?.trim();
    const text = base ? await git('show', `${base}:gateway/supergraph.graphql`) : null;
    if (text !== null) return text;
  }
  return null;
}

/** The lines of the list of changes that are meant; none where there is no list. */
async function meant(): Promise<string[]> {
  const text = await readFile(resolve(dirname(SUPERGRAPH), 'breaking-changes.txt'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

async function main(): Promise<void> {
  const previous = await before();
  if (previous === null) return void process.stdout.write('There is nothing to compare with here.\n');
  for (const change of breakingChanges(previous, await readFile(SUPERGRAPH, 'utf8'), await meant())) {
    process.stdout.write(`${change}\n`);
    process.exitCode = 1;
  }
}

void main();
