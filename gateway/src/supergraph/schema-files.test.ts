import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIRECTORY_SDL } from '../testing/directory';
import { PROPERTY_SDL } from '../testing/property';
import { ComposeError } from './compose-error';
import { checkSchemas, writeSchemas } from './schema-files';

const SERVICES = [
  { name: 'directory', sdl: DIRECTORY_SDL, url: 'http://directory.invalid/graphql' },
  { name: 'property', sdl: PROPERTY_SDL, url: 'http://property.invalid/graphql' },
];
const FILES = [
  'gateway/supergraph.graphql',
  'subgraphs/directory/schema.graphql',
  'subgraphs/property/schema.graphql',
];

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'schemas-'));
});
afterEach(async () => rm(root, { recursive: true }));

test('missing schemas are stale, written ones are not, and a second writing changes nothing', async () => {
  expect(await checkSchemas(root, SERVICES)).toEqual(FILES);
  expect(await writeSchemas(root, SERVICES)).toEqual(FILES);
  expect(await checkSchemas(root, SERVICES)).toEqual([]);
  expect(await writeSchemas(root, SERVICES)).toEqual([]);
  expect(await readFile(join(root, 'gateway/supergraph.graphql'), 'utf8')).toContain('join__Graph');
});

test('a schema that was changed by hand is stale', async () => {
  await writeSchemas(root, SERVICES);
  const file = join(root, FILES[2] ?? '');
  await writeFile(file, (await readFile(file, 'utf8')).replace('name: String!', 'name: String'));
  expect(await checkSchemas(root, SERVICES)).toEqual([FILES[2]]);
});

test('a change of a subgraph makes its schema and the supergraph stale', async () => {
  await writeSchemas(root, SERVICES);
  const changed = SERVICES.map((one) => ({ ...one, sdl: one.sdl.replace('"A road."', '"A public road."') }));
  expect(await checkSchemas(root, changed)).toEqual([FILES[0], FILES[2]]);
});

test('the line ends of another system are not stale', async () => {
  await writeSchemas(root, SERVICES);
  const file = join(root, FILES[1] ?? '');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/\n/g, '\r\n'));
  expect(await checkSchemas(root, SERVICES)).toEqual([]);
});

test('nothing is written when the subgraphs do not compose', async () => {
  const broken = SERVICES.map((one) => ({ ...one, sdl: one.sdl.replace('"asset"', '"council"') }));
  await expect(writeSchemas(root, broken)).rejects.toThrow(ComposeError);
  expect(await readdir(root)).toEqual([]);
});
