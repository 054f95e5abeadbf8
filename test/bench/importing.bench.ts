import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importTable, openTable } from '@coop/shared/importing';
import { FixedClock, stopwatch } from '@coop/shared/time';
import { openDatabase } from '@coop/shared/persistence';
import { Parcel, parcelLines, PARCELS, parcelsImport } from '../kit/parcels';
import { report } from './harness';

const SMALL = 10_000;
const LARGE = 1_000_000;
const COUNCIL = 'E08000004';

/** The most memory that the process has while some work runs, in megabytes: garbage not yet collected included. */
async function resident(work: () => Promise<void>): Promise<number> {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  await work();
  clearInterval(timer);
  return most / 1e6;
}

/**
 * The most memory that is in use while some work runs, in megabytes: what is left after collections, heap and
 * buffers. The engine lets garbage lie until a heap of its choice is full, which says nothing of the work.
 */
async function inUse(work: () => Promise<void>): Promise<number> {
  let most = 0;
  const look = () => {
    globalThis.gc!();
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external);
  };
  look();
  const timer = setInterval(look, 250);
  await work();
  clearInterval(timer);
  return most / 1e6;
}

async function parse(file: string): Promise<number> {
  let rows = 0;
  const table = await openTable(file, { columns: parcelsImport.columns });
  for await (const bunch of table.bunches()) rows += bunch.length;
  return rows;
}

async function load(folder: string, file: string, council = COUNCIL) {
  const clock = new FixedClock('2026-06-01T11:00:00Z');
  const database = await openDatabase({
    name: 'bench',
    location: { kind: 'sqlite', folder },
    clock,
    ...PARCELS,
  });
  const actor = {
    kind: 'token',
    subject: 'bench',
    role: 'officer',
    council,
    organisation: null,
    name: null,
  } as const;
  const context = { actor, now: clock.now(), requestId: 'bench', database };
  // Somebody else's writes and reads, asked for every ten milliseconds: how long each had to wait.
  const waits: number[] = [];
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    const waited = stopwatch();
    void database
      .transaction((manager) =>
        manager.query('UPDATE audit_tail SET sequence = sequence WHERE council = ?', ['']),
      )
      .then(() => waits.push(waited()))
      .finally(() => (busy = false));
  }, 10);
  const elapsed = stopwatch();
  const before = process.cpuUsage();
  const outcome = await importTable(context, parcelsImport, file, { council });
  const seconds = elapsed() / 1000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(timer);
  await database.transaction(async () => undefined);
  const rows = await database.reader.count(Parcel);
  await database.close();
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? 0);
  return {
    outcome,
    rows,
    seconds,
    cpu: (user + system) / 1e6,
    waits: `${waits.length} others waited ${at(0.5)} ms, at most ${at(1)} ms`,
  };
}

async function run() {
  const folder = await mkdtemp(join(tmpdir(), 'coop-bench-'));
  try {
    const file = (rows: number) => join(folder, `${rows}.csv`);
    for (const rows of [SMALL, LARGE])
      await pipeline(Readable.from(parcelLines(rows)), createWriteStream(file(rows)));
    await parse(file(SMALL));

    const elapsed = stopwatch();
    const before = process.cpuUsage();
    const parsed = await parse(file(LARGE));
    const seconds = elapsed() / 1000;
    const { user, system } = process.cpuUsage(before);
    const { size } = await stat(file(LARGE));
    const detail = `${Math.round(size / seconds / 1e6)} MB/s, ${Math.round((parsed / (user + system)) * 1e6).toLocaleString('en-GB')} a second of processor time`;
    report({ name: 'reading a table, cells parsed', ratio: parsed / seconds, unit: 'rows/s', detail });

    let bytes = 0;
    const raw = stopwatch();
    for await (const chunk of createReadStream(file(LARGE), { highWaterMark: 256 * 1024 }))
      bytes += (chunk as Buffer).length;
    report({
      name: 'reading a table against reading its bytes',
      ratio: seconds / (raw() / 1000),
      detail: `${bytes} bytes`,
    });

    const parsing = {
      small: await inUse(async () => void (await parse(file(SMALL)))),
      large: await inUse(async () => void (await parse(file(LARGE)))),
    };
    report({
      name: 'memory of reading 1,000,000 rows against 10,000',
      ratio: parsing.large / parsing.small,
      atMost: 1.3,
      detail: `${Math.round(parsing.small)} and ${Math.round(parsing.large)} MB`,
    });

    let first: Awaited<ReturnType<typeof load>> | undefined;
    const most = await resident(async () => void (first = await load(join(folder, 'large'), file(LARGE))));
    const { outcome, seconds: loading, cpu, waits } = first!;
    report({
      name: 'importing into 25 columns and 4 indices on SQLite',
      ratio: outcome.imported / loading,
      atLeast: 30_000,
      unit: 'rows/s',
      detail: `${Math.round(outcome.imported / cpu).toLocaleString('en-GB')} a second of processor time; ${waits}; the process grew to ${Math.round(most)} MB`,
    });
    const small = await inUse(async () => void (await load(join(folder, 'small'), file(SMALL))));
    const large = await inUse(async () => void (await load(join(folder, 'flat'), file(LARGE))));
    report({
      name: 'memory of importing 1,000,000 rows against 10,000',
      ratio: large / small,
      atMost: 1.5,
      detail: `${Math.round(small)} and ${Math.round(large)} MB in use`,
    });

    const again = await load(join(folder, 'large'), file(LARGE));
    report({
      name: 'importing the same file again',
      ratio: again.outcome.alreadyThere / again.seconds,
      unit: 'rows/s',
      detail: again.waits,
    });
    if (again.outcome.imported !== 0 || again.rows !== LARGE)
      throw new Error('The second import changed something.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void run();
