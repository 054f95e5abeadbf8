// A process of its own that imports a file of payments, to be killed while it does. It tells how far it has read.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from '@coop/shared/graphql';
import { openDatabase } from '@coop/shared/persistence';
import { FixedClock } from '@coop/shared/time';
import { spending } from '@coop/spending';
import type { ImportTask } from './import-process';
import { paymentLines } from './payment-lines';

process.once('message', ({ location, now, rows, name }: ImportTask & { name: string }) => {
  void (async () => {
    const clock = new FixedClock(now);
    const database = await openDatabase({
      name,
      location,
      clock,
      entities: gather(spending, 'entities'),
      migrations: gather(spending, 'migrations'),
    });
    const folder = await mkdtemp(join(tmpdir(), 'coop-payments-'));
    const file = join(folder, 'payments.csv');
    await writeFile(file, [...paymentLines(rows)].join(''));
    const importer = gather(spending, 'importers').find((one) => one.name === 'spending');
    await importer?.run({
      database,
      clock,
      actor: {
        kind: 'token',
        subject: 'importer-1',
        role: 'officer',
        council: 'E08000004',
        organisation: null,
        name: null,
      },
      files: [file],
      options: { council: 'E08000004' },
      progress: (_file, share) => void process.send?.({ share }),
    });
    await rm(folder, { recursive: true });
    await database.close();
    process.disconnect();
  })();
});
