import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree, ROOT, runNode } from './tree';

// Each run starts a program, which takes a while on a busy machine.
jest.setTimeout(60_000);

/**
 * Files that break a rule: where, and the whole text. The focused tests and switched-off checks among them are texts
 * that the rules must find: none of them is in force here.
 */
const OFFENCES: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['environment', 'shared/src/a/a.ts', 'export const port = process.env.PORT;'],
  ['environment', 'shared/src/a/b.ts', "export const port = process['env'].PORT;"],
  ['environment', 'gateway/src/host.ts', 'export const { env } = process;'],
  ['environment', 'subgraphs/assets/src/index.ts', "import { env } from 'node:process';\nexport { env };"],
  ['environment', 'gateway/src/ba.ts', 'export const ask = () => (process.env.PORT ??= process.env.HOST);'],
  ['clock', 'shared/src/a/c.ts', 'export const now = Date.now();'],
  ['clock', 'shared/src/a/d.ts', 'export const now = new Date();'],
  ['clock', 'shared/src/a/e.ts', 'export const text = Date();'],
  ['clock', 'gateway/src/f.ts', 'export const started = performance.now();'],
  ['clock', 'gateway/src/g.ts', 'export const D = globalThis.Date;'],
  ['clock', 'gateway/src/h.ts', 'export const { now } = performance;'],
  ['clock', 'gateway/src/i.ts', "import { performance } from 'node:perf_hooks';\nexport { performance };"],
  ['clock', 'gateway/src/j.ts', 'export const nanoseconds = process.hrtime.bigint();'],
  ['clock', 'gateway/src/k.test.ts', 'export const today = new Date();'],
  ['clock', 'test/bench/l.bench.ts', 'export const now = Date.now;'],
  ['instants', 'gateway/src/m.ts', "export const day = new Date('2026-04-01');"],
  ['instants', 'gateway/src/n.ts', "export const day = Date.parse('2026-04-01');"],
  ['require', 'gateway/src/o.ts', "export const fs = require('node:fs');"],
  ['require', 'gateway/src/p.ts', "import fs = require('node:fs');\nexport { fs };"],
  ['require', 'gateway/src/q.ts', "export const path = require.resolve('typeorm');"],
  ['require', 'gateway/src/r.ts', "import { createRequire } from 'node:module';\nexport { createRequire };"],
  ['focused-tests', 'gateway/src/s.test.ts', "it.only('one', () => {});"],
  ['focused-tests', 'gateway/src/t.test.ts', "describe.only.each([1])('one', () => {});"],
  ['focused-tests', 'test/u.test.ts', "test.todo('one');"],
  ['focused-tests', 'test/v.test.ts', "xit('one', () => {});"],
  ['compiler-comments', 'gateway/src/w.ts', '// @ts-ignore\nexport const one: string = 1;'],
  ['compiler-comments', 'gateway/src/x.ts', "export const glob = '**/*.css';\n// @ts-nocheck\n/* end */"],
  ['compiler-comments', 'gateway/src/y.ts', '// @ts-expect-error\nexport const one: string = 1;'],
  ['disabled-rules', 'gateway/src/z.ts', '/* eslint-disable no-console */\nexport {};'],
  ['disabled-rules', 'gateway/src/za.ts', '// oxlint-disable-next-line no-console\nexport {};'],
  ['disabled-rules', 'gateway/src/zb.ts', '// house-rules-allow clock\nexport const now = Date.now();'],
  ['clock', 'gateway/src/zb.ts', '// house-rules-allow clock\nexport const now = Date.now();'],
  ['domain-words', 'shared/src/a/zd.ts', 'export const findNominationsById = 1;'],
  ['domain-words', 'shared/src/a/ze.ts', "export const message = 'No such supplier';"],
  ['domain-words', 'shared/src/a/zf.ts', 'export const message = (n: number) => `${n} volunteers`;'],
  ['domain-words', 'shared/src/a/zg.ts', 'export class SecretBallot {}'],
];

/** Files that look like offences and are none. */
const CLEAN: Record<string, string> = {
  'gateway/src/main.ts': 'export const port = process.env.PORT;',
  'gateway/src/cli.ts': 'export const port = process.env.PORT;',
  'gateway/src/cli/serve.ts': 'export const port = process.env.PORT;',
  'subgraphs/assets/src/main.ts': 'export const port = process.env.PORT;',
  'gateway/bin/coop.mjs': 'export const path = process.env.PATH, now = Date.now(), day = new Date(0);',
  'test/kit/servers.ts': 'export const url = process.env.COOP_TEST_MYSQL_URL;',
  'shared/src/time/clock.ts': 'export const now = () => new Date(Date.now() + performance.now());',
  'gateway/src/telemetry.ts': "process.env['APOLLO_TELEMETRY_DISABLED'] = '1';\nexport const off = true;",
  'gateway/src/dates.ts':
    'export const isDate = (value: unknown, at?: Date): value is Date => value instanceof Date;',
  'gateway/src/own.ts':
    'export const env = (settings: { env: string; now: Date }) => [settings.env, settings.now];',
  'gateway/src/day.test.ts': "export const day = new Date('2026-04-01');",
  'test/load.cjs': "module.exports = require('node:fs');",
  'gateway/src/lists.ts': 'export const only = (list: { only: number }) => list.only;',
  'gateway/src/text.ts': "export const text = '// @ts-ignore', other = `eslint-disable`;",
  'gateway/src/typed.ts':
    '// @ts-expect-error the library types this as a number\nexport const one: string = 1;',
  'gateway/src/quiet.ts': '// oxlint-disable-next-line no-console -- the banner is for people\nexport {};',
  'gateway/src/allowed.ts':
    '// house-rules-allow clock -- measures the clock itself\nexport const now = Date.now();\nexport const f = 1;',
  'shared/src/a/words.ts':
    '// An asset, say, or a ballot.\nexport const councilOf = (forward: string) => forward;',
  'shared/src/a/words.test.ts': "export const id = 'asset_01J';",
  'shared/src/nouns/roles.ts': "export const roles = ['supplier'];",
  'shared/src/ballots/ballot.ts': 'export class Ballot {}',
  'subgraphs/assets/src/words.ts': 'export class Asset {}',
};

async function findingsIn(files: Record<string, string>): Promise<string[]> {
  const tree = makeTree(files);
  try {
    const { code, stdout, stderr } = await runNode([join(ROOT, 'test/house-rules.mjs'), tree.root], ROOT);
    const lines = stdout.split('\n').filter((line) => line !== '');
    expect({ code, stderr }).toEqual({ code: lines.length > 0 ? 1 : 0, stderr: '' });
    return lines.map((line) => line.replace(/^(.+):\d+ ([\w-]+): .*$/, '$2 $1'));
  } finally {
    tree.remove();
  }
}

describe('the checker of what stands in a file', () => {
  let found: string[];
  beforeAll(async () => {
    found = await findingsIn(Object.fromEntries(OFFENCES.map(([, path, text]) => [path, text])));
  });

  test.each(OFFENCES)('finds %s in %s', (rule, path) => {
    expect(found).toContain(`${rule} ${path}`);
  });

  test('finds nothing else in those files', () => {
    const expected = new Set(OFFENCES.map(([rule, path]) => `${rule} ${path}`));
    expect(found.filter((finding) => !expected.has(finding))).toEqual([]);
  });

  test('finds nothing in files that keep the rules', async () => {
    expect(await findingsIn(CLEAN)).toEqual([]);
  });
});

describe('the linter', () => {
  const OFFENDING: Record<string, string> = {
    'gateway/src/any.ts': 'export const one = (value: any) => value;',
    'gateway/src/loud.ts': "console.log('hello');",
    'gateway/src/main.ts': "console.log('ready');",
    'gateway/src/equal.ts': 'export const same = (a: number, b: number) => a == b;',
    'gateway/src/focus.test.ts': "test.only('one', () => expect(1).toBe(1));",
    'gateway/src/empty.test.ts': "test('nothing', () => undefined);",
    'gateway/src/unused.ts': "import { join, sep } from 'node:path';\nexport { sep };",
    'gateway/src/shadow.ts': 'const one = 1;\nexport const two = (one: number) => one;\nexport { one };',
    'gateway/src/good.ts':
      "import 'reflect-metadata';\nexport const isNothing = (value: unknown) => value == null;",
  };
  let codes: string[];

  beforeAll(async () => {
    const tree = makeTree(OFFENDING);
    try {
      copyFileSync(join(ROOT, '.oxlintrc.json'), join(tree.root, '.oxlintrc.json'));
      const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
      const { stdout } = await runNode([oxlint, '--config=.oxlintrc.json', '--format=json'], tree.root);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
      codes = diagnostics.map(({ code, filename }) => `${code} ${filename}`).sort();
    } finally {
      tree.remove();
    }
  });

  test('refuses any, console, loose equality, focus, empty tests, the unused and the shadowed; and no more', () => {
    expect(codes).toEqual([
      'eslint(eqeqeq) gateway/src/equal.ts',
      'eslint(no-console) gateway/src/loud.ts',
      'eslint(no-shadow) gateway/src/shadow.ts',
      'eslint(no-unused-vars) gateway/src/unused.ts',
      'jest(expect-expect) gateway/src/empty.test.ts',
      'jest(no-focused-tests) gateway/src/focus.test.ts',
      'typescript(no-explicit-any) gateway/src/any.ts',
    ]);
  });
});
