import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError } from './settings-error';

/**
 * Makes a folder, and those above it, where they are not there yet. Step by step: Node's own `recursive` never ends
 * where the system denies that a folder is there and will not make it, as below `/proc`.
 * @throws SettingsError naming the folder and what stands in its way
 */
export function makeFolder(folder: string): void {
  try {
    makeStep(folder);
  } catch (cause) {
    throw new SettingsError(
      `The folder ${folder} cannot be made: ${reason(folder, cause)}. Set COOP_DATA to one that can.`,
      { cause },
    );
  }
}

function makeStep(folder: string): void {
  if (isThere(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeStep(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it just now.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isThere(folder)) throw error;
  }
}

/** @throws an ENOTDIR that names the path when it is there and is no folder */
function isThere(path: string): boolean {
  if (!existsSync(path)) return false;
  if (statSync(path).isDirectory()) return true;
  throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR', path });
}

function reason(folder: string, error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR')
    return path === folder || path === undefined ? 'there is a file of that name' : `${path} is a file`;
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not make it';
  if (code === 'ENOENT' || code === 'EROFS') return 'no folder can be made there';
  return code ?? String(error);
}
