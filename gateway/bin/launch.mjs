import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// Ctrl-C reaches this process from the terminal and once more from npm, which passes it on.
const ECHO = 1000; // milliseconds

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
/** For a program that imports: its youngest objects get 4 MB instead of 16, the others little more than they need. */
const SMALL_HEAP = ['--max-semi-space-size=4', '--require', beside('./small-heap.cjs')];

/**
 * Runs a compiled program with this process's streams and ends as it ends: same exit code, same signal.
 * The program stands in a process group of its own, so that a signal reaches it from here only, exactly once.
 */
export function launch(program, args) {
  const windows = process.platform === 'win32';
  const options = [
    '--enable-source-maps',
    '--require',
    beside('./leash.cjs'),
    ...(args[0] === 'import' ? SMALL_HEAP : []),
  ];
  const child = spawn(process.execPath, [...options, program, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: !windows, // on Windows the console itself tells every process
  });
  const last = new Map();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const since = performance.now() - (last.get(signal) ?? -Infinity);
      last.set(signal, performance.now());
      if (!windows && since > ECHO) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`${program} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of SIGNALS) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}
