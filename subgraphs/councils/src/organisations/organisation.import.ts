import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import {
  abandonRun,
  beginRun,
  cleanUpImports,
  firstRemarks,
  ImportLost,
  ImportUnderWay,
  keepRun,
  moveRun,
  nextTurn,
  openTable,
  SeenKeys,
  TableRefused,
  writeProblems,
  type Counts,
  type FileOutcome,
  type Importer,
  type Table,
} from '@coop/shared/importing';
import { applyWaiting } from './complete-entries.import';
import { prepareEntries } from './prepare-entries.import';
import { REGISTER_COLUMNS } from './register-columns.import';
import { recogniseRegister, REGISTERS, type RegisterReader } from './register-reader.import';
import { writeEntries } from './write-entries.import';

const KIND = 'organisations';
const ACTION = 'organisationsImport';
/** Rows written in one transaction: about a tenth of a second, after which others get their turn. */
const CHUNK = 1000;
const NOTHING: Counts = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };

type RegisterTable = Table<typeof REGISTER_COLUMNS>;

/** Imports published registers of bodies, each file whole or not at all. */
export const organisationImporter: Importer = {
  name: KIND,
  summary:
    'Companies, charities, societies and councils from the published registers, which are told by their headers; a body that stands in several becomes one organisation with several numbers',
  options: [
    {
      flags: '--register <name>',
      description: `take the files for this register only: ${REGISTERS.map(({ name }) => name).join(', ')}`,
    },
  ],
  async run({ actor, clock, database, files, options, progress }) {
    const now = clock.now();
    const context = { actor, now, requestId: newId('job', now), database };
    const wanted = typeof options['register'] === 'string' ? options['register'] : undefined;
    const outcomes: FileOutcome[] = [];
    for (const file of files)
      outcomes.push(await importRegister(context, file, wanted, (share) => progress(file, share)));
    return outcomes;
  },
};

/**
 * Imports one register. Memory does not grow with the file but for 24 bytes a row; nobody sees a row before the last one is in.
 * @throws whatever breaks on the way; what was written is deleted again then
 */
export async function importRegister(
  context: CommandContext,
  file: string,
  wanted: string | undefined,
  onProgress: (share: number) => void = () => undefined,
): Promise<FileOutcome> {
  const hash = createHash('sha256');
  let bytes = 0;
  const onBytes = (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  let table: RegisterTable | null = null;
  let run: string | null = null;
  const refuse = (refused: string) => ({
    file: basename(file),
    sha256: '',
    ...NOTHING,
    refused,
    remarks: [],
  });
  try {
    table = await openTable(file, { columns: REGISTER_COLUMNS, onBytes });
    const { name, size, recognised, notes, unused } = table.info;
    const register = recogniseRegister(new Set(recognised.keys()), wanted);
    if ('refused' in register) throw new TableRefused(name, register.refused);
    await cleanUpImports(context);
    run = await beginRun(context, ACTION, { kind: KIND, council: '', file: name });
    const counts = await load(context, register, run, table, () =>
      onProgress(size ? Math.min(1, bytes / size) : 0),
    );
    const sha256 = hash.digest('hex');
    await complete(context, run, counts, { file: name, register: register.name, sha256 });
    const remarks = [
      `It was read as: ${register.title}.`,
      ...notes,
      ...(await firstRemarks(context.database, run)),
    ];
    return { file: name, sha256, ...counts, refused: null, remarks, unused };
  } catch (error) {
    await table?.close();
    if (run && !(error instanceof ImportLost)) await abandonRun(context, run, false);
    if (error instanceof TableRefused || error instanceof ImportUnderWay) return refuse(error.message);
    throw error;
  }
}

async function load(
  context: CommandContext,
  register: RegisterReader,
  run: string,
  table: RegisterTable,
  onProgress: () => void,
): Promise<Counts> {
  const { database, now } = context;
  const seen = new SeenKeys();
  let counts = NOTHING;
  for await (const bunch of table.bunches())
    for (let start = 0; start < bunch.length; start += CHUNK) {
      const { rows, entries, rejected, problems } = prepareEntries(
        bunch.slice(start, start + CHUNK),
        register,
        seen,
      );
      // The transaction may run more than once: it counts from where the chunk before left off.
      counts = await bulkWrite(context, { name: ACTION }, async ({ manager }) => {
        const { imported, alreadyThere, oddities } = await writeEntries(manager, run, now, entries);
        const odd = oddities.map(({ row, line, message }) => ({
          record: row,
          line,
          column: '',
          severity: 'WARNING' as const,
          message: message.slice(0, 1000),
        }));
        await writeProblems(manager, run, now, [...problems, ...odd]);
        const sum = {
          rows: counts.rows + rows,
          imported: counts.imported + imported,
          alreadyThere: counts.alreadyThere + alreadyThere,
          rejected: counts.rejected + rejected,
        };
        await keepRun(manager, database, run, sum);
        return sum;
      });
      onProgress();
      // Requests that came in meanwhile are served before the next chunk.
      await nextTurn();
    }
  return counts;
}

async function complete(
  context: CommandContext,
  run: string,
  counts: Counts,
  facts: { readonly file: string; readonly register: string; readonly sha256: string },
): Promise<void> {
  await bulkWrite(context, { name: ACTION }, async (tx) => {
    await keepRun(tx.manager, context.database, run, counts);
    const changed = await applyWaiting(tx, run);
    const { rows, imported, alreadyThere, rejected } = counts;
    if (rows !== imported + alreadyThere + rejected)
      throw new Error(`The import ${run} has lost count of its rows: ${JSON.stringify(counts)}.`);
    const completedAt = context.database.clock.now();
    await moveRun(tx.manager, run, 'complete', { sha256: facts.sha256, completedAt });
    await tx.record({
      council: null,
      subject: run,
      changes: { ...facts, rows, imported, changed, alreadyThere, rejected },
    });
  });
}
