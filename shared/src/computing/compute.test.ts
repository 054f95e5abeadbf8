import { extname, join } from 'node:path';
import { compute, Turns } from '.';
import type { Example } from './examples.fixture';

const PROGRAM = join(__dirname, `examples.fixture${extname(__filename)}`);
const LIMITS = { milliseconds: 60_000, megabytes: 256 };
const run = (example: Example, limits = LIMITS) => compute<Example, unknown>(PROGRAM, example, limits);

describe('a computation', () => {
  test('answers from what it is given', async () => {
    expect(await run({ what: 'add', numbers: [1, 2, 3] })).toEqual({ ok: true, output: 6 });
  });

  test('leaves the thread of whoever asks free while it holds its own', async () => {
    const gate = new SharedArrayBuffer(8);
    const view = new Int32Array(gate);
    const answer = run({ what: 'wait', gate });
    // Turns of this thread's own loop go by until the other says that it stands still.
    while (Atomics.load(view, 0) === 0) await new Promise<void>((go) => setImmediate(go));
    Atomics.store(view, 1, 1);
    Atomics.notify(view, 1);
    expect(await answer).toEqual({ ok: true, output: 'let through' });
  });

  test('is stopped at its limits of time and memory, and says at which', async () => {
    expect(await run({ what: 'never end' }, { ...LIMITS, milliseconds: 20 })).toEqual({
      ok: false,
      exceeded: 'milliseconds',
    });
    expect(await run({ what: 'take memory' }, { ...LIMITS, megabytes: 16 })).toEqual({
      ok: false,
      exceeded: 'megabytes',
    });
  });

  test('fails as its program does', async () => {
    await expect(run({ what: 'fail' })).rejects.toThrow('It cannot be worked out.');
    await expect(run({ what: 'leave' })).rejects.toThrow('without an answer (3)');
  });
});

describe('turns', () => {
  test('are taken one at a time in the order of asking, and refused when too many wait', async () => {
    const turns = new Turns(1);
    const told: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((go) => (open = go));
    const first = turns.take(async () => {
      told.push('first');
      await gate;
      throw new Error('It fails.');
    });
    const second = turns.take(async () => void told.push('second'));
    expect(turns.take(async () => void told.push('third'))).toBeNull();
    await Promise.resolve();
    expect(told).toEqual(['first']);
    open();
    await expect(first).rejects.toThrow('It fails.');
    await second;
    await turns.take(async () => void told.push('fourth'));
    expect(told).toEqual(['first', 'second', 'fourth']);
  });
});
