import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

/** A committed schema that clients may have been written against. */
export interface PublishedSchema {
  /** What it is the schema of, as a person would say it: `version v1.2.0`. */
  readonly of: string;
  readonly text: string;
}

/** What git says; null where it says nothing, or fails. */
async function git(folder: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', args, {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch {
    return null;
  }
}

async function* candidates(folder: string): AsyncGenerator<{ of: string; commit: string }> {
  // The nearest tag of a version that this line of work stands on; one of another line is not what clients have.
  const tag = (await git(folder, 'describe', '--tags', '--abbrev=0', '--match=v[0-9]*', 'HEAD'))?.trim();
  if (tag) yield { of: `version ${tag}`, commit: tag };
  for (const branch of ['origin/main', 'main']) {
    const base = (await git(folder, 'merge-base', 'HEAD', branch))?.trim();
    if (base) yield { of: `commit ${base.slice(0, 10)}, where this left ${branch}`, commit: base };
  }
  yield { of: 'the last commit', commit: 'HEAD' };
}

/**
 * The schema that the present one is held against: that of the newest tagged version (`v1.2.0`) that this line of work
 * stands on; where there is none, that of the commit at which it left the main branch, else that of the last commit.
 * @param file where the schema stands in the working tree
 * @returns null outside a repository, and where none of them has the file
 */
export async function publishedSchema(file: string): Promise<PublishedSchema | null> {
  const folder = dirname(file);
  for await (const { of, commit } of candidates(folder)) {
    const text = await git(folder, 'show', `${commit}:./${basename(file)}`);
    if (text !== null) return { of, text };
  }
  return null;
}
