import { buildSchema, parse, validate } from 'graphql';
import { pageQuery } from './page-query';

const SCHEMA = buildSchema(`
  type Query { council(code: ID!): Council, councils(first: Int): [Council!], other(a: String): String }
  type Council {
    name: String
    assets(first: Int, after: String, last: Int, before: String, orderBy: String, text: String): Assets!
  }
  type Assets { nodes: [Asset!]!, edges: [Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
  type Edge { cursor: String, node: Asset! }
  type Asset { id: ID!, name(style: String): String, assets(first: Int, after: String): Assets! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Mutation { write: Council }
`);

const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const pageOf = (query: string, path: string, variables = {}) => {
  const page = pageQuery({ query, variables }, path);
  if (page) expect(validate(SCHEMA, parse(page.query))).toEqual([]);
  return page;
};

test('the operation is cut down to the connection, and asks for any page of it', () => {
  const page = pageOf(
    `query A($code: ID!, $after: String, $a: String) {
      other(a: $a)
      council(code: $code) { name assets(first: 10, after: $after, orderBy: "NAME") { nodes { id } } }
    }`,
    'council.assets.nodes',
    { code: 'E08', after: 'x' },
  );
  expect(words(page?.query ?? '')).toBe(
    words(`query A($code: ID!, $sandboxFirst: Int, $sandboxAfter: String) {
      council(code: $code) {
        assets(orderBy: "NAME", first: $sandboxFirst, after: $sandboxAfter) {
          nodes { id }
          sandboxPage: pageInfo { hasNextPage endCursor }
        }
      }
    }`),
  );
  expect(page?.askedSize).toBe(10);
  expect(page?.variables('c', 100)).toMatchObject({ code: 'E08', sandboxAfter: 'c', sandboxFirst: 100 });
});

test('fragments on the way are put in place, and those within the rows are kept', () => {
  const query = `
    query A($size: Int, $style: String) { c: council(code: "E") { ...Land ... on Council { name } } }
    fragment Land on Council { land: assets(last: $size) { edges { ...Row } } name }
    fragment Row on Edge { node { ...Names } }
    fragment Names on Asset { name(style: $style) }
    fragment Unused on Asset { id }`;
  const page = pageOf(query, 'c.land.edges', { size: 7 });
  expect(words(page?.query ?? '')).toBe(
    words(`query A($style: String, $sandboxFirst: Int, $sandboxAfter: String) {
      c: council(code: "E") { ... on Council {
        land: assets(first: $sandboxFirst, after: $sandboxAfter) {
          edges { ...Row } sandboxPage: pageInfo { hasNextPage endCursor }
        } } }
    }
    fragment Row on Edge { node { ...Names } }
    fragment Names on Asset { name(style: $style) }`),
  );
  expect(page?.askedSize).toBe(7);
});

test('a field that stands twice is paged in both places', () => {
  const query =
    '{ council(code: "E") { assets(first: 2) { nodes { id } } } council(code: "E") { assets(first: 2) { nodes { name } } } }';
  expect(pageOf(query, 'council.assets.nodes')?.query.match(/\$sandboxAfter\)/g)).toHaveLength(2);
});

test('of several operations the one that was run is taken', () => {
  const query = 'query A { other } query B { council(code: "E") { assets { nodes { id } } } }';
  expect(pageQuery({ query, operationName: 'B' }, 'council.assets.nodes')).not.toBeNull();
  expect(pageQuery({ query, operationName: 'A' }, 'council.assets.nodes')).toBeNull();
});

test.each([
  ['a plain list', '{ councils { name } }', 'councils'],
  ['a list within a row', '{ councils { assets { nodes { id } } } }', 'councils.0.assets.nodes'],
  ['a mutation', 'mutation { write { assets { nodes { id } } } }', 'write.assets.nodes'],
  ['a field that is not there', '{ council(code: "E") { name } }', 'council.assets.nodes'],
  ['text that is no GraphQL', '{ council', 'council.assets.nodes'],
  [
    'fragments that go round in circles',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'council.assets.nodes',
  ],
])('there are no pages of %s', (_case, query, path) => {
  expect(pageQuery({ query }, path)).toBeNull();
});
