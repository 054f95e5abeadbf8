import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** The built program, as `npm start` and `npm run coop` run it; jest's set-up compiled it. */
export const BUILT = ['--enable-source-maps', resolve(ROOT, 'gateway/dist/cli.js')];

/** The same program from its sources, with the tests' ledger among its subgraphs. */
export const WITH_LEDGER = [
  '-C',
  'source',
  '-r',
  resolve(__dirname, 'register.cjs'),
  resolve(__dirname, 'coop-process.ts'),
];

/** Settings for a program of a test's own: nothing of whoever runs the tests gets in. */
export type ProgramEnvironment = Readonly<Record<string, string>>;

/** How a program ended, and what it said. */
export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that is running. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** Resolves with the first match in what it says on standard output; rejects when it ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>;
  readonly ended: Promise<Ended>;
}

/** Starts a program of the command line: `startProgram(BUILT, ['serve', 'councils'], { PORT: '0', … })`. */
export function startProgram(
  program: readonly string[],
  args: readonly string[],
  env: ProgramEnvironment,
): RunningProgram {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].includes(name)),
  );
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    for (const listen of listeners) listen();
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((settle) => child.on('close', (code) => settle({ code, stdout, stderr })));
  return {
    child,
    ended,
    said: (pattern) =>
      new Promise((settle, reject) => {
        const listen = () => {
          const found = pattern.exec(stdout);
          if (!found) return;
          listeners.delete(listen);
          settle(found);
        };
        listeners.add(listen);
        listen();
        void ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${stdout}${stderr}`)));
      }),
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a program of the command line to its end. */
export function runProgram(
  program: readonly string[],
  args: readonly string[],
  env: ProgramEnvironment,
): Promise<Ended> {
  return startProgram(program, args, env).ended;
}
