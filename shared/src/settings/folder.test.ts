import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, SettingsError } from '.';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'coop-folder-'));
  writeFileSync(join(place, 'file'), '');
});
afterAll(() => rmSync(place, { recursive: true }));

test('a folder is made with those above it, and one that is there is left as it is', () => {
  const folder = join(place, 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

const PROC: [string, () => string][] = [['no folder can be made there', () => '/proc/nope']];

test.each<[string, () => string]>([
  ['a file of that name', () => join(place, 'file')],
  ['file is a file', () => join(place, 'file', 'below')],
  ['file is a file', () => join(place, 'file', 'far', 'below')],
  // Node's own way of making folders never comes back from here.
  ...(process.platform === 'linux' ? PROC : []),
])('what stands in the way is told in one line: %s', (reason, folder) => {
  expect(() => makeFolder(folder())).toThrow(SettingsError);
  expect(() => makeFolder(folder())).toThrow(`The folder ${folder()} cannot be made: `);
  expect(() => makeFolder(folder())).toThrow(reason);
});
