import { spawn } from 'node:child_process';

const running = new Set();

/** Ends the programs that setting up has started, when setting up itself is told to end. */
export function endChildren(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program to its end with its output kept back.
 * Answers { code, output }; a program that cannot be started has code 127 and says why in its output.
 */
export function runQuietly(command, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and npx are batch files on Windows, which only a shell can start.
      shell: process.platform === 'win32' && !command.includes('node'),
    });
    running.add(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: String(error.message) });
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
