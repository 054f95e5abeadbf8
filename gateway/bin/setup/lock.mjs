import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE = 100; // milliseconds between looks at a lock that somebody else holds
const BREAKING = 10_000; // milliseconds after which a lock on breaking a lock was itself left behind

function create(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock: its id, 0 when it is just being written, null when there is no lock. */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  if (pid === process.pid) return false; // an earlier process with our number left it behind
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const ageOf = (file) => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);

const isLeftBehind = (file, holder) => (holder === 0 ? ageOf(file) > BREAKING : !isAlive(holder));

/** Removes a lock whose holder is gone. Only one process at a time may judge that, under a second lock. */
function breakIfLeftBehind(file) {
  const judging = `${file}.judging`;
  if (!create(judging)) {
    if (ageOf(judging) > BREAKING) rmSync(judging, { force: true });
    return;
  }
  try {
    const holder = holderOf(file);
    if (holder !== null && isLeftBehind(file, holder)) rmSync(file, { force: true });
  } finally {
    rmSync(judging, { force: true });
  }
}

/**
 * Does work while no other process does: the lock is a file holding its owner's process id, and a lock whose
 * owner is gone is taken over. `onWait(pid)` is called once when the work has to wait for somebody.
 */
export async function underLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !create(file);) {
    const holder = holderOf(file);
    if (holder === null) continue;
    if (isLeftBehind(file, holder)) {
      breakIfLeftBehind(file);
      continue;
    }
    if (!told && holder !== 0) {
      onWait(holder);
      told = true;
    }
    await pause(PAUSE);
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
