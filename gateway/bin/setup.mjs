// Brings a fresh clone to where it can run, with nothing but Node and npm: installs the locked packages and
// compiles the sources, each only when something changed. Used by `npm start`, `npm run coop` and `npm test`.
import { join } from 'node:path';
import { build, outdated } from './setup/build.mjs';
import { endChildren } from './setup/child.mjs';
import { readJson } from './setup/files.mjs';
import { install, isInstalled } from './setup/install.mjs';
import { underLock } from './setup/lock.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Ends the installer or compiler at work, and then this process, when a signal asks for it. */
async function interruptible(work) {
  const handlers = Object.entries(EXIT_CODES).map(([signal, code]) => [
    signal,
    () => {
      endChildren(signal);
      process.exit(code);
    },
  ]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  try {
    return await work();
  } finally {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  }
}

async function installAndBuild(root) {
  if (!isInstalled(root)) {
    say('Installing the packages (the first time this takes a minute or two) ...');
    await install(root);
  }
  const builds = outdated(root);
  if (builds.length > 0) {
    const names = new Set(
      builds.map(({ folder, part }) => (part === 'sandbox' ? 'the sandbox page' : folder)),
    );
    say(`Building ${[...names].join(', ')} ...`);
    await build(root, builds);
  }
}

/**
 * Sets the project up: checks Node, installs what the lock file says, compiles what changed.
 * Throws `Stop` with a line for the person at the keyboard. Two processes at once take turns.
 */
export async function setUp(root) {
  checkNodeVersion(readJson(join(root, 'package.json')).engines.node);
  if (isInstalled(root) && outdated(root).length === 0) return;
  await interruptible(() =>
    underLock(
      join(root, '.cache', 'setup.lock'),
      () => installAndBuild(root),
      (pid) => say(`Waiting for process ${pid}, which is setting up ...`),
    ),
  );
}
