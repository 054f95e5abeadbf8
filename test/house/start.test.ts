import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { makeTree, ROOT, runNode, type Ending, type Tree } from './tree';

// Each run starts and compiles a small project, which takes a while on a busy machine.
jest.setTimeout(60_000);

const PROGRAM = `
import { answer } from './answer';
let interrupts = 0;
if (process.argv.includes('wait')) {
  const alive = setTimeout(() => process.exit(9), 30_000);
  process.on('SIGINT', () => process.stdout.write('interrupt ' + (interrupts += 1) + '\\n'));
  process.on('SIGTERM', () => {
    clearTimeout(alive);
    process.stdout.write('interrupts ' + interrupts + '\\n');
    process.exitCode = 7;
  });
} else process.exitCode = 3;
process.stdout.write('up ' + answer + ' ' + process.argv.slice(2).join(' ') + '\\n');
`;

/** Stands in for npx: notes each call, and ends as the test wants. */
const NPX = `#!/bin/sh
echo "$@" >> "$NPX_CALLS"
[ -z "$NPX_SAYS" ] || { echo "$NPX_SAYS"; exit 1; }
`;

const trees: Tree[] = [];
afterAll(() => trees.forEach((tree) => tree.remove()));

/** A project of two packages whose command line is PROGRAM, not yet installed or built. */
function project(engines = '>=20.0.0'): Tree {
  const tree = makeTree({
    'package.json': JSON.stringify({ packageManager: 'pnpm@1.2.3+sha512.abc', engines: { node: engines } }),
    'pnpm-lock.yaml': '',
    'pnpm-workspace.yaml': '',
    '.swcrc': readFileSync(join(ROOT, '.swcrc'), 'utf8'),
    'shared/package.json': '{}',
    'shared/src/money/index.ts': 'export const pound: number = 100;',
    'shared/src/money/money.test.ts': 'export {};',
    'gateway/package.json': '{}',
    'gateway/src/cli.ts': PROGRAM,
    'gateway/src/answer.ts': 'export const answer: number = 42;',
    'gateway/src/words.json': '{}',
    'fake/npx': NPX,
  });
  trees.push(tree);
  chmodSync(join(tree.root, 'fake/npx'), 0o755);
  cpSync(join(ROOT, 'gateway/bin'), join(tree.root, 'gateway/bin'), { recursive: true });
  mkdirSync(join(tree.root, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/@swc'), join(tree.root, 'node_modules/@swc'), 'junction');
  return tree;
}

const environmentOf = (tree: Tree, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: [join(tree.root, 'fake'), process.env.PATH].join(delimiter),
  NPX_CALLS: join(tree.root, 'calls'),
  ...more,
});

const coop = (tree: Tree, args: string[], env?: NodeJS.ProcessEnv): Promise<Ending> =>
  runNode([join(tree.root, 'gateway/bin/coop.mjs'), ...args], tree.root, environmentOf(tree, env));

const callsOf = (tree: Tree): string[] => readFileSync(join(tree.root, 'calls'), 'utf8').trim().split('\n');

interface Waiting {
  readonly launcher: ChildProcess;
  /** Resolves once the program has said something; rejects when it ends without. */
  said(text: string): Promise<void>;
  /** Everything that it said, once it has ended. */
  readonly ended: Promise<string>;
}

/** Starts the waiting program as the leader of a process group, as a terminal would; resolves when it is up. */
async function startWaiting(tree: Tree): Promise<Waiting> {
  const launcher = spawn(process.execPath, [join(tree.root, 'gateway/bin/coop.mjs'), 'wait'], {
    cwd: tree.root,
    env: { ...process.env, ...environmentOf(tree) },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let output = '';
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(text) && resolve();
      launcher.stdout?.on('data', look);
      launcher.on('exit', () => reject(new Error(`Ended without ${text}: ${output}`)));
      look();
    });
  launcher.stdout?.on('data', (chunk) => (output += String(chunk)));
  // The program holds the pipe too: it closes when both have ended.
  const ended = new Promise<string>((resolve) => {
    launcher.stdout?.on('close', () => resolve(output));
  });
  await said('up 42');
  return { launcher, said, ended };
}

describe('the start script', () => {
  let tree: Tree;
  let first: Ending;
  beforeAll(async () => {
    tree = project();
    first = await coop(tree, ['greet', '--loud']);
  });

  test('installs with the pinned pnpm, compiles, and runs the program with its arguments and exit code', () => {
    expect(first).toMatchObject({ code: 3, stdout: 'up 42 greet --loud\n' });
    expect(callsOf(tree)).toEqual([expect.stringMatching(/^--yes pnpm@1\.2\.3 install --frozen-lockfile /)]);
    expect(existsSync(join(tree.root, 'shared/dist/money/index.js'))).toBe(true);
    expect(existsSync(join(tree.root, 'shared/dist/money/money.test.js'))).toBe(false);
    expect(existsSync(join(tree.root, 'gateway/dist/words.json'))).toBe(true);
  });

  test('does nothing but run the program when nothing changed', async () => {
    const before = callsOf(tree);
    expect(await coop(tree, ['again'])).toEqual({ code: 3, stdout: 'up 42 again\n', stderr: '' });
    expect(callsOf(tree)).toEqual(before);
  });

  test('compiles only the package that changed, and leaves no stale file', async () => {
    tree.write('shared/src/money/pence.ts', 'export const penny: number = 1;');
    expect((await coop(tree, [])).stderr).toBe('Building shared ...\n');
    rmSync(join(tree.root, 'shared/src/money/pence.ts'));
    expect((await coop(tree, [])).stderr).toBe('Building shared ...\n');
    expect(existsSync(join(tree.root, 'shared/dist/money/pence.js'))).toBe(false);
  });

  test('installs again when the lock file changed', async () => {
    const before = callsOf(tree).length;
    tree.write('pnpm-lock.yaml', 'lockfileVersion: 9.0');
    expect((await coop(tree, [])).stderr).toContain('Installing the packages');
    expect(callsOf(tree)).toHaveLength(before + 1);
  });

  test('keeps the last good build when the sources do not compile, and says where', async () => {
    tree.write('gateway/src/broken.ts', 'export const = 1;');
    const ending = await coop(tree, []);
    expect(ending).toMatchObject({ code: 1, stdout: '' });
    expect(ending.stderr).toContain('gateway could not be compiled.');
    expect(ending.stderr).toContain('broken.ts');
    rmSync(join(tree.root, 'gateway/src/broken.ts'));
    expect(existsSync(join(tree.root, 'gateway/dist/cli.js'))).toBe(true);
  });

  test('takes over the lock of a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('close', resolve));
    tree.write('.cache/setup.lock', String(gone.pid));
    tree.write('shared/src/money/index.ts', 'export const pound: number = 100 + 0;');
    expect((await coop(tree, [])).code).toBe(3);
    expect(existsSync(join(tree.root, '.cache/setup.lock'))).toBe(false);
  });
});

test('processes started at once on a fresh clone install once and all run', async () => {
  const tree = project();
  const endings = await Promise.all(['a', 'b', 'c'].map((name) => coop(tree, [name])));
  expect(endings.map(({ code, stdout }) => [code, stdout])).toEqual([
    [3, 'up 42 a\n'],
    [3, 'up 42 b\n'],
    [3, 'up 42 c\n'],
  ]);
  expect(callsOf(tree)).toHaveLength(1);
});

test('a Node that the project does not run on is refused in one line', async () => {
  const refused = await coop(project('>=99.0.0'), []);
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Node [\d.]+ is not supported: .*\n$/),
  });
  const tree = project();
  tree.write(
    'gateway/bin/setup/check.mjs',
    [
      "import { checkNodeVersion, inRange } from './node-version.mjs';",
      "const range = '^20.19.0 || >=22.12.0';",
      "const versions = ['20.18.9', '20.19.0', '20.20.2', '21.7.0', '22.11.0', '22.12.0', '24.0.0', '18.20.0'];",
      'console.log(versions.filter((version) => inRange(version, range)).join());',
      "try { checkNodeVersion(range, '18.20.0'); } catch (error) { console.log(error.message); }",
    ].join('\n'),
  );
  const { stdout } = await runNode([join(tree.root, 'gateway/bin/setup/check.mjs')], tree.root);
  expect(stdout.split('\n')).toEqual([
    '20.19.0,20.20.2,22.12.0,24.0.0',
    'Node 18.20.0 is not supported: install Node ^20.19.0 or >=22.12.0.',
    '',
  ]);
});

test('a driver that cannot be compiled for want of tools is told in one line', async () => {
  const tree = project();
  const env = { NPX_SAYS: 'better-sqlite3 install: gyp ERR! find Python', PATH: join(tree.root, 'fake') };
  const { code, stderr } = await coop(tree, [], env);
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('Installing the packages'),
    expect.stringMatching(/^The SQLite driver has to be compiled here and that needs python3, make, g\+\+: /),
  ]);
});

test('an installation that fails otherwise shows the end of its output and exits with 1', async () => {
  const { code, stderr } = await coop(project(), [], { NPX_SAYS: 'ENOTFOUND' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/ENOTFOUND\nThe packages could not be installed; .*install\.log\.\n$/);
});

describe('signals', () => {
  let tree: Tree;
  beforeAll(async () => {
    tree = project();
    await coop(tree, []);
  });

  test('Ctrl-C reaches the program once, though the terminal and npm both pass it on', async () => {
    const { launcher, said, ended } = await startWaiting(tree);
    const exit = new Promise((resolve) => launcher.on('exit', (code, signal) => resolve([code, signal])));
    process.kill(-launcher.pid!, 'SIGINT'); // the terminal, to the whole group
    launcher.kill('SIGINT'); // npm
    await said('interrupt 1');
    launcher.kill('SIGTERM');
    expect(await ended).toMatch(/interrupts 1\n$/);
    expect(await exit).toEqual([7, null]);
  });

  test('the program ends when the launcher is killed without warning', async () => {
    const { launcher, ended } = await startWaiting(tree);
    launcher.kill('SIGKILL');
    expect(await ended).toMatch(/interrupts 0\n$/);
  });
});
