import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoIssuer, createTokenVerifier } from '@coop/shared/access';
import { noGraph } from '@coop/shared/graph';
import { ImportRun } from '@coop/shared/persistence';
import { createLogger } from '@coop/shared/serving';
import { readSettings } from '@coop/shared/settings';
import { FixedClock } from '@coop/shared/time';
import { openBare, serveSubgraph } from './open';
import { directory } from './testing/directory';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coop-open-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The directory, served, with what was left of an import; and the first message of its log at a level. */
async function served(level: 'info' | 'error', before: (run: string) => string) {
  const clock = new FixedClock('2026-03-02T09:00:00Z');
  let told: (message: string) => void = () => undefined;
  const message = new Promise<string>((resolve) => (told = resolve));
  const log = createLogger(
    { level },
    { write: (line) => (JSON.parse(line).msg === 'request' ? undefined : told(JSON.parse(line).msg)) },
  );
  const common = { issuer: 'https://issuer.test', audience: 'coop', clock };
  const { jwks } = await createDemoIssuer({ ...common, folder });
  const verifier = createTokenVerifier({ ...common, keys: { jwks } });
  const settings = readSettings({ COOP_DATA: folder }, { root: folder, subgraphs: ['directory'] });
  const { name, schema, sdl } = directory();
  const built = { name, schema, sdl, definition: { name, description: 'Imagined.', features: [] } };
  const surroundings = { settings, verifier, clock, log };
  const subgraph = await openBare(built, surroundings, noGraph);
  const facts = { kind: 'parks', council: '', file: 'parks.csv', sha256: '', actor: 'somebody' };
  const counts = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };
  const at = new Date('2026-03-02T08:00:00Z');
  await subgraph.database.transaction(async (manager) => {
    const times = { startedAt: at, completedAt: null, leaseUntil: at };
    await manager.insert(ImportRun, {
      id: `import_${level}`,
      state: 'LOADING',
      ...facts,
      ...counts,
      ...times,
    });
    await manager.query(before(`import_${level}`));
  });
  const server = await serveSubgraph(subgraph, surroundings, 0, null);
  return { subgraph, server, message };
}

test('a subgraph that begins to serve deletes what imports that were cut off have left', async () => {
  const { subgraph, server, message } = await served('info', () => 'SELECT 1');
  expect(await message).toContain('are deleted');
  expect(await subgraph.database.reader.findOneBy(ImportRun, { id: 'import_info' })).toMatchObject({
    state: 'ABANDONED',
  });
  await server.close();
  await subgraph.close();
});

test('a clean-up that fails is logged, and the subgraph serves all the same', async () => {
  const { subgraph, server, message } = await served(
    'error',
    () => `CREATE TRIGGER stuck BEFORE UPDATE ON import_run BEGIN SELECT RAISE(ABORT, 'stuck'); END`,
  );
  expect(await message).toContain('cannot be deleted');
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  await server.close();
  await subgraph.close();
});
