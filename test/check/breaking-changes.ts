// Fails when the supergraph would break clients of the newest published one. A change that is meant stands, word for
// word, in gateway/breaking-changes.txt with the reason in a comment above it, until the next version is tagged.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { breakingChanges } from '@coop/gateway';
import { publishedSchema } from './published-schema';
import { SUPERGRAPH } from './supergraph-file';

/** The lines of the list of changes that are meant; none where there is no list. */
async function meant(): Promise<string[]> {
  const text = await readFile(resolve(dirname(SUPERGRAPH), 'breaking-changes.txt'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

async function main(): Promise<void> {
  const published = await publishedSchema(SUPERGRAPH);
  if (published === null) return void process.stdout.write('There is nothing to compare with here.\n');
  process.stdout.write(`Compared with ${published.of}.\n`);
  for (const change of breakingChanges(published.text, await readFile(SUPERGRAPH, 'utf8'), await meant())) {
    process.stdout.write(`${change}\n`);
    process.exitCode = 1;
  }
}

void main();
