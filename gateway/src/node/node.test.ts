import { graphql } from 'graphql';
import { DIRECTORY_SDL } from '../testing/directory';
import { LINK } from '../testing/link';
import { PROPERTY_SDL } from '../testing/property';
import { ComposeError } from '../supergraph/compose-error';
import type { AskEntities } from './entities';
import { nodeSubgraph } from './node-subgraph';
import { publicTypes } from './public-types';

const SERVICES = [
  { name: 'directory', sdl: DIRECTORY_SDL },
  { name: 'property', sdl: PROPERTY_SDL },
];

/** Every id that begins with `gone` does not exist; the others do. */
function answering() {
  const asked: { subgraph: string; query: string; ids: string[]; headers: object }[] = [];
  const ask: AskEntities = (subgraph, query, variables, headers) => {
    const representations = variables['representations'] as { __typename: string; id: string }[];
    asked.push({ subgraph, query, ids: representations.map(({ id }) => id), headers });
    const _entities = representations.map((one) => (one.id.includes('gone') ? null : one));
    return Promise.resolve({ data: { _entities } });
  };
  return { asked, ask };
}

async function find(query: string, ask: AskEntities, headers = {}) {
  const subgraph = nodeSubgraph(publicTypes(SERVICES), ask);
  const result = await graphql({
    schema: subgraph.schema,
    source: query,
    contextValue: subgraph.contextFor(headers),
  });
  return JSON.parse(JSON.stringify(result)) as typeof result;
}

test('public types are those with @nodeId, with the subgraph that owns each', () => {
  expect(publicTypes(SERVICES)).toEqual([
    { prefix: 'asset', typename: 'Asset', subgraph: 'property' },
    { prefix: 'council', typename: 'Council', subgraph: 'directory' },
  ]);
});

test.each([
  [
    'one prefix for two types',
    'type Site @key(fields: "id") @nodeId(prefix: "asset") { id: ID! }',
    /"asset" is claimed by Asset and Site/,
  ],
  [
    'one type twice',
    'type Asset @key(fields: "id") @nodeId(prefix: "thing") { id: ID! }',
    /Asset is marked with @nodeId more than once/,
  ],
  [
    'no key by id',
    'type Site @key(fields: "number") @nodeId(prefix: "site") { id: ID! number: Int }',
    /Site has @nodeId and no @key/,
  ],
])('%s is a compose error that names the subgraphs', (_what, sdl, message) => {
  const services = [...SERVICES, { name: 'other', sdl: `${LINK}${sdl}` }];
  expect(() => publicTypes(services)).toThrow(ComposeError);
  expect(() => publicTypes(services)).toThrow(message);
  expect(() => publicTypes(services)).toThrow(/other/);
});

test('each owning subgraph is asked once for all fields and ids of a request', async () => {
  const { asked, ask } = answering();
  const { data } = await find(
    `{ nodes(ids: ["asset_1", "council_1", "asset_gone", "asset_1"]) { __typename id }
       one: node(id: "asset_2") { id } two: node(id: "council_1") { id } }`,
    ask,
    { authorization: 'Bearer abc' },
  );
  expect(data).toEqual({
    nodes: [
      { __typename: 'Asset', id: 'asset_1' },
      { __typename: 'Council', id: 'council_1' },
      null,
      { __typename: 'Asset', id: 'asset_1' },
    ],
    one: { id: 'asset_2' },
    two: { id: 'council_1' },
  });
  expect(asked.map(({ subgraph, ids }) => [subgraph, ids])).toEqual([
    ['property', ['asset_1', 'asset_gone', 'asset_2']],
    ['directory', ['council_1']],
  ]);
  expect(asked.every(({ headers }) => 'authorization' in headers)).toBe(true);
});

test('an id of no known kind is null and asks nobody', async () => {
  const { asked, ask } = answering();
  const ids = [
    '',
    'asset',
    'thing_1',
    '__proto__',
    'constructor_1',
    'ASSET_1',
    'asset_🏛',
    `asset_${'1'.repeat(100)}`,
  ];
  const { data, errors } = await find(`{ nodes(ids: ${JSON.stringify(ids)}) { id } }`, ask);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ nodes: ids.map(() => null) });
  expect(asked).toEqual([]);
});

test('an error of the owner stands at its id, and the others are found', async () => {
  const ask: AskEntities = (_subgraph, _query, variables) =>
    Promise.resolve({
      data: { _entities: [null, (variables['representations'] as unknown[])[1]] },
      errors: [{ message: 'Not yours.', path: ['_entities', 0], extensions: { code: 'FORBIDDEN' } }],
    });
  const { data, errors } = await find('{ nodes(ids: ["asset_1", "asset_2"]) { id } }', ask);
  expect(data).toEqual({ nodes: [null, { id: 'asset_2' }] });
  expect(errors).toEqual([
    expect.objectContaining({ message: 'Not yours.', path: ['nodes', 0], extensions: { code: 'FORBIDDEN' } }),
  ]);
});

test('a record that was merged answers with the id of its survivor', async () => {
  const ask: AskEntities = () =>
    Promise.resolve({ data: { _entities: [{ __typename: 'Asset', id: 'asset_new' }] } });
  expect((await find('{ node(id: "asset_old") { id } }', ask)).data).toEqual({ node: { id: 'asset_new' } });
});
