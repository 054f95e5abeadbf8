import type { ChildProcess } from 'node:child_process';
import { describeDatabases, ended, startChild, type World } from '@coop/test/kit';
import { Account, accountOpen, LEDGER } from '@coop/test/kit/ledger';
import type { LedgerNews, LedgerTask } from '@coop/test/kit/ledger-process';
import { verifyAudit } from '.';

interface Acknowledged {
  readonly command: string;
  readonly subject: string;
}

/** Starts a ledger process and calls back for every command that it acknowledges. */
function ledgerProcess(task: LedgerTask, hear: (done: Acknowledged) => void = () => undefined): ChildProcess {
  const child = startChild('ledger-process.ts');
  child.on('message', (news: LedgerNews) => {
    if (news.news === 'done') hear(news);
  });
  child.send(task);
  return child;
}

async function account(world: World, name: string, pence: number): Promise<string> {
  const result = await accountOpen.run(world.context(), { name, pence });
  if (!result.ok) throw new Error('Not opened.');
  return result.subject;
}

/** What the rows say against what the trail says, by one statement: a server may be ending a transaction. */
async function books(world: World): Promise<Record<string, number>> {
  const [row] = await world.database.reader.query<Record<string, string | number>[]>(`SELECT
    (SELECT COUNT(*) FROM account) AS accounts,
    (SELECT COUNT(*) FROM audit_entry WHERE action = 'accountOpen') AS opened,
    (SELECT SUM(moves) FROM account) AS moves,
    (SELECT COUNT(*) FROM audit_entry WHERE action = 'accountMove') AS moved,
    (SELECT SUM(balance) FROM account) AS pence`);
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, Number(value)]));
}

describeDatabases('processes', LEDGER, (world) => {
  test('a process killed among 200 commands leaves no half of anything and loses no acknowledged one', async () => {
    const [from, to] = [await account(world, 'from', 1_000_000), await account(world, 'to', 0)];
    const heard: Acknowledged[] = [];
    const child = ledgerProcess(
      { location: world.location, process: 'killed', from, to, commands: 200, forever: true },
      (done) => {
        heard.push(done);
        if (heard.length === 250) child.kill('SIGKILL');
      },
    );
    await ended(child);
    expect(child.signalCode).toBe('SIGKILL');
    await world.reopen();

    const { accounts, opened, moves, moved, pence } = await books(world);
    expect({ accounts, moves, pence }).toEqual({ accounts: opened, moves: moved, pence: 1_000_000 });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true, faults: [] });
    const wasOpened = heard.filter(({ command }) => command === 'accountOpen');
    for (const { subject } of wasOpened)
      expect(await world.database.reader.existsBy(Account, { id: subject })).toBe(true);
    expect(moves).toBeGreaterThanOrEqual(heard.length - wasOpened.length);
    expect(wasOpened.length).toBeGreaterThan(100);
  }, 60_000);

  test('two processes and this one write to one database, and nothing is lost', async () => {
    await world.clear();
    const [from, to] = [await account(world, 'from', 1_000), await account(world, 'to', 0)];
    const share = { location: world.location, from, to, commands: 100, forever: false };
    const children = ['one', 'two'].map((process) => ledgerProcess({ ...share, process }));
    for (let index = 0; index < 100; index += 1) await account(world, `here ${index}`, 0);
    await Promise.all(children.map(ended));
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await books(world)).toEqual({ accounts: 202, opened: 202, moves: 100, moved: 100, pence: 1_000 });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true, entries: 302 });
  }, 60_000);
});
