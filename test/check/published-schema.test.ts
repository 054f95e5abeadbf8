import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { publishedSchema } from './published-schema';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-published-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// No settings of whoever runs the tests: neither a hook nor a demand for signatures of theirs counts here.
const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
    cwd: folder,
    env: environment,
    stdio: 'pipe',
  });
const schema = () => join(folder, 'schema.graphql');
const published = () => publishedSchema(schema());

/** Commits a schema with this text. */
function commit(text: string): void {
  writeFileSync(schema(), text);
  git('add', '.');
  git('commit', '-qm', text);
}

test('outside a repository, or without a committed schema, there is none', async () => {
  expect(await published()).toBeNull();
  git('init', '-qb', 'main');
  expect(await published()).toBeNull();
});

test('without a tag or a main branch it is that of the last commit, whatever stands in the working tree', async () => {
  git('init', '-qb', 'trunk');
  commit('one');
  commit('two');
  writeFileSync(schema(), 'three');
  expect(await published()).toEqual({ of: 'the last commit', text: 'two' });
});

test('without a tag it is that of the commit at which the work left the main branch', async () => {
  git('init', '-qb', 'main');
  commit('one');
  git('checkout', '-qb', 'work');
  commit('two');
  git('checkout', '-q', 'main');
  commit('other');
  git('checkout', '-q', 'work');
  const found = await published();
  expect(found?.text).toBe('one');
  expect(found?.of).toMatch(/^commit [0-9a-f]{10}, where this left main$/);
});

test('with tags it is that of the newest version the work stands on', async () => {
  git('init', '-qb', 'main');
  commit('one');
  git('tag', 'v1.0.0');
  commit('two');
  git('tag', 'v1.1.0');
  commit('three');
  git('tag', 'nightly');
  git('checkout', '-qb', 'elsewhere');
  commit('four');
  git('tag', 'v2.0.0');
  git('checkout', '-q', 'main');
  expect(await published()).toEqual({ of: 'version v1.1.0', text: 'two' });
});
