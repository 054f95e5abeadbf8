import type { Command } from 'commander';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildProgram } from '@coop/gateway/program';
import { testGraph } from '../kit/graph';
import { ledger } from '../kit/ledger-subgraph';
import { PATIENCE } from '../kit/patience';
import { BUILT, runProgram, WITH_LEDGER } from '../kit/program';

jest.setTimeout(PATIENCE);

const OLDHAM = ['--council', 'E08000004'];
const GOOD = 'name,pence\nTills,100\nSafe,2500\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coop-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('the command line beside a running server', () => {
  const graph = testGraph({ more: [ledger] });
  const coop = (...args: string[]) => runProgram(WITH_LEDGER, args, graph.env);
  const accounts = async () =>
    (
      await graph.ask<{ council: { accounts: { name: string; balancePence: number }[] } }>(
        '{ council(gssCode: "E08000004") { accounts { name balancePence } } }',
      )
    ).data?.council.accounts;

  test('imports a file, says what became of it, and finds it there the second time', async () => {
    const path = await file('accounts.csv', `${GOOD}Petty cash,some\n`);
    const first = await coop('import', 'accounts', path, ...OLDHAM);
    expect(first).toEqual({
      code: 0,
      stdout:
        'accounts.csv: 3 rows: 2 imported, 0 already there, 1 rejected.\n  Line 4: Petty cash has no amount.\n',
      stderr: '',
    });
    expect(await accounts()).toEqual([
      { name: 'Tills', balancePence: 100 },
      { name: 'Safe', balancePence: 2500 },
    ]);
    const again = await coop('import', 'accounts', path, ...OLDHAM, '--json');
    // One line for each file, with these and no other fields.
    expect(again.stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(again.stdout)).toEqual({
      file: path,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      rows: 3,
      imported: 0,
      alreadyThere: 2,
      rejected: 1,
      refused: null,
    });
    expect(again.stderr).toBe('accounts.csv: Line 4: Petty cash has no amount.\n');
  });

  test('exits with 2 for a file that is refused whole; the others are imported', async () => {
    const wrong = await file('wrong.csv', 'who,what\n');
    const right = await file('right.csv', 'name,pence\nDeposit,7\n');
    const { code, stdout, stderr } = await coop('import', 'accounts', wrong, right, ...OLDHAM);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: 'right.csv: 1 rows: 1 imported, 0 already there, 0 rejected.\n',
      stderr: 'wrong.csv: refused. The first line is not name,pence.\n',
    });
  });

  test('imports nothing when one of the files is not there', async () => {
    const path = await file('lonely.csv', 'name,pence\nLonely,1\n');
    const nowhere = join(folder, 'nowhere.csv');
    const { code, stdout, stderr } = await coop('import', 'accounts', path, nowhere, ...OLDHAM);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `${nowhere}: there is no such file. Nothing was imported.\n`,
    });
    expect(JSON.stringify(await accounts())).not.toContain('Lonely');
  });

  test('writes a table to standard output, or to a file that is whole or not there', async () => {
    await coop('import', 'accounts', await file('more.csv', GOOD), ...OLDHAM);
    const out = await coop('export', 'accounts', ...OLDHAM);
    expect(out).toEqual({ code: 0, stdout: expect.stringMatching(/^name,pence\n/), stderr: '' });
    expect(out.stdout).toContain('\nSafe,2500\n');
    const target = join(folder, 'out.jsonl');
    const written = await coop('export', 'accounts', '--format', 'json', '-o', target);
    expect(written).toEqual({ code: 0, stdout: '', stderr: `Written: ${target}\n` });
    expect(await readFile(target, 'utf8')).toContain('{"name":"Safe","pence":2500}\n');
    const lost = await coop('export', 'accounts', '-o', join(folder, 'none', 'out.csv'));
    expect(lost).toEqual({
      code: 1,
      stdout: '',
      stderr: `${join(folder, 'none', 'out.csv')}: there is no such folder.\n`,
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  describe('of a council that the directory does not know', () => {
    const NOBODY = ['--council', 'E08009999'];
    const UNKNOWN = /^The directory knows no council E08009999\. .*import areas FILE reads .*\n$/;

    test('it imports nothing, and says what to do', async () => {
      const path = await file('nobody.csv', GOOD);
      const { code, stdout, stderr } = await coop('import', 'accounts', path, ...NOBODY);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.replace(/^nobody\.csv: refused\. /, '')).toMatch(UNKNOWN);
      const json = await coop('import', 'accounts', path, ...NOBODY, '--json');
      expect(JSON.parse(json.stdout)).toMatchObject({
        ...{ file: 'nobody.csv', rows: 0, imported: 0 },
        refused: expect.stringContaining('knows no council') as string,
      });
      expect((await coop('export', 'accounts')).stdout).not.toContain('E08009999');
    });

    test('it writes no table, also into no file', async () => {
      const target = join(folder, 'nobody-out.csv');
      for (const where of [[], ['-o', target]]) {
        const { code, stdout, stderr } = await coop('export', 'accounts', ...NOBODY, ...where);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(UNKNOWN);
      }
      expect((await readdir(folder)).filter((name) => name.includes('nobody-out'))).toEqual([]);
    });

    test('it goes on where the directory is not to be had, and says so', async () => {
      const env = { ...graph.env, COOP_COUNCILS_DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none' };
      const path = await file('given.csv', 'name,pence\nGiven,1\n');
      const said =
        'The directory could not be asked whether there is a council E08009999: it was taken as given.';
      expect(await runProgram(WITH_LEDGER, ['import', 'accounts', path, ...NOBODY], env)).toEqual({
        code: 0,
        stdout: `given.csv: 1 rows: 1 imported, 0 already there, 0 rejected.\n  ${said}\n`,
        stderr: '',
      });
      expect(await runProgram(WITH_LEDGER, ['export', 'accounts', ...NOBODY], env)).toEqual({
        code: 0,
        stdout: 'name,pence\nGiven,1\n',
        stderr: `${said}\n`,
      });
    });
  });

  test('verifies the trails, and names the row that was changed behind their back', async () => {
    const intact = await coop('audit', 'verify');
    expect(intact.code).toBe(0);
    expect(intact.stdout).toMatch(/^councils: \d+ entr\w+ in \d+ trails?, intact\.$/m);
    expect(intact.stdout).toMatch(/^ledger: \d+ entries in \d+ trails?, intact\.$/m);
    const database = graph.running.open.find(({ name }) => name === 'ledger')?.database;
    await database?.transaction((manager) =>
      manager.query(
        "UPDATE audit_entry SET actor = 'somebody else' WHERE council = 'E08000004' AND sequence = 1",
      ),
    );
    const { code, stdout, stderr } = await coop('audit', 'verify', 'ledger');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /^ledger: .*, 1 trail tampered with\.\n {2}E08000004, row 1: CHANGED\. Row 1 was changed after it was written\.\n$/,
    );
  });
});

test('each kind of file is listed with its options', async () => {
  const helpOf = (...path: string[]) => {
    let command: Command = buildProgram({}, [ledger]);
    for (const name of path) command = command.commands.find((one) => one.name() === name) ?? command;
    return command.helpInformation();
  };
  expect(helpOf('import')).toMatch(/accounts \[options\] <file\.\.\.>\s+Accounts, one a line: name,pence\./);
  expect(helpOf('import', 'accounts')).toContain('--council <gss>');
  expect(helpOf('export')).toMatch(/accounts \[options\]\s+Every account with its balance\./);
  expect(helpOf('export', 'accounts')).toContain('(choices: "csv", "json", default: "csv")');
});

test('a published vote is counted again without a database', async () => {
  const sample = resolve(__dirname, '../../subgraphs/budgets/samples/three-streets.pb');
  const nowhere = { COOP_DATA: '/dev/null/nowhere', DATABASE_URL: 'mysql://nobody@localhost:1/none' };
  const { code, stdout, stderr } = await runProgram(BUILT, ['tally', sample, '--json'], nowhere);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ rule: 'equal-shares-add1', budget: 6000.5, spent: 5200 });
});

describe('what cannot be done is told in one line, with exit code 1', () => {
  const serve = (env: Record<string, string>, ...args: string[]) =>
    runProgram(BUILT, ['serve', ...args], { COOP_DATA: folder, PORT: '0', ...env });

  async function expectOneLine(running: ReturnType<typeof serve>, line: string | RegExp): Promise<void> {
    const { code, stdout, stderr } = await running;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      typeof line === 'string' ? line : expect.stringMatching(line),
    ]);
  }

  test('a subgraph that there is not', () =>
    expectOneLine(serve({}, 'parks'), /^There is no subgraph parks: there are councils, assets/));

  test('a port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    await expectOneLine(
      serve({ PORT: String(port) }, 'councils'),
      `councils: port ${port} of 127.0.0.1 is taken by another program; stop that one or set PORT to another.`,
    );
    holder.close();
  });

  test('a folder that is a file', async () => {
    const path = await file('not-a-folder', '');
    await expectOneLine(serve({ COOP_DATA: path }, 'councils'), /not-a-folder/);
  });

  test('a folder that cannot be made', async () => {
    const path = await file('file', '');
    await expectOneLine(serve({ COOP_DATA: join(path, 'data') }, 'councils'), /file\/data/);
  });

  test('a database file that is none', async () => {
    const data = await mkdtemp(join(folder, 'broken-'));
    await writeFile(join(data, 'councils.sqlite'), 'This is not a database. '.repeat(100));
    await expectOneLine(serve({ COOP_DATA: data }, 'councils'), /councils\.sqlite/);
  });

  test('a database server that does not answer', () =>
    expectOneLine(
      serve({ DATABASE_URL: 'mysql://coop:secret@127.0.0.1:1/coop' }, 'councils'),
      /^(?!.*secret).*127\.0\.0\.1/,
    ));

  test('a setting that makes no sense', () => expectOneLine(serve({ PORT: 'many' }, 'councils'), /^PORT /));

  test('the same, where the whole graph is started', () =>
    expectOneLine(
      runProgram(BUILT, ['start'], {
        COOP_DATA: folder,
        PORT: '0',
        DATABASE_URL: 'mysql://coop:secret@127.0.0.1:1/coop',
      }),
      /^(?!.*secret).*127\.0\.0\.1/,
    ));
});
