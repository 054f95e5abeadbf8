import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { keepRun, nextTurn, writeProblems, type Counts, type RawRecord } from '@coop/shared/importing';
import { bulkInsert, type ImportProblem } from '@coop/shared/persistence';
import { newId } from '@coop/shared/ids';
import { londonDate } from '@coop/shared/time';
import type { EntityManager } from 'typeorm';
import { Payment } from '../payments/payment.entity';
import { cleanTexts } from '../redaction/payment-texts.queries';
import type { Redactions } from '../redaction/redactions.queries';
import { newSupplier, redactedSupplier } from '../suppliers/supplier-row.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { ACTION, type SpendRun, type WrittenPayment } from './begin-import.command';
import { identityOf } from './payment-content.queries';
import { paymentReader, type ReadPayment } from './payment-row.import';
import type { RowOddity } from './row-cells.import';
import { knownIdentities, sortOut } from './sort-out.queries';
import { PaymentSighting, SpendImportRecord } from './spend-import.entity';
import type { SpendTable } from './understand-table.import';

/** Rows that are sorted out and inserted at one go: some tens of milliseconds, after which requests are served. */
const CHUNK = 2000;
/**
 * Rows written in one transaction, after which other writers get their turn. Payments lie in no order in most of their
 * indices: a transaction writes nearly a page for each row and index, unless it has so many rows that they share
 * pages. Of 5,000 rows it costs a quarter less a row than of 2,000; of 10,000 the rows that wait take too much memory.
 */
const TRANSACTION = 5000;
const MOST_SUPPLIERS = 200_000;
const TRIAL_REMARKS = 20;

/** A chunk of the file, sorted out as far as that goes without the database. */
interface Chunk {
  readonly rows: number;
  readonly read: readonly ReadPayment[];
  readonly rejected: number;
  readonly problems: readonly Omit<ImportProblem, 'id' | 'run'>[];
}

/** Reads the rows of a table and writes them, chunk by chunk; a trial writes nothing. */
export async function loadTable(
  context: CommandContext,
  run: SpendRun,
  table: SpendTable,
  isCardFile: boolean,
  progress: () => number,
): Promise<void> {
  const { grid, understanding, headerRow } = table;
  for (const { header, position, meaning, why } of understanding.columns)
    run.columns.push({ sheet: grid.sheet, header: header || `column ${position + 1}`, meaning, why });
  const { redactions } = run;
  const read = withRedactions(
    redactions,
    paymentReader(understanding, {
      gssCode: run.council,
      today: londonDate(context.now),
      key: run.secret,
      isCardFile,
      redacted: redactions ? (name) => redactions.shownFor(name) : () => null,
    }),
  );
  let waiting: Chunk[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    const chunks = waiting;
    waiting = [];
    await writing;
    writing = writeChunks(context, run, chunks, progress);
    // A server writes while the next rows are read; SQLite writes in this process, and would only hold more of them.
    if (context.database.kind === 'sqlite') await writing;
    else writing.catch(() => undefined);
  };
  try {
    for await (const bunch of grid.bunches()) {
      const records = bunch.filter((record) => record.row > headerRow && !isBlank(record));
      for (let start = 0; start < records.length; start += CHUNK) {
        waiting.push(readChunk(records.slice(start, start + CHUNK), read, grid.sheet, redactions));
        if (rowsOf(waiting) >= TRANSACTION) await write();
        // Requests that came in meanwhile are served before the next chunk.
        await nextTurn();
      }
    }
    await write();
  } finally {
    await writing;
  }
}

const rowsOf = (chunks: readonly Chunk[]): number => chunks.reduce((all, { rows }) => all + rows, 0);

/** Reads rows as a reader does, and takes out of their texts the names that the council does not show. */
function withRedactions(
  redactions: Redactions | null,
  read: ReturnType<typeof paymentReader>,
): ReturnType<typeof paymentReader> {
  if (redactions === null) return read;
  return (cells, fileRow) => {
    const reading = read(cells, fileRow);
    // What it is recognised by in another file was worked out before, and stays.
    if (reading.ok) Object.assign(reading.payment, cleanTexts(reading.payment, redactions));
    return reading;
  };
}

/** True for a record without a word in it; one that cannot be read is not blank. */
function isBlank({ cells, problem }: RawRecord): boolean {
  return problem === null && cells.every((cell) => cell === '' || cell.trim() === '');
}

function readChunk(
  records: readonly RawRecord[],
  read: ReturnType<typeof paymentReader>,
  sheet: string | null,
  redactions: Redactions | null,
): Chunk {
  const payments: ReadPayment[] = [];
  const problems: Omit<ImportProblem, 'id' | 'run'>[] = [];
  let rejected = 0;
  for (const record of records) {
    const { row, line } = record;
    const note = (severity: 'REJECTED' | 'WARNING', { column, message: said }: RowOddity) => {
      const message = redactions ? redactions.cleanMessage(said) : said;
      problems.push({
        record: row,
        line,
        severity,
        column: [...column].slice(0, 255).join(''),
        message: sheet === null ? message : `Sheet ${sheet}: ${message}`,
      });
    };
    if (record.warning !== null) note('WARNING', { column: '', message: record.warning });
    const reading =
      record.problem === null
        ? read(record.cells, row)
        : { ok: false as const, problems: [{ column: '', message: record.problem }] };
    if (reading.ok) {
      for (const warning of reading.warnings) note('WARNING', warning);
      payments.push(reading);
    } else {
      for (const problem of reading.problems) note('REJECTED', problem);
      rejected += 1;
    }
  }
  return { rows: records.length, read: payments, rejected, problems };
}

/**
 * Writes chunks in one transaction, which may run more than once: it counts from where the one before left off. A trial
 * writes nothing. Progress is told before and after.
 */
async function writeChunks(
  context: CommandContext,
  run: SpendRun,
  chunks: readonly Chunk[],
  progress: () => number,
): Promise<void> {
  const { id } = run;
  const share = progress();
  if (id === null) {
    for (const chunk of chunks) await tryChunk(context, run, chunk);
    return;
  }
  const newSuppliers = newOnes(chunks, run.suppliers);
  let written: WrittenPayment[] = [];
  run.counts = await bulkWrite(context, { name: ACTION }, async ({ manager }) => {
    written = [];
    await bulkInsert(manager, Supplier, [...newSuppliers.values()], { unlessThere: true });
    let counts = run.counts;
    for (const chunk of chunks) {
      counts = await writeChunk(context, manager, run, id, chunk, counts, written);
      await nextTurn();
    }
    await keepRun(manager, context.database, id, counts);
    await keepProgress(manager, id, share);
    return counts;
  });
  run.onWritten?.(id, written);
  progress();
  if (run.suppliers.size > MOST_SUPPLIERS) run.suppliers.clear();
  for (const supplier of newSuppliers.keys()) run.suppliers.add(supplier);
}

/** Writes a chunk; answers the counts with it, and adds what is new to `written`. */
async function writeChunk(
  context: CommandContext,
  manager: EntityManager,
  run: SpendRun,
  id: string,
  { rows, read, rejected, problems }: Chunk,
  counts: Counts,
  written: WrittenPayment[],
): Promise<Counts> {
  const comparison = { gssCode: run.council, run: id, supersedes: run.supersedes };
  const sorted = await sortOut(
    manager,
    comparison,
    read,
    (content) => run.hasEarlier || run.met.mayHave(content),
  );
  const met: PaymentSighting[] = [];
  const payments: WrittenPayment[] = [];
  for (const { row, identityKey, paymentId } of sorted) {
    const { payment } = row;
    if (paymentId !== null) met.push({ importRunId: id, paymentId, fileRow: payment.fileRow });
    else
      payments.push(
        Object.assign(payment, { id: newId('payment', context.now), importRunId: id, identityKey }),
      );
  }
  await bulkInsert(manager, Payment, payments);
  await bulkInsert(manager, PaymentSighting, met);
  await writeProblems(manager, id, context.now, problems);
  for (const payment of payments) written.push(payment);
  // Where the transaction is undone they were not met after all, and are looked up for nothing.
  for (const { content } of read) run.met.add(content);
  return {
    rows: counts.rows + rows,
    imported: counts.imported + payments.length,
    alreadyThere: counts.alreadyThere + met.length,
    rejected: counts.rejected + rejected,
  };
}

async function keepProgress(manager: EntityManager, id: string, progress: number): Promise<void> {
  await manager.update(SpendImportRecord, { id }, { progress });
}

/** The suppliers of some chunks that are not known to stand in the database. */
function newOnes(
  chunks: readonly Chunk[],
  known: ReadonlySet<string>,
): Map<string, Omit<Supplier, 'version'>> {
  const found = new Map<string, Omit<Supplier, 'version'>>();
  for (const { payment, supplier } of chunks.flatMap(({ read }) => read))
    if (!known.has(payment.supplierId) && !found.has(payment.supplierId))
      found.set(payment.supplierId, {
        ...(supplier.isRedacted ? redactedSupplier(supplier) : newSupplier(supplier)),
        id: payment.supplierId,
      });
  return found;
}

/** Finds out what would become of the rows. Keeps how often it met each content: a trial is not for millions of rows. */
async function tryChunk({ database }: CommandContext, run: SpendRun, chunk: Chunk): Promise<void> {
  const keys = chunk.read.map(({ content }) => {
    const occurrence = (run.trialCounts.get(content) ?? 0) + 1;
    run.trialCounts.set(content, occurrence);
    return { content, identityKey: identityOf(content, occurrence) };
  });
  const there = await knownIdentities(
    database.reader,
    run,
    keys.map(({ identityKey }) => identityKey),
  );
  const alreadyThere = keys.filter(({ identityKey }) => there.has(identityKey)).length;
  const { counts } = run;
  run.counts = {
    rows: counts.rows + chunk.rows,
    imported: counts.imported + chunk.read.length - alreadyThere,
    alreadyThere: counts.alreadyThere + alreadyThere,
    rejected: counts.rejected + chunk.rejected,
  };
  for (const { record, column, severity, message } of chunk.problems) {
    if (run.remarks.length >= TRIAL_REMARKS) break;
    run.remarks.push(
      `Row ${record}${column ? `, ${column}` : ''}: ${severity === 'REJECTED' ? 'rejected. ' : ''}${message}`,
    );
  }
}
