import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Location } from '@coop/shared/persistence';
import { stopwatch } from '@coop/shared/time';
import { createConnection } from 'mysql2/promise';
import { paymentLines } from '../kit/payment-lines';
import { report } from './harness';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
const COUNCIL = 'E08000004';
/** The most memory that an import of any size may hold, in megabytes. */
const MEMORY = 300;

/** As the launcher starts a program that imports. The command itself has the directory in memory too, some 60 MB. */
const SMALL_HEAP = [
  '--max-semi-space-size=4',
  '--require',
  join(__dirname, '../../gateway/bin/small-heap.cjs'),
];

interface Loaded {
  readonly seconds: number;
  readonly cpu: number;
  /** The most memory held, in megabytes. */
  readonly memory: number;
}

/** Imports a file of payments in a process of its own, built and cold, which has the subgraph and nothing else. */
async function load(location: Location, file: string, rows: number): Promise<Loaded> {
  const child = fork(join(__dirname, 'import-payments.cjs'), { execArgv: SMALL_HEAP });
  child.send({ location, file, rows, council: COUNCIL });
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (typeof answer !== 'object' || answer === null) throw new Error('The import ended without an answer.');
  await once(child, 'exit');
  return answer as Loaded;
}

const sqlite = (file: string, script: string) =>
  execFileSync('sqlite3', [file], { input: script, stdio: ['pipe', 'pipe', 'inherit'] }).toString();

/** The table of payments and its indices, as they were made. */
function schemaOf(file: string): string {
  const made = sqlite(
    file,
    "SELECT sql || ';' FROM sqlite_master WHERE tbl_name = 'payment' AND sql IS NOT NULL;",
  );
  return `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;\n${made}`;
}

async function onSqlite(folder: string, file: string): Promise<string> {
  const ours = await load({ kind: 'sqlite', folder: join(folder, 'ours') }, file, ROWS);
  const database = join(folder, 'ours', 'bench.sqlite');
  const rows = join(folder, 'payments-table.csv');
  sqlite(database, `.mode csv\n.once ${rows}\nSELECT * FROM payment;\n`);
  const plain = join(folder, 'plain.sqlite');
  sqlite(plain, schemaOf(database));
  const elapsed = stopwatch();
  sqlite(plain, `.mode csv\n.import ${rows} payment\n`);
  const seconds = elapsed() / 1000;
  report({
    name: `importing ${ROWS.toLocaleString('en-GB')} payments against sqlite3 .import`,
    ratio: ours.seconds / seconds,
    atMost: 4,
    detail: `${ours.seconds.toFixed(1)} s (${ours.cpu.toFixed(1)} s of processor time) and ${seconds.toFixed(1)} s`,
  });
  report({ name: 'memory while it runs', ratio: ours.memory, atMost: MEMORY, unit: 'MB' });
  return rows;
}

async function onMysql(server: string, file: string, rows: string): Promise<void> {
  const url = new URL(server);
  const prefix = `coop_bench_${process.pid}`;
  url.pathname = `/${prefix}`;
  const connection = await createConnection({ uri: new URL('/', server).href, flags: ['+LOCAL_FILES'] });
  const name = `${prefix}_bench`;
  try {
    const ours = await load({ kind: 'mysql', url: url.href }, file, ROWS);
    await connection.query(`CREATE TABLE \`${name}\`.plain LIKE \`${name}\`.payment`);
    const { plain } = await columnsOf(connection, name);
    const elapsed = stopwatch();
    await connection.query({
      sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE \`${name}\`.plain CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' LINES TERMINATED BY '\\r\\n' (${plain})`,
      infileStreamFactory: () => createReadStream(rows),
    });
    const seconds = elapsed() / 1000;
    report({
      name: `importing ${ROWS.toLocaleString('en-GB')} payments against LOAD DATA`,
      ratio: ours.seconds / seconds,
      atMost: 4,
      detail: `${ours.seconds.toFixed(1)} s (${ours.cpu.toFixed(1)} s of our processor time) and ${seconds.toFixed(1)} s`,
    });
  } finally {
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.end();
  }
}

/** The columns in the order in which the file has them. */
async function columnsOf(connection: Awaited<ReturnType<typeof createConnection>>, name: string) {
  const [rows] = await connection.query(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position',
    [name, 'plain'],
  );
  return { plain: (rows as { name: string }[]).map((row) => `\`${row.name}\``).join(', ') };
}

async function fileOf(folder: string, rows: number): Promise<string> {
  const file = join(folder, `${rows}.csv`);
  await pipeline(Readable.from(paymentLines(rows)), createWriteStream(file));
  return file;
}

async function run() {
  const folder = await mkdtemp(join(tmpdir(), 'coop-bench-'));
  try {
    const file = await fileOf(folder, ROWS);
    const rows = await onSqlite(folder, file);
    const server = process.env['COOP_TEST_MYSQL_URL'];
    if (server) await onMysql(server, file, rows);
    else process.stdout.write('  LOAD DATA: no server (set COOP_TEST_MYSQL_URL)\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void run();
