import { DIRECTORY_SDL } from '../testing/directory';
import { LINK } from '../testing/link';
import { PROPERTY_SDL } from '../testing/property';
import { apiSchemaOf } from './api-schema';
import { composeSupergraph, type Service } from './compose';
import { ComposeError } from './compose-error';
import { SupergraphSource, withNode } from './supergraph-source';

const OURS: Service[] = [
  { name: 'directory', sdl: DIRECTORY_SDL, url: 'http://directory.invalid/graphql' },
  { name: 'property', sdl: PROPERTY_SDL, url: 'http://property.invalid/graphql' },
];
const COMMITTED = composeSupergraph(withNode(OURS));

const LIBRARIES = `${LINK}
interface Node { id: ID! }
"A library."
type Library implements Node @key(fields: "id") @nodeId(prefix: "library") { id: ID! name: String }
type Council @key(fields: "gssCode") { gssCode: ID! libraries: [Library!] }
type Query { libraries: [Library] }
`;

/** A source whose partners show what is put into `shown`; nothing there means away. */
function sourceWith(shown: Record<string, string>, names = Object.keys(shown)) {
  const warnings: string[] = [];
  const source = new SupergraphSource({
    services: OURS,
    committed: COMMITTED,
    partners: names.map((name) => ({ name, url: `http://${name}.invalid/graphql` })),
    readSdl: ({ name }) => {
      const sdl = shown[name];
      return sdl === undefined ? Promise.reject(new Error('ECONNREFUSED')) : Promise.resolve(sdl);
    },
    log: {
      info: () => undefined,
      error: () => undefined,
      warn: (facts, message) => void warnings.push(`${message} ${(facts as { reason?: string }).reason}`),
    },
  });
  return { source, warnings };
}

const fieldsOf = (supergraphSdl: string, type: string): string[] => {
  const found = apiSchemaOf(supergraphSdl).getType(type);
  return found && 'getFields' in found ? Object.keys(found.getFields()) : [];
};

test('without partners the committed supergraph is served as it is', async () => {
  const { source } = sourceWith({});
  expect(await source.look()).toBe(false);
  expect(source.composition.supergraphSdl).toBe(COMMITTED);
});

test('a partner adds types, root fields and fields of our entities, and node finds its things', async () => {
  const { source, warnings } = sourceWith({ libraries: LIBRARIES });
  expect(await source.look()).toBe(true);
  const { supergraphSdl, publicTypes } = source.composition;
  expect(fieldsOf(supergraphSdl, 'Council')).toContain('libraries');
  expect(fieldsOf(supergraphSdl, 'Query')).toContain('libraries');
  expect(publicTypes).toContainEqual({ prefix: 'library', typename: 'Library', subgraph: 'libraries' });
  expect(warnings).toEqual([]);
  expect(source.states).toEqual([{ name: 'libraries', joined: true, reason: null }]);
  expect(await source.look()).toBe(false);
});

test('a partner that is away is done without, said once, and joins when it comes', async () => {
  const shown: Record<string, string> = {};
  const { source, warnings } = sourceWith(shown, ['libraries']);
  expect(await source.look()).toBe(false);
  expect(await source.look()).toBe(false);
  expect(source.composition.supergraphSdl).toBe(COMMITTED);
  expect(warnings).toEqual([expect.stringMatching(/libraries: going on without it .*does not answer/)]);
  shown['libraries'] = LIBRARIES;
  expect(await source.look()).toBe(true);
  delete shown['libraries'];
  expect(await source.look()).toBe(false);
  expect(source.states).toEqual([
    { name: 'libraries', joined: true, reason: 'The partner does not answer.' },
  ]);
});

test('a partner that turns bad keeps its last good schema until it is mended', async () => {
  const shown = { libraries: LIBRARIES };
  const { source, warnings } = sourceWith(shown);
  await source.look();
  const good = source.composition.supergraphSdl;
  shown.libraries = LIBRARIES.replace('name: String', 'name: Nothing');
  expect(await source.look()).toBe(false);
  expect(await source.look()).toBe(false);
  expect(source.composition.supergraphSdl).toBe(good);
  expect(warnings).toEqual([expect.stringMatching(/keeping its last good schema[^]*libraries: [^]*Nothing/)]);
  shown.libraries = LIBRARIES.replace('name: String', 'title: String');
  expect(await source.look()).toBe(true);
  expect(fieldsOf(source.composition.supergraphSdl, 'Library')).toEqual(['id', 'title']);
  shown.libraries = LIBRARIES;
  await source.look();
  expect(source.states[0]?.reason).toBeNull();
});

test('one bad partner does not keep the others out, in whatever order they stand', async () => {
  const bad = `${LINK} type Query { councils: [Int] }`;
  for (const names of [
    ['bad', 'libraries'],
    ['libraries', 'bad'],
  ]) {
    const { source } = sourceWith({ bad, libraries: LIBRARIES }, names);
    expect(await source.look()).toBe(true);
    expect(source.states.map(({ name, joined }) => [name, joined])).toEqual(
      names.map((name) => [name, name !== 'bad']),
    );
  }
});

test('a partner that builds upon another joins as soon as the other has', async () => {
  const shelves = `${LINK} type Library @key(fields: "id") { id: ID! name: String @external shelfCount: Int @requires(fields: "name") } type Query { shelves: Int }`;
  const { source } = sourceWith({ shelves, libraries: LIBRARIES }, ['shelves', 'libraries']);
  await source.look();
  expect(source.states.every(({ joined }) => joined)).toBe(true);
});

test('a partner cannot take the name of one of our subgraphs, nor of the generated one', () => {
  for (const name of ['directory', 'node'])
    expect(() => sourceWith({ [name]: LIBRARIES })).toThrow(ComposeError);
  expect(() => sourceWith({}, ['libraries', 'libraries'])).toThrow(ComposeError);
});

/** What a partner may not do, the rule that refuses it, and the composition that would have taken it. */
const REFUSED: [what: string, code: string, sdl: string][] = [
  [
    'answers a field of our entity',
    'INVALID_FIELD_SHARING',
    'type Council @key(fields: "gssCode") { gssCode: ID! name: String! } type Query { a: Int }',
  ],
  [
    'takes over a field of our entity',
    'PARTNER_CLAIMS_FIELD',
    'type Council @key(fields: "gssCode") { gssCode: ID! name: String! @override(from: "directory") } type Query { a: Int }',
  ],
  [
    'takes over a root field',
    'PARTNER_CLAIMS_FIELD',
    'type Asset @key(fields: "id", resolvable: false) { id: ID! } type Query { assets: [Asset] @override(from: "property") }',
  ],
  [
    'takes over a field of a value type',
    'SATISFIABILITY_ERROR',
    'type Money { pence: Int! @override(from: "property") } type Query { price: Money }',
  ],
  [
    'answers for one key by another',
    'PARTNER_CLAIMS_KEYS',
    'type Council @key(fields: "gssCode") @key(fields: "id") { gssCode: ID! id: ID! parks: Int } type Query { a: Int }',
  ],
  [
    'adds to a value type',
    'SATISFIABILITY_ERROR',
    'type Money @shareable { pence: Int! formatted: String pounds: Int } type Query { price: Money }',
  ],
  [
    'adds to a value type by a key',
    'PARTNER_CLAIMS_KEYS',
    'type Money @key(fields: "pence") { pence: Int! formatted: String @shareable euros: Int } type Query { price: Money }',
  ],
  [
    'makes a field of a value type nullable',
    'PARTNER_CHANGES_API',
    'type Money @shareable { pence: Int formatted: String } type Query { price: Money }',
  ],
  [
    'adds a member to a union',
    'PARTNER_CHANGES_API',
    'type Canal { a: Int } union Neighbour = Canal type Query { next: Neighbour }',
  ],
  [
    'adds a field to every type of an interface',
    'PARTNER_CLAIMS_INTERFACE',
    'type Node @key(fields: "id") @interfaceObject { id: ID! likes: Int } type Query { a: Int }',
  ],
  [
    'changes our words',
    'PARTNER_CHANGES_TEXT',
    '"A worse description, alphabetically first." type Council @key(fields: "gssCode") { gssCode: ID! parks: Int } type Query { a: Int }',
  ],
  [
    'deprecates our field',
    'PARTNER_CHANGES_TEXT',
    'type Money @shareable { formatted: String pence: Int! @deprecated(reason: "Use ours.") } type Query { price: Money }',
  ],
  [
    'hides our field',
    'PARTNER_CHANGES_API',
    'type Money @shareable { pence: Int! formatted: String @inaccessible } type Query { price: Money }',
  ],
  [
    'finds our things by id',
    'PARTNER_CLAIMS_NODE',
    'interface Node { id: ID! } type Ward implements Node @key(fields: "id") @nodeId(prefix: "ward") { id: ID! } type Query { a: Int }',
  ],
  [
    'takes our id prefix',
    'NODE_PREFIX_TAKEN',
    'interface Node { id: ID! } type Site implements Node @key(fields: "id") @nodeId(prefix: "asset") { id: ID! } type Query { a: Int }',
  ],
  ['does not parse', 'INVALID_GRAPHQL', 'type Query {'],
];

test.each(REFUSED)('a partner that %s is refused', async (_what, code, sdl) => {
  const { source, warnings } = sourceWith({ 'a-partner': `${LINK}${sdl}` });
  expect(await source.look()).toBe(false);
  expect(source.composition.supergraphSdl).toBe(COMMITTED);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(code);
  expect(warnings[0]).toContain('partner');
  expect(warnings[0]).toContain('fix: ');
});
