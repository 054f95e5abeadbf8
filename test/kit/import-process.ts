// A process of its own that imports a file of parcels, to be killed while it does. It tells how many rows are in.
import { Readable } from 'node:stream';
import { importTable } from '@coop/shared/importing';
import { openDatabase, type Location } from '@coop/shared/persistence';
import { FixedClock } from '@coop/shared/time';
import { parcelLines, PARCELS, parcelsImport } from './parcels';

/** What an import process is told. */
export interface ImportTask {
  readonly location: Location;
  readonly now: string;
  readonly rows: number;
}

process.once('message', (task: ImportTask) => {
  void (async () => {
    const clock = new FixedClock(task.now);
    const database = await openDatabase({ name: 'test', location: task.location, clock, ...PARCELS });
    const actor = {
      kind: 'token' as const,
      subject: 'importer-1',
      role: 'officer' as const,
      council: 'E08000004',
      organisation: null,
      name: null,
    };
    const context = { actor, now: clock.now(), requestId: 'import-process', database };
    await importTable(
      context,
      parcelsImport,
      { name: 'parcels.csv', stream: Readable.from(parcelLines(task.rows)) },
      { council: 'E08000004', onProgress: (_bytes, rows) => void process.send?.({ rows }) },
    );
    await database.close();
    process.disconnect();
  })();
});
