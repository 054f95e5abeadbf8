import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Every file at or under a path, as absolute paths in a fixed order; none when there is nothing there. */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    );
}

/** A short fingerprint of text. */
export const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The state of files by path, time of change and size: quick, and different whenever one was touched. */
export function stateOf(root, paths) {
  return paths
    .flatMap(filesUnder)
    .map((file) => {
      const { mtimeMs, size } = statSync(file);
      return `${relative(root, file).split(sep).join('/')} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

/** The hash remembered under a name in the cache folder; '' when there is none. */
export function remembered(root, name) {
  const file = join(root, '.cache', `${name}.hash`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** Remembers a hash in one step, so that a reader never sees half of it. */
export function remember(root, name, hash) {
  const file = join(root, '.cache', `${name}.hash`);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${hash}\n`);
  renameSync(draft, file);
}

/** A JSON file as a value. */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
