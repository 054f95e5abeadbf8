import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { In } from 'typeorm';
import { bulkWrite, type BulkTx } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import {
  readFeatures,
  TableRefused,
  type Feature,
  type FileOutcome,
  type Importer,
  type ImportJob,
} from '@coop/shared/importing';
import { inChunks } from '@coop/shared/persistence';
import { recordImport } from '../area-tables/record-import.import';
import { ImportRemarks } from '../area-tables/import-remarks';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';
import { AreaBoundary } from './area-boundary.entity';
import { readBoundary, type ReadBoundary } from './boundary-features.rules';

const ACTION = 'boundariesImport';

/** Shapes go into one statement up to this many characters: a database takes 16 MiB at once at the least. */
const CHARACTERS_AT_ONCE = 4_000_000;

/** `coop import boundaries FILE…`: the shapes of councils and wards, each file whole or not at all. */
export const boundariesImporter: Importer = {
  name: 'boundaries',
  summary: 'Shapes of councils and wards, as GeoJSON in longitude and latitude.',
  options: [],
  async run(job) {
    const outcomes: FileOutcome[] = [];
    for (const file of job.files) outcomes.push(await importFile(job, file));
    return outcomes;
  },
};

async function importFile(job: ImportJob, path: string): Promise<FileOutcome> {
  const file = basename(path);
  const hash = createHash('sha256');
  const ofReading = new ImportRemarks();
  const shapes: ReadBoundary[] = [];
  let rows = 0;
  try {
    const features = await readFeatures(path, { onBytes: (chunk) => hash.update(chunk) });
    job.progress(path, 0.5);
    rows = features.length;
    for (const feature of features) {
      const read = feature.ok ? readFeature(feature) : feature.reason;
      if (typeof read !== 'string') shapes.push(read);
      else ofReading.add('Features that cannot be used, not imported', `number ${feature.number}, ${read}`);
    }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    const none = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };
    return { file, sha256: '', ...none, refused: error.message, remarks: [] };
  }
  const sha256 = hash.digest('hex');
  const now = job.clock.now();
  const context = { actor: job.actor, now, requestId: newId('job', now), database: job.database };
  return bulkWrite(context, { name: ACTION }, async (tx) => {
    const remarks = new ImportRemarks();
    const { imported, alreadyThere } = await write(tx, shapes, remarks);
    const outcome: FileOutcome = {
      file,
      sha256,
      rows,
      imported,
      alreadyThere,
      rejected: rows - imported - alreadyThere,
      refused: null,
      remarks: [...ofReading.sentences(), ...remarks.sentences()],
    };
    await recordImport(tx, 'boundaries', outcome);
    job.progress(path, 1);
    return outcome;
  });
}

const readFeature = ({ id, properties, geometry }: Feature): ReadBoundary | string =>
  readBoundary(id, properties, geometry);

async function write(
  tx: BulkTx,
  shapes: readonly ReadBoundary[],
  remarks: ImportRemarks,
): Promise<{ imported: number; alreadyThere: number }> {
  const codes = [...new Set(shapes.map(({ gssCode }) => gssCode))];
  const named = await knownAreas(tx, codes);
  const stored = await inChunks(codes, 500, (chunk) =>
    tx.manager.find(AreaBoundary, { where: { gssCode: In(chunk) }, select: { gssCode: true, sha256: true } }),
  );
  const before = new Map(stored.map(({ gssCode, sha256 }) => [gssCode, sha256]));
  const written = new Map<string, AreaBoundary>();
  const seen = new Set<string>();
  let alreadyThere = 0;
  for (const { gssCode, coordinates, positionCount, bounds } of shapes) {
    const sha256 = createHash('sha256').update(coordinates).digest('hex');
    if (!named.has(gssCode)) remarks.add('Codes of no area in the directory, not imported', gssCode);
    else if (seen.has(gssCode))
      remarks.add('Areas that stand twice in the file, the first one taken', gssCode);
    else if (before.get(gssCode) === sha256) alreadyThere += 1;
    else written.set(gssCode, { gssCode, coordinates, sha256, positionCount, ...bounds, loadedAt: tx.now });
    seen.add(gssCode);
  }
  const replaced = [...written.keys()].filter((code) => before.has(code));
  for (const code of replaced) remarks.add('Areas whose shape was replaced', code);
  await inChunks(replaced, 500, async (chunk) => {
    await tx.manager.delete(AreaBoundary, { gssCode: In(chunk) });
    return [];
  });
  for (const bunch of bunches([...written.values()])) await tx.insertMany(AreaBoundary, bunch);
  return { imported: written.size, alreadyThere };
}

async function knownAreas({ manager }: BulkTx, codes: readonly string[]): Promise<Set<string>> {
  const found = await inChunks(codes, 500, async (chunk) => [
    ...(await manager.find(Council, { where: { gssCode: In(chunk) }, select: { gssCode: true } })),
    ...(await manager.find(Ward, { where: { gssCode: In(chunk) }, select: { gssCode: true } })),
  ]);
  return new Set(found.map(({ gssCode }) => gssCode));
}

/** Rows in bunches that one statement can carry. */
function* bunches(rows: readonly AreaBoundary[]): Generator<AreaBoundary[]> {
  let bunch: AreaBoundary[] = [];
  let characters = 0;
  for (const row of rows) {
    if (bunch.length > 0 && characters + row.coordinates.length > CHARACTERS_AT_ONCE) {
      yield bunch;
      bunch = [];
      characters = 0;
    }
    bunch.push(row);
    characters += row.coordinates.length;
  }
  if (bunch.length > 0) yield bunch;
}
