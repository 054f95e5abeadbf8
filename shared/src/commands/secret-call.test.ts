import { randomUUID } from 'node:crypto';
import { describeDatabases } from '@coop/test/kit';
import { LEDGER } from '@coop/test/kit/ledger';
import { callSeed, defineCommand, done } from '.';
import { ANONYMOUS } from '../access';
import { AuditEntry, IdempotencyKey } from '../persistence';
import { problem, refuse } from '../problems';

interface Letter {
  readonly secret: string;
  readonly idempotencyKey?: string;
}

let runs = 0;
const send = defineCommand<Letter>({
  name: 'letterSend',
  secret: { again: ({ seed }) => seed.toString('hex') },
  async handle(tx, input) {
    runs += 1;
    const receipt = callSeed(tx.actor, input)?.toString('hex') ?? 'random';
    return done({ council: tx.actor.council, subject: 'letters', receipt });
  },
});
const show = defineCommand<Letter>({
  name: 'letterShow',
  secret: { again: () => refuse(problem.ineligible('Shown once.')) },
  handle: () => Promise.resolve(done({ council: null, subject: 'letters', receipt: 'once' })),
});

describeDatabases('a command whose input or answer is a secret', LEDGER, (world) => {
  const by = (subject = 'officer-1') => world.context(world.actor({ subject }));

  test('gives the first answer again and keeps nothing that leads to it', async () => {
    const input = { secret: 'red', idempotencyKey: randomUUID() };
    runs = 0;
    const first = await send.run(by(), input);
    expect(first).toMatchObject({ ok: true, subject: 'letters' });
    expect(await send.run(by(), { ...input })).toEqual(first);
    expect(runs).toBe(1);
    const other = await send.run(by('officer-2'), input);
    expect(other).not.toEqual(first);
    const receipt = first.ok ? String(first.receipt) : '';
    const kept = JSON.stringify([
      await world.database.reader.find(IdempotencyKey),
      await world.database.reader.find(AuditEntry),
    ]);
    expect(kept).not.toContain(receipt);
    expect(kept).not.toContain('red');
    // The same input under two keys leaves two hashes that have nothing in common.
    await send.run(by(), { secret: 'red', idempotencyKey: randomUUID() });
    const hashes = (await world.database.reader.find(IdempotencyKey)).map(({ inputHash }) => inputHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('knows the same key with another secret in it, and refuses keys that can be guessed', async () => {
    const idempotencyKey = randomUUID();
    await send.run(by(), { secret: 'red', idempotencyKey });
    const problems = [{ kind: 'InvalidInput', path: ['idempotencyKey'] }];
    expect(await send.run(by(), { secret: 'blue', idempotencyKey })).toMatchObject({ ok: false, problems });
    for (const key of ['my-key', 'a'.repeat(30), 'a phrase of many words that I like'])
      expect(await send.run(by(), { secret: 'red', idempotencyKey: key })).toMatchObject({ problems });
  });

  test('may say that its answer is given once', async () => {
    const input = { secret: 'red', idempotencyKey: randomUUID() };
    expect(await show.run(by(), input)).toEqual({ ok: true, subject: 'letters', receipt: 'once' });
    expect(await show.run(by(), input)).toMatchObject({ ok: false, problems: [{ kind: 'Ineligible' }] });
  });

  test('may be open to anybody, who is nobody in the audit trail', async () => {
    const open = defineCommand<object>({
      name: 'boxFill',
      admitsAnybody: true,
      handle: () => Promise.resolve(done({ council: 'E08000004', subject: 'box' })),
    });
    expect(await open.run(world.context(ANONYMOUS), {})).toEqual({ ok: true, subject: 'box' });
    const [entry] = await world.database.reader.findBy(AuditEntry, { action: 'boxFill' });
    expect(entry).toMatchObject({ actor: '', role: '' });
  });
});
