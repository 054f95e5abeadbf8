import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf, systemClock } from '../time';
import { LONGEST_REQUEST } from './body-time';
import { sweepUploads, uploadFolder, uploadName } from './upload-folder';

const now = systemClock.now();
const old = instantOf(now.getTime() - LONGEST_REQUEST - 1000);
let within: string;
beforeEach(async () => (within = await mkdtemp(join(tmpdir(), 'coop-sweep-'))));
afterEach(() => rm(within, { recursive: true }));

/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ['--version']).pid;

/** A folder with a file in it, as a process leaves it behind. */
async function left(name: string, at: Date): Promise<void> {
  await mkdir(join(within, name));
  await writeFile(join(within, name, 'payments.csv'), 'whom a council paid');
  await utimes(join(within, name), at, at);
}

test('what a dead process left is removed when it is older than any upload, and nothing else is', async () => {
  await left(`coop-upload-${dead}-old1`, old);
  await left(`coop-upload-${dead}-new1`, now);
  await left(`coop-upload-${process.ppid}-old1`, old);
  await left(`coop-uploads-${dead}-old1`, old);
  await left(`other-${dead}-old1`, old);
  expect(await sweepUploads(now, within)).toEqual([`coop-upload-${dead}-old1`]);
  expect((await readdir(within)).sort()).toEqual(
    [
      `coop-upload-${dead}-new1`,
      `coop-upload-${process.ppid}-old1`,
      `coop-uploads-${dead}-old1`,
      `other-${dead}-old1`,
    ].sort(),
  );
});

test('what an earlier process of the same number left is removed, as in a container', async () => {
  await left(`coop-upload-${process.pid}-old1`, old);
  const own = await uploadFolder(within);
  expect(await sweepUploads(now, within)).toEqual([`coop-upload-${process.pid}-old1`]);
  expect(await readdir(within)).toEqual([own.slice(within.length + 1)]);
});

test('a folder that is not there is swept without a word', async () => {
  expect(await sweepUploads(now, join(within, 'none'))).toEqual([]);
});

test.each([
  ['June.csv', 'June.csv'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\files\\June.csv', 'June.csv'],
  ['...', 'upload'],
  ['', 'upload'],
  [undefined, 'upload'],
  ['a\u0000b?.csv', 'ab.csv'],
  ['x'.repeat(300), 'x'.repeat(200)],
  ['😀'.repeat(120), '😀'.repeat(50)],
  [`😀${'x'.repeat(198)}`, 'x'.repeat(198)],
  [`e\u0301${'x'.repeat(198)}`, 'x'.repeat(198)],
])('the file %j is called %j', (said, called) => expect(uploadName(said)).toBe(called));
