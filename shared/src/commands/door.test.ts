import { describeDatabases } from '@coop/test/kit';
import { Account, accountMove, accountOpen, LEDGER } from '@coop/test/kit/ledger';
import { bulkWrite, defineCommand, done, forgetIdempotencyKeys, versionProblems } from '.';
import { ANONYMOUS, right } from '../access';
import { AuditEntry, IdempotencyKey } from '../persistence';
import { problem, refuse } from '../problems';

describeDatabases('the door for writes', LEDGER, (world) => {
  const open = async (name: string, pence: number): Promise<string> => {
    const result = await accountOpen.run(world.context(), { name, pence });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.subject;
  };
  const read = (id: string) => world.database.reader.findOneByOrFail(Account, { id });
  const times = <T>(count: number, work: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, index) => work(index)));

  test('200 commands side by side give 200 results', async () => {
    const [from, to] = [await open('from', 1_000), await open('to', 0)];
    const results = await times(200, () => accountMove.run(world.context(), { from, to, pence: 5 }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(200);
    expect(await read(from)).toMatchObject({ balance: 0, moves: 200, version: 201 });
    expect(await read(to)).toMatchObject({ balance: 1_000, version: 201 });
  }, 30_000);

  test('200 commands on rows of their own share one trail without a gap, and none has to run twice', async () => {
    const council = 'W06000015';
    const context = world.context(world.actor({ council }));
    let runs = 0;
    const touch = defineCommand<object>({
      name: 'accountTouch',
      async handle(tx) {
        runs += 1;
        return done({ council, subject: tx.newId('account') });
      },
    });
    await touch.run(context, {});
    const results = await times(200, () => touch.run(context, {}));
    expect(results.filter(({ ok }) => ok)).toHaveLength(200);
    expect(runs).toBe(201);
    const trail = await world.database.reader.find(AuditEntry, {
      where: { council },
      order: { sequence: 'ASC' },
    });
    expect(trail.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 201 }, (_, index) => index + 1),
    );
  }, 30_000);

  test('200 commands that lock in opposing orders all get through', async () => {
    const [a, b] = [await open('a', 1_000), await open('b', 1_000)];
    const results = await times(200, (index) => {
      const [from, to] = index % 2 ? [a, b] : [b, a];
      return accountMove.run(world.context(), { from, to, pence: 1 });
    });
    expect(results.filter(({ ok }) => ok)).toHaveLength(200);
    expect(await read(a)).toMatchObject({ balance: 1_000, moves: 100 });
  }, 30_000);

  test('commands that lock one row after the other in opposing orders are run anew until they get through', async () => {
    const [a, b] = [await open('a', 1_000), await open('b', 1_000)];
    const results = await times(60, (index) => {
      const [from, to] = index % 2 ? [a, b] : [b, a];
      return accountMove.run(world.context(), { from, to, pence: 1, unsorted: true });
    });
    expect(results.filter(({ ok }) => ok)).toHaveLength(60);
    expect(await read(a)).toMatchObject({ balance: 1_000, moves: 30 });
  }, 60_000);

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

  test('an error in the work leaves nothing behind and the door open', async () => {
    const failing = defineCommand<object>({
      name: 'accountFail',
      async handle(tx) {
        await tx.insert(Account, { ...(await read(await opened)), id: 'account_never' });
        throw new Error('broken');
      },
    });
    const opened = open('whole', 1);
    await opened;
    await expect(failing.run(world.context(), {})).rejects.toThrow('broken');
    expect(await world.database.reader.existsBy(Account, { id: 'account_never' })).toBe(false);
    await open('next', 1);
  });

  test('what an actor has no right to is refused with what it would need', async () => {
    const officers = right<string>(
      'openAccount',
      'an officer of the council',
      (actor, council) => actor.role === 'officer' && actor.council === council,
    );
    const guarded = defineCommand<object>({
      name: 'accountGuard',
      async handle(tx) {
        const problems = tx.demand(officers, 'E09000033');
        return problems.length > 0 ? refuse(...problems) : done({ council: 'E09000033', subject: 'none' });
      },
    });
    expect(await guarded.run(world.context(), {})).toMatchObject({
      ok: false,
      problems: [{ kind: 'NotAllowed', needs: 'an officer of the council' }],
    });
    const theirs = world.context(world.actor({ council: 'E09000033' }));
    expect(await guarded.run(theirs, {})).toEqual({ ok: true, subject: 'none' });
  });

  test('nobody writes without a token', async () => {
    const context = world.context(ANONYMOUS);
    await expect(accountOpen.run(context, { name: 'x', pence: 1 })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    await expect(bulkWrite(context, { name: 'accountsImport' }, async () => 1)).rejects.toThrow('token');
  });

  test('an input that breaks its rules is refused with all of them before anything is read', async () => {
    const input = { name: 7, pence: -1 } as never;
    const statements = await world.statementsOf(async () => {
      const result = await accountOpen.run(world.context(), input);
      expect(result).toMatchObject({
        ok: false,
        problems: [
          { kind: 'InvalidInput', path: ['name'] },
          { kind: 'InvalidInput', path: ['pence'] },
        ],
      });
    });
    expect(statements).toBe(0);
  });

  describe('an idempotency key', () => {
    test('20 times at once writes once and answers alike', async () => {
      const [from, to] = [await open('from', 1_000), await open('to', 0)];
      const input = { from, to, pence: 5, idempotencyKey: `at once ${from}` };
      const results = await times(20, () => accountMove.run(world.context(), input));
      expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(
        new Set([JSON.stringify({ ok: true, subject: from, receipt: { left: 995 } })]),
      );
      expect(await read(from)).toMatchObject({ balance: 995, moves: 1 });
    }, 30_000);

    test('whose call is refused 20 times at once stays free', async () => {
      const [from, to] = [await open('from', 1), await open('to', 0)];
      const input = { from, to, pence: 5, idempotencyKey: `refused ${from}` };
      const results = await times(20, () => accountMove.run(world.context(), input));
      expect(results.every(({ ok }) => !ok)).toBe(true);
      expect(await accountMove.run(world.context(), { ...input, pence: 1 })).toMatchObject({ ok: true });
    }, 30_000);

    test('answers again later what it answered first', async () => {
      const input = { name: 'once', pence: 1, idempotencyKey: 'later' };
      const first = await accountOpen.run(world.context(), input);
      world.clock.advance(86_400_000);
      expect(await accountOpen.run(world.context(), { ...input })).toEqual(first);
    });

    test('with other input is refused', async () => {
      const input = { name: 'key', pence: 1, idempotencyKey: 'mine' };
      await accountOpen.run(world.context(), input);
      expect(await accountOpen.run(world.context(), { ...input, pence: 2 })).toMatchObject({
        ok: false,
        problems: [{ kind: 'InvalidInput', path: ['idempotencyKey'] }],
      });
    });

    test('belongs to its actor', async () => {
      const input = { name: 'theirs', pence: 1, idempotencyKey: 'shared' };
      const first = await accountOpen.run(world.context(), input);
      const second = await accountOpen.run(world.context(world.actor({ subject: 'officer-2' })), input);
      expect(second).toMatchObject({ ok: true });
      expect(second).not.toEqual(first);
    });

    test('belongs to one of the roles of its actor', async () => {
      const input = { name: 'theirs', pence: 1, idempotencyKey: 'in two roles' };
      const first = await accountOpen.run(world.context(world.actor({ role: 'officer' })), input);
      const second = await accountOpen.run(world.context(world.actor({ role: 'auditor' })), input);
      expect(second).toMatchObject({ ok: true });
      expect(second).not.toEqual(first);
    });

    test.each([[''], ['x'.repeat(101)], [7], ['a\u0000b']])('cannot be %p', async (idempotencyKey) => {
      const result = await accountOpen.run(world.context(), { name: 'x', pence: 1, idempotencyKey } as never);
      expect(result).toMatchObject({ ok: false, problems: [{ path: ['idempotencyKey'] }] });
    });

    test('is forgotten when it is old', async () => {
      await accountOpen.run(world.context(), { name: 'old', pence: 1, idempotencyKey: 'old' });
      world.clock.advance(1_000);
      expect(await forgetIdempotencyKeys(world.database, world.clock.now())).toBeGreaterThan(0);
      expect(await world.database.reader.count(IdempotencyKey)).toBe(0);
    });
  });

  test('a write inside a write is refused', async () => {
    const nesting = defineCommand<object>({
      name: 'accountNest',
      async handle() {
        await open('inner', 1);
        return done({ council: null, subject: 'none' });
      },
    });
    await expect(nesting.run(world.context(), {})).rejects.toThrow('inside a write');
  });

  test('a version that somebody else has passed is a conflict', async () => {
    const rename = defineCommand<{ id: string; name: string; expectedVersion: number }>({
      name: 'accountRename',
      async handle(tx, { id, name, expectedVersion }) {
        const row = await tx.lock(Account, id);
        if (!row) return refuse(problem.notFound('There is no such account.'));
        const [conflict] = versionProblems(row, expectedVersion);
        if (conflict) return refuse(conflict);
        row.name = name;
        await tx.update(row);
        return done({ council: row.council, subject: id });
      },
    });
    const id = await open('first', 1);
    const both = await times(2, (index) =>
      rename.run(world.context(), { id, name: `by ${index}`, expectedVersion: 1 }),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      problems: [{ kind: 'Conflict', currentVersion: 2, path: ['expectedVersion'] }],
    });
  });

  test('a row read without a lock and written by somebody else meanwhile is read anew, never overwritten', async () => {
    const id = await open('careless', 0);
    const careless = defineCommand<object>({
      name: 'accountAdd',
      async handle(tx) {
        const row = await tx.manager.findOneByOrFail(Account, { id });
        row.balance += 1;
        await tx.update(row);
        return done({ council: row.council, subject: id });
      },
    });
    await times(10, () => careless.run(world.context(), {}));
    expect(await read(id)).toMatchObject({ balance: 10, version: 11 });
  }, 30_000);

  test('two who insert the same key are run anew, so that the loser can see why', async () => {
    const id = `account_${world.database.kind}`;
    const claim = defineCommand<object>({
      name: 'accountClaim',
      async handle(tx) {
        if (await tx.manager.existsBy(Account, { id })) return refuse(problem.ineligible('It is taken.'));
        await tx.insert(Account, { ...(await template), id });
        return done({ council: null, subject: id });
      },
    });
    const template = read(await open('template', 1));
    const results = await times(10, () => claim.run(world.context(), {}));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toHaveLength(9);
  }, 30_000);

  test('a bulk write goes in by chunks and is audited once', async () => {
    const template = await read(await open('template', 1));
    const context = world.context(world.actor({ council: 'E08000009' }));
    const rows = (chunk: number) =>
      Array.from({ length: 1_000 }, (_, row) => ({ ...template, id: `account_bulk_${chunk}_${row}` }));
    for (let chunk = 0; chunk < 3; chunk += 1)
      await bulkWrite(context, { name: 'accountsImport' }, async (tx) => {
        await tx.insertMany(Account, rows(chunk));
        if (chunk === 2)
          await tx.record({ council: 'E08000009', subject: 'import_1', changes: { rows: 3_000 } });
      });
    expect(await world.database.reader.countBy(AuditEntry, { council: 'E08000009' })).toBe(1);
    expect(await world.database.reader.count(Account)).toBeGreaterThan(3_000);
  });
});
