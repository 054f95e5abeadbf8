import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDrawings, withDrawings, writeDrawings, type Drawn } from './readme-drawings';

const LIGHT = {
  name: 'Light',
  initial: 'ON',
  states: { ON: 'It burns.', OFF: 'It does not.' },
  edges: [{ action: 'switchOff', from: ['ON'], to: ['OFF'], by: 'anybody' }],
};
const LAMPS: Drawn = { name: 'lamps', description: 'Lamps of the town.', lifecycles: [LIGHT] };
const PATH = 'subgraphs/lamps/README.md';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'drawings-'));
  await mkdir(join(root, 'subgraphs/lamps'), { recursive: true });
});
afterEach(async () => rm(root, { recursive: true }));

const readme = () => readFile(join(root, PATH), 'utf8');

test('a README that is missing begins with what the subgraph is, and ends with the drawings', async () => {
  expect(await checkDrawings(root, [LAMPS])).toEqual([PATH]);
  expect(await writeDrawings(root, [LAMPS])).toEqual([PATH]);
  expect(await readme()).toMatch(/^# lamps\n\nLamps of the town\.\n\n## Lifecycles\n\n<!-- lifecycles/);
  expect(await readme()).toContain('  ON --> OFF: switchOff (anybody)\n');
  expect(await readme()).toContain('- `OFF`: It does not.\n');
  expect(await checkDrawings(root, [LAMPS])).toEqual([]);
  expect(await writeDrawings(root, [LAMPS])).toEqual([]);
});

test('what stands around the drawings stays as it is', async () => {
  const before = withDrawings('# Lamps\n\nWritten by hand.\n', [LIGHT]);
  const text = before.replace('## Lifecycles', '## How a lamp lives') + '\nAfter it.\n';
  await writeFile(join(root, PATH), text);
  const longer = { ...LIGHT, states: { ...LIGHT.states, OFF: 'Dark.' } };
  expect(await writeDrawings(root, [{ ...LAMPS, lifecycles: [longer] }])).toEqual([PATH]);
  expect(await readme()).toBe(text.replace('It does not.', 'Dark.'));
});

test('a changed table and a drawing changed by hand are both stale', async () => {
  await writeDrawings(root, [LAMPS]);
  const other = { ...LIGHT, edges: [{ ...LIGHT.edges[0]!, by: 'the night watch' }] };
  expect(await checkDrawings(root, [{ ...LAMPS, lifecycles: [other] }])).toEqual([PATH]);
  await writeFile(join(root, PATH), (await readme()).replace('ON --> OFF', 'OFF --> ON'));
  expect(await checkDrawings(root, [LAMPS])).toEqual([PATH]);
});

test('a subgraph without lifecycles needs no README', async () => {
  expect(await checkDrawings(root, [{ ...LAMPS, lifecycles: [] }])).toEqual([]);
});

test('the line ends of another system are not stale', async () => {
  await writeDrawings(root, [LAMPS]);
  await writeFile(join(root, PATH), (await readme()).replace(/\n/g, '\r\n'));
  expect(await checkDrawings(root, [LAMPS])).toEqual([]);
});
