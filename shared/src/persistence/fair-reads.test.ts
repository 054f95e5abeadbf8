import { setImmediate as turn } from 'node:timers/promises';
import { FairReads, readingFor, type Reader } from './fair-reads';

const reader = (): { isGone: boolean } => ({ isGone: false });

/** Reads by several readers at once, in one line after the other; tells the order in which they were read. */
async function read(reads: FairReads, plan: readonly (readonly [Reader, string])[]): Promise<string[]> {
  const order: string[] = [];
  await Promise.all(
    plan.map(([who, what]) =>
      readingFor(who, () =>
        reads.run(async () => {
          await turn();
          order.push(what);
        }),
      ),
    ),
  );
  return order;
}

test('a reader of one row does not wait for all that another one asks for', async () => {
  const [greedy, modest] = [reader(), reader()];
  const plan = [...Array.from({ length: 9 }, (_, at) => [greedy, `list ${at}`] as const)];
  const order = await read(new FairReads(1), [...plan, [modest, 'row']]);
  expect(order.slice(0, 4)).toEqual(['list 0', 'list 1', 'row', 'list 2']);
  expect(order).toHaveLength(10);
});

test('what is nobody’s stands in a line of its own with each statement', async () => {
  const reads = new FairReads(1);
  const order: string[] = [];
  const note = (what: string) => reads.run(async () => void order.push(await turn(what)));
  const greedy = readingFor(reader(), () => Promise.all(['a', 'b', 'c'].map(note)));
  await Promise.all([greedy, note('x'), note('y')]);
  expect(order).toEqual(['a', 'b', 'x', 'y', 'c']);
});

test('only so many statements are read at once', async () => {
  const reads = new FairReads(3);
  let running = 0;
  let most = 0;
  const one = () =>
    reads.run(async () => {
      most = Math.max(most, (running += 1));
      await turn();
      running -= 1;
    });
  await Promise.all(Array.from({ length: 20 }, one));
  expect(most).toBe(3);
});

test('a statement that fails gives its place free', async () => {
  const reads = new FairReads(1);
  const fails = reads.run(() => Promise.reject(new Error('gone')));
  const next = reads.run(() => Promise.resolve(7));
  await expect(fails).rejects.toThrow('gone');
  expect(await next).toBe(7);
});

test('what nobody waits for any more is not read', async () => {
  const reads = new FairReads(1);
  const gone = reader();
  let count = 0;
  const asked = readingFor(gone, () =>
    ['a', 'b', 'c'].map(() =>
      reads.run(async () => {
        count += 1;
        gone.isGone = true;
      }),
    ),
  );
  const ended = await Promise.allSettled(asked);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(count).toBe(1);
  expect(await reads.run(() => Promise.resolve('still reads'))).toBe('still reads');
});
