import { fork, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Starts a TypeScript program, of this folder or by its whole path, as a process of its own, connected by messages. */
export function startChild(program: string): ChildProcess {
  return fork(resolve(__dirname, program), {
    execArgv: ['-C', 'source', '-r', join(__dirname, 'register.cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Resolves when the process has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((settle) => child.once('exit', () => settle()));
}
