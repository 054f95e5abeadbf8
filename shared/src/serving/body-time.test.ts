import { PassThrough } from 'node:stream';
import { boundedBody } from './body-time';

const LIMITS = { bytes: 1024 * 1024, idle: 30_000, total: 3_600_000 };

/** A body that is sent piece by piece, and what came of it. */
function sending() {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const body = new PassThrough();
  const bounded = boundedBody(body, LIMITS);
  let length = 0;
  bounded.on('data', (chunk: Buffer) => (length += chunk.length));
  const end = new Promise<string | number>((resolve) => {
    bounded.once('end', () => resolve(length));
    bounded.once('error', ({ message, extensions }: Error & { extensions: { http: { status: number } } }) =>
      resolve(`${extensions.http.status} ${message}`),
    );
  });
  const piece = (size = 1) =>
    new Promise<void>((taken) => {
      bounded.once('data', () => taken());
      body.write(Buffer.alloc(size));
    });
  return { body, piece, end };
}

afterEach(() => jest.useRealTimers());

test('a file that comes slowly but steadily gets through', async () => {
  const { body, piece, end } = sending();
  for (let count = 0; count < 100; count += 1) {
    await piece(1000);
    jest.advanceTimersByTime(29_000);
  }
  body.end();
  expect(await end).toBe(100_000);
  expect(jest.getTimerCount()).toBe(0);
});

test('a sender that falls silent is told', async () => {
  const { piece, end } = sending();
  await piece();
  jest.advanceTimersByTime(29_000);
  await piece();
  jest.advanceTimersByTime(30_000);
  expect(await end).toBe(
    '408 Nothing more of the file came for 30 seconds. Nothing was imported; send it again.',
  );
  expect(jest.getTimerCount()).toBe(0);
});

test('a sender of a byte now and then is told at last', async () => {
  const { piece, end } = sending();
  let pieces = 0;
  for (let isOpen = true; isOpen && pieces < 1000; pieces += 1) {
    jest.advanceTimersByTime(29_000);
    isOpen = await Promise.race([piece().then(() => true), end.then(() => false)]);
  }
  expect(await end).toBe(
    '408 The file took longer than 60 minutes to come. Nothing was imported; send it in smaller parts.',
  );
  expect(pieces).toBe(Math.ceil(3600 / 29));
});

test('a file that is too large is told', async () => {
  const { piece, end } = sending();
  await piece(1024 * 1024);
  void piece();
  expect(await end).toBe('413 The file is larger than 1 MB.');
});

test('a sender who goes away leaves nothing that runs', async () => {
  const { body, piece, end } = sending();
  await piece();
  body.destroy();
  expect(await end).toBe('408 The file broke off before its end.');
  expect(jest.getTimerCount()).toBe(0);
});
