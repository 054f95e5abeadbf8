import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { buildProgram } from './program';

let folder: string;
let out: string;
let err: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coop-token-'));
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('a token by a new key is printed with a word on which server takes it; the next is printed alone', async () => {
  const make = () =>
    buildProgram({ COOP_DATA: folder }, []).parseAsync(
      ['token', '--as', 'officer', '--council', 'E08000004'],
      { from: 'user' },
    );
  await make();
  expect(out).toMatch(/^ey[^\s]+\n$/);
  expect(err).toBe(
    `A new key was made in ${folder}: a server that is started on this folder (COOP_DATA) takes the token, one that runs on another folder does not.\n`,
  );
  err = '';
  await make();
  expect(out).toMatch(/^(?:ey[^\s]+\n){2}$/);
  expect(err).toBe('');
});
