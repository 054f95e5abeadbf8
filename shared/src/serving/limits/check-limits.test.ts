import { buildSubgraphSchema } from '@apollo/subgraph';
import fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, parse, type GraphQLError } from 'graphql';
import { ANONYMOUS } from '../../access';
import {
  behindGateway,
  checkLimits,
  checkTokens,
  limitsFor,
  PUBLIC_LIMITS,
  TOKEN_LIMITS,
  type Limits,
} from '.';
import { structureOf } from './structure';

const schema = buildSubgraphSchema(
  parse(
    `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", "@cost"])
  type Query {
    council(code: ID): Council
    assets(first: Int = 20, last: Int): AssetConnection
    nodes(ids: [ID!]!): [Asset]
    tops: [Asset!]! @listSize(assumedSize: 3)
    sliced(limit: Int): [Asset!]! @listSize(slicingArguments: ["limit"], assumedSize: 7)
    near(first: Int): AssetConnection @cost(weight: 50) @listSize(assumedSize: 5, slicingArguments: ["first"], sizedFields: ["nodes"])
    search: [Found!]!
  }
  type Mutation { rename(id: ID!): Asset }
  type Council { name: String assets(first: Int, last: Int): AssetConnection neighbours: [Council!]! }
  type AssetConnection { edges: [AssetEdge!]! nodes: [Asset!]! pageInfo: PageInfo! totalCount: Int! }
  type AssetEdge { cursor: String! node: Asset! }
  type PageInfo @shareable { hasNextPage: Boolean! }
  type Asset @key(fields: "id") { id: ID! name: String tags: [String!]! council: Council children(first: Int): [Asset!]! }
  union Found = Asset | Council
  directive @shareable on OBJECT | FIELD_DEFINITION
`
      .replace('directive @shareable on OBJECT | FIELD_DEFINITION', '')
      .replace(' @shareable', ''),
  ),
);

const check = (
  query: string,
  variables: Record<string, unknown> = {},
  limits: Partial<Limits> = {},
  name?: string,
) => checkLimits(schema, parse(query), variables, name, { ...PUBLIC_LIMITS, ...limits });
const measures = (errors: readonly GraphQLError[]) => errors.map(({ extensions }) => extensions.measure);
/** The cost of a query, read off the refusal that a limit of nothing gives. */
const costOf = (query: string, variables: Record<string, unknown> = {}) =>
  check(query, variables, { cost: -1 })[0]?.extensions.requested;

test('a refusal tells what was asked for, the limit and the code', () => {
  const [error] = check(
    '{ assets(first: 100) { nodes { council { neighbours { name } } } } }',
    {},
    { cost: 50 },
  );
  expect(error?.message).toBe(
    'The query asks for too much: it may answer 1,201 objects, and 50 is the limit. Ask for smaller pages or fewer levels of lists.',
  );
  expect(error?.extensions).toMatchObject({
    code: 'QUERY_TOO_COMPLEX',
    measure: 'cost',
    requested: 1201,
    limit: 50,
  });
});

test.each<[string, string, Record<string, unknown>, number]>([
  ['a single thing', '{ council { name } }', {}, 1],
  ['a list of unknown size counts as ten', '{ council { neighbours { name } } }', {}, 11],
  ['a page counts its nodes', '{ assets(first: 50) { nodes { name } } }', {}, 51],
  [
    'a page counts its edges and what they hold',
    '{ assets(first: 50) { edges { node { name } } } }',
    {},
    101,
  ],
  ['a page without a size takes the default of the schema', '{ assets { nodes { name } } }', {}, 21],
  ['the larger of first and last counts', '{ assets(first: 5, last: 50) { nodes { name } } }', {}, 51],
  ['a page size in a variable', 'query($n: Int) { assets(first: $n) { nodes { name } } }', { n: 30 }, 31],
  ['a variable with a default', 'query($n: Int = 40) { assets(first: $n) { nodes { name } } }', {}, 41],
  ['a variable that is not sent', 'query($n: Int) { assets(first: $n) { nodes { name } } }', {}, 21],
  [
    'pages in pages multiply',
    '{ assets(first: 10) { nodes { council { assets(first: 5) { nodes { name } } } } } }',
    {},
    81,
  ],
  ['keys count one by one', 'query($i: [ID!]!) { nodes(ids: $i) { name } }', { i: ['a', 'b', 'c'] }, 3],
  ['keys in the text too', '{ nodes(ids: ["a", "b"]) { name } }', {}, 2],
  ['one key for a list', 'query($i: [ID!]!) { nodes(ids: $i) { name } }', { i: 'a' }, 1],
  ['an assumed size', '{ tops { name } }', {}, 3],
  ['an argument that the schema names', '{ sliced(limit: 9) { name } }', {}, 9],
  ['without that argument, the assumed size', '{ sliced { name } }', {}, 7],
  ['a weight and sized fields', '{ near(first: 2) { nodes { name } } }', {}, 52],
  ['values alone are free', '{ assets(first: 10) { nodes { id name tags } totalCount } }', {}, 11],
  ['a mutation weighs ten more', 'mutation { rename(id: "a") { name } }', {}, 11],
  [
    'a union by each of its members',
    '{ search { ... on Asset { council { name } } ... on Council { name } } }',
    {},
    20,
  ],
  ['the same field twice is one', '{ council { name } council { neighbours { name } } }', {}, 11],
  ['another name is another field', '{ council { name } other: council { name } }', {}, 2],
  ['a fragment used twice is one', '{ ...F ...F } fragment F on Query { council { name } }', {}, 1],
  ['a negative page size is no way to cost nothing', '{ assets(first: -100) { nodes { name } } }', {}, 101],
  ['an empty page still costs its fields', '{ assets(first: 0) { nodes { name } } }', {}, 2],
])('the cost of %s', (_, query, variables, cost) => {
  expect(costOf(query, variables)).toBe(cost);
});

test('entities cost what is selected, for each that is asked for', () => {
  const query =
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Asset { council { name } } } }';
  const representations = Array.from({ length: 500 }, (_, id) => ({ __typename: 'Asset', id }));
  expect(costOf(query, { r: representations })).toBe(1_000);
});

test('a huge page size is refused whether it stands in the text or in a variable', () => {
  expect(measures(check('{ assets(first: 2147483647) { nodes { name } } }'))).toEqual(['cost']);
  for (const n of [2_147_483_647, 1e308, Infinity, '999999', [1, 2]])
    expect(
      check(
        'query($n: Int) { assets(first: $n) { nodes { council { neighbours { neighbours { neighbours { name } } } } } } }',
        { n },
      ).length,
    ).toBe(typeof n === 'number' ? 1 : 0);
});

test('the same document is judged anew for other variables', () => {
  const document = parse(
    'query($n: Int) { assets(first: $n) { nodes { council { neighbours { name } } } } }',
  );
  expect(checkLimits(schema, document, { n: 10 }, null, PUBLIC_LIMITS)).toEqual([]);
  expect(checkLimits(schema, document, { n: 10_000 }, null, PUBLIC_LIMITS)).toHaveLength(1);
  expect(checkLimits(schema, document, { n: 10 }, null, PUBLIC_LIMITS)).toEqual([]);
});

test('only the operation that runs is judged', () => {
  const query = 'query Small { council { name } } query Large { assets(first: 99999) { nodes { name } } }';
  expect(check(query, {}, {}, 'Small')).toEqual([]);
  expect(measures(check(query, {}, {}, 'Large'))).toEqual(['cost']);
  expect(check(query, {}, {}, 'None')).toEqual([]);
  expect(check(query)).toEqual([]);
});

test('a list cycle in 200 bytes is refused', () => {
  const query = `{council{${'neighbours{'.repeat(12)}name${'}'.repeat(12)}}}`;
  expect(query.length).toBeLessThan(200);
  expect(measures(check(query))).toEqual(['cost']);
});

test.each<[keyof Limits, string]>([
  ['depth', `{council{${'neighbours{'.repeat(20)}name${'}'.repeat(20)}}}`],
  ['aliases', `{${Array.from({ length: 10_000 }, (_, i) => `a${i}:council{name}`).join(' ')}}`],
  ['rootFields', `{${Array.from({ length: 21 }, (_, i) => `a${i}:council{name}`).join(' ')}}`],
  ['directives', `{council{name ${'@skip(if:false)'.repeat(100)}}}`],
  ['tokens', `{council{${'name '.repeat(3_001)}}}`],
])('too much of %s is refused', (measure, query) => {
  expect(measures(check(query))).toContain(measure);
});

test('a bomb of fragments is refused in no time', () => {
  const levels = 60;
  const bomb = Array.from(
    { length: levels },
    (_, i) => `fragment F${i} on Council { a: neighbours { ...F${i + 1} } b: neighbours { ...F${i + 1} } }`,
  ).join(' ');
  const query = `{ council { ...F0 } } ${bomb} fragment F${levels} on Council { name }`;
  expect(measures(check(query, {}, { aliases: 1_000 }))).toContain('fields');
  const flat = Array.from(
    { length: levels },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  ).join(' ');
  // Answered with one field, but a planner of queries writes every spread out.
  const ladder = check(`{ ...F0 } ${flat} fragment F${levels} on Query { council { name } }`);
  expect(measures(ladder)).toEqual(['fields']);
});

test('cycles of fragments come to an end', () => {
  expect(
    check('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A council { name } }'),
  ).toEqual([]);
  expect(measures(check('{ council { ...A } } fragment A on Council { neighbours { ...A } }'))).toContain(
    'depth',
  );
});

test('a wide bomb, which the levels do not stop, is given up', () => {
  const spread = (next: string) =>
    Array.from({ length: 10 }, (_, i) => `a${i}: council { ...${next} }`).join(' ');
  const query = `{ council { neighbours { ...C1 } } }
    ${[1, 2, 3, 4, 5, 6].map((i) => `fragment C${i} on Asset { ${spread(`D${i}`)} } fragment D${i} on Council { assets { nodes { ...C${i + 1} } } }`).join('\n')}
    fragment C7 on Asset { name }`;
  const document = parse(query.replace('...C1', 'assets { nodes { ...C1 } }'));
  const structure = structureOf(schema, document, null);
  expect(structure?.endless).toBe(true);
  expect(structure?.fields).toBeLessThan(60_000);
  const none = Object.fromEntries(
    Object.keys(PUBLIC_LIMITS).map((key) => [key, Infinity]),
  ) as unknown as Limits;
  expect(measures(checkLimits(schema, document, {}, null, none))).toEqual(['fields']);
});

test('variables are counted without being followed into the depths', () => {
  expect(measures(check('{ council { name } }', { list: Array(1_000_000).fill(0) }))).toEqual([
    'variableValues',
  ]);
  let deep: unknown = 0;
  for (let i = 0; i < 200_000; i += 1) deep = [deep];
  expect(measures(check('{ council { name } }', { deep }))).toEqual(['variableValues']);
  expect(check('{ council { name } }', { list: Array.from({ length: 4_000 }, (_, a) => ({ a })) })).toEqual(
    [],
  );
});

test('the introspection of GraphiQL and of code generators is let through for everybody', () => {
  for (const limits of [PUBLIC_LIMITS, TOKEN_LIMITS, behindGateway(PUBLIC_LIMITS)])
    for (const options of [
      undefined,
      {
        inputValueDeprecation: true,
        schemaDescription: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        oneOf: true,
      },
    ])
      expect(checkLimits(schema, parse(getIntrospectionQuery(options)), {}, null, limits)).toEqual([]);
  expect(
    check(
      '{ __type(name: "Asset") { fields { name type { name ofType { name } } } } council { __typename } }',
    ),
  ).toEqual([]);
});

test('introspection that goes round in circles is refused, apart from the cost of rows', () => {
  const circles = `{__schema{types{${'fields{type{'.repeat(5)}name${'}}'.repeat(5)}}}}`;
  expect(measures(check(circles))).toEqual(['introspection']);
  const many = `{${Array.from({ length: 19 }, (_, i) => `s${i}:__schema{types{fields{args{type{name}}}inputFields{type{name}}possibleTypes{fields{type{name}}}}}`).join(' ')}}`;
  expect(measures(check(many))).toEqual(['introspection']);
});

test('fields that the schema does not know are left to validation', () => {
  expect(check('{ nothing { at { all } } ...Missing ... on Nowhere { x } }')).toEqual([]);
});

test('any document, sound or not, is judged without a fault', () => {
  const { fields } = fc.letrec((tie) => ({
    field: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('name', 'x', 'id', '__typename', '...F', '...G', '__schema{types{name}}'),
      fc
        .tuple(
          fc.constantFrom(
            'council',
            'assets(first: -1)',
            'assets(first: $n)',
            'nodes(ids: [$n])',
            'neighbours',
            'nodes',
            'a: tops',
            '... on Asset',
            '... @skip(if: true)',
          ),
          tie('fields'),
        )
        .map(([name, below]) => `${name} { ${String(below)} }`),
    ),
    fields: fc.array(tie('field'), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
  }));
  fc.assert(
    fc.property(fields, fields, fc.anything(), (a, b, n) => {
      const query = `query($n: Int) { ${String(a)} } fragment F on Council { ${String(b)} } fragment G on Asset { ...F }`;
      for (const error of check(query, { n })) expect(error.extensions.code).toBe('QUERY_TOO_COMPLEX');
    }),
    { numRuns: 500 },
  );
});

test('a text with too many tokens is refused before it is parsed', () => {
  expect(checkTokens(`{${'a '.repeat(2_000)}}`, PUBLIC_LIMITS)).toBeNull();
  expect(checkTokens(`{${'a '.repeat(3_000)}}`, PUBLIC_LIMITS)?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  expect(checkTokens(`{${'a '.repeat(3_000)}}`, TOKEN_LIMITS)).toBeNull();
  expect(checkTokens(`${'a '.repeat(2_000)}${'\u0000'.repeat(2_000)}`, PUBLIC_LIMITS)).toBeNull();
});

test('a partner and an analyst may ask for more than others', () => {
  const as = (role: 'partner' | 'analyst' | 'officer') => limitsFor({ ...ANONYMOUS, kind: 'token', role });
  expect([as('partner'), as('analyst'), as('officer'), limitsFor(ANONYMOUS)]).toEqual([
    TOKEN_LIMITS,
    TOKEN_LIMITS,
    PUBLIC_LIMITS,
    PUBLIC_LIMITS,
  ]);
});

test('directives are found under the full names that composition gives them', () => {
  const composed = buildSchema(`
    directive @federation__listSize(assumedSize: Int) on FIELD_DEFINITION
    type Query { tops: [Query!]! @federation__listSize(assumedSize: 4) a: Int }`);
  const limits = { ...PUBLIC_LIMITS, cost: 3 };
  expect(checkLimits(composed, parse('{ tops { a } }'), {}, null, limits)[0]?.extensions.requested).toBe(4);
});
