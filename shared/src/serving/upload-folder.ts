import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { LONGEST_REQUEST } from './body-time';

/** `coop-upload-`, the process that made it, and what makes it the only one. */
const NAME = /^coop-upload-(\d+)-\w+$/;

/** Most bytes of a file's name: file systems take 255, and readers may put an ending of their own behind it. */
const LONGEST_NAME = 200;

/** Makes a folder for one file that is sent. Whoever makes it removes it; `sweepUploads` does where its process died. */
export function uploadFolder(within = tmpdir()): Promise<string> {
  return mkdtemp(join(within, `coop-upload-${process.pid}-`));
}

/**
 * Removes the folders of processes that died while a file was sent or read, which may hold whom a council paid. One is
 * left alone while the process that made it runs, and until it is older than any upload can be: process numbers mean
 * nothing across containers that share a folder. Never fails: what cannot be removed is somebody else's.
 * @param now the time
 * @returns the names of those that were removed
 */
export async function sweepUploads(now: Date, within = tmpdir()): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const name of await readdir(within).catch(() => [])) {
    const maker = NAME.exec(name)?.[1];
    if (maker === undefined || isRunning(Number(maker))) continue;
    const path = join(within, name);
    try {
      if (now.getTime() - (await stat(path)).mtimeMs <= LONGEST_REQUEST) continue;
      await rm(path, { recursive: true, force: true });
      swept.push(name);
    } catch {
      // Another process was faster, or it belongs to another user.
    }
  }
  return swept;
}

/** Whether another process with a number runs. One that had the number of this process before it does not. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, for another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A name that is safe for a file of ours, as near as can be to what the caller calls it: its end, as many whole
 * characters as file systems take, which count in bytes.
 */
export function uploadName(name: string | undefined): string {
  const plain = basename((name ?? '').replaceAll('\\', '/')).replace(/[\p{C}:*?"<>|/]/gu, '');
  let end = '';
  for (const { segment } of [...CHARACTERS.segment(plain.replace(/^\.+/, ''))].reverse()) {
    if (Buffer.byteLength(segment + end) > LONGEST_NAME) break;
    end = segment + end;
  }
  return end || 'upload';
}

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
