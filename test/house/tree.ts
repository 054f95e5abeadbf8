import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The project's own root. */
export const ROOT = join(__dirname, '..', '..');

/** A folder shaped like the project, for checks to be run in. */
export interface Tree {
  readonly root: string;
  /** Writes a file; its folders are made. */
  write(path: string, text: string): void;
  /** Makes one path lead to another, both from the root. */
  link(path: string, target: string): void;
  remove(): void;
}

/** Makes a tree in the temporary folder out of files by path. */
export function makeTree(files: Readonly<Record<string, string>> = {}): Tree {
  const root = mkdtempSync(join(tmpdir(), 'coop-house-'));
  const tree: Tree = {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    link(path, target) {
      const from = join(root, path);
      mkdirSync(dirname(from), { recursive: true });
      const to = join(root, target);
      symlinkSync(process.platform === 'win32' ? to : relative(dirname(from), to), from, 'junction');
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries(files)) tree.write(path, text);
  return tree;
}

/** How a program ended. */
export interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of Node to its end. */
export function runNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
