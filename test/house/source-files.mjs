import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', 'dist-sandbox', 'generated', 'coverage']);

function* walk(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name) && !entry.name.startsWith('.')) yield* walk(root, path);
    } else if (/\.[cm]?[jt]sx?$/.test(entry.name)) yield path;
  }
}

/** The project's own program files, as paths from the root with forward slashes. */
export function sourceFiles(root) {
  return ['gateway', 'shared', 'subgraphs', 'test']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => [...walk(root, folder)]);
}

/** Whether a file is a test or helps one. */
export const isTest = (path) => path.startsWith('test/') || /\.(test|fixture)\.tsx?$/.test(path);

/** Whether a file is plain JavaScript that runs before anything is installed, or runs the checks. */
export const isTooling = (path) => path.startsWith('gateway/bin/') || /^test\/.*\.[cm]js$/.test(path);
