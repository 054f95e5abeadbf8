import { describeDatabases } from '@coop/test/kit';
import { Account, accountMove, accountOpen, LEDGER } from '@coop/test/kit/ledger';
import { ANONYMOUS } from '../access';
import { AuditEntry } from '../persistence';

async function opened(result: ReturnType<typeof accountOpen.run>): Promise<string> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.subject;
}

describeDatabases('the door for writes', LEDGER, (world) => {
  const open = (name: string, pence: number) => opened(accountOpen.run(world.context(), { name, pence }));
  const read = (id: string) => world.database.reader.findOneByOrFail(Account, { id });

  test('200 commands side by side give 200 results', async () => {
    const [from, to] = [await open('from', 1_000), await open('to', 0)];
    const runs = Array.from({ length: 200 }, () => accountMove.run(world.context(), { from, to, pence: 5 }));
    const results = await Promise.all(runs);
    expect(results.filter(({ ok }) => ok)).toHaveLength(200);
    expect(await read(from)).toMatchObject({ balance: 0, moves: 200, version: 201 });
    expect(await read(to)).toMatchObject({ balance: 1_000, version: 201 });
  }, 30_000);

  test('a refusal leaves nothing behind', async () => {
    const [from, to] = [await open('poor', 3), await open('rich', 0)];
    const before = await world.database.reader.count(AuditEntry);
    const result = await accountMove.run(world.context(), { from, to, pence: 5, idempotencyKey: 'refused' });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ kind: 'LimitExceeded', limit: 3, requested: 5 }],
    });
    expect(await read(from)).toMatchObject({ balance: 3, moves: 0, version: 1 });
    expect(await read(to)).toMatchObject({ balance: 0, version: 1 });
    expect(await world.database.reader.count(AuditEntry)).toBe(before);
  });

  test('nobody writes without a token', async () => {
    await expect(accountOpen.run(world.context(ANONYMOUS), { name: 'x', pence: 1 })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});
