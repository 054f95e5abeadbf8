// One import of a file of payments in a process of its own, for spending-import.bench.ts: what it is told by a message
// it imports, built as it is run (`npm run bench` builds it), and answers how long that took and the most memory that
// the process has had, in megabytes.
require('reflect-metadata');
const { gather } = require('@coop/shared/graphql');
const { openDatabase } = require('@coop/shared/persistence');
const { FixedClock, stopwatch } = require('@coop/shared/time');
const { spending } = require('@coop/spending');

process.once('message', async ({ location, file, rows, council }) => {
  const clock = new FixedClock('2026-06-01T11:00:00Z');
  const [entities, migrations] = [gather(spending, 'entities'), gather(spending, 'migrations')];
  const database = await openDatabase({ name: 'bench', location, clock, entities, migrations });
  const importer = gather(spending, 'importers').find(({ name }) => name === 'spending');
  const actor = { kind: 'token', subject: 'bench', role: 'officer', council, organisation: null, name: null };
  const elapsed = stopwatch();
  const before = process.cpuUsage();
  const job = { database, clock, actor, files: [file], options: { council }, progress: () => undefined };
  const [outcome] = await importer.run(job);
  // Closing copies the rest of the log into the file, as it does for the program that is compared with.
  await database.close();
  const seconds = elapsed() / 1000;
  const { user, system } = process.cpuUsage(before);
  if (outcome?.imported !== rows) throw new Error(`Not all was imported: ${JSON.stringify(outcome)}`);
  const memory = (process.resourceUsage().maxRSS * 1024) / 1e6;
  process.send({ seconds, cpu: (user + system) / 1e6, memory }, () => process.disconnect());
});
