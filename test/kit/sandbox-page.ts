import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const GATEWAY = resolve(__dirname, '../../gateway');
const SOURCES = ['src/sandbox', 'vite', 'vite.config.mts', 'package.json'];

/** Builds the sandbox page unless it stands there and is newer than everything that it is built from. */
export async function builtSandboxPage(): Promise<void> {
  const built = changedAt(join(GATEWAY, 'dist-sandbox/index.html'));
  if (built > Math.max(...SOURCES.map((source) => changedAt(join(GATEWAY, source))))) return;
  const vite = join(GATEWAY, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: GATEWAY });
}

/** When the newest file at or below a path changed, in milliseconds; 0 when there is none. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
