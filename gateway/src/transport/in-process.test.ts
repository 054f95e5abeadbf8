import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, GraphQLString } from 'graphql';
import { AccessError } from '@coop/shared/access';
import { instantOf } from '@coop/shared/time';
import { silentLog } from '../log';
import { InProcessDataSource, type InProcessSubgraph } from './in-process';
import { PreparedDocuments } from './prepared-documents';

const kept = { roof: { tiles: ['slate'] } };
const Anything = new GraphQLScalarType({ name: 'Anything' });
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      facts: { type: Anything, resolve: () => kept },
      day: { type: Anything, resolve: () => instantOf('2026-03-02') },
      word: { type: GraphQLString, resolve: () => 'word' },
      said: { type: GraphQLString, args: { n: { type: GraphQLString } }, resolve: () => 'said' },
    },
  }),
});

async function run(query: string, more: Partial<InProcessSubgraph> = {}) {
  const source = new InProcessDataSource(
    { name: 'facts', schema, contextFor: () => ({}), ...more },
    silentLog,
  );
  return source.process({ request: { query }, context: { requestId: 'r-1' } } as unknown as Parameters<
    GraphQLDataSource['process']
  >[0]);
}

test('an object that a scalar answers is a copy, and an instant is its text, as over HTTP', async () => {
  const { data } = await run('{ facts day }');
  expect(data).toEqual({ facts: { roof: { tiles: ['slate'] } }, day: '2026-03-02T00:00:00.000Z' });
  (data as typeof data & { facts: typeof kept }).facts.roof.tiles.push('moss');
  expect(kept).toEqual({ roof: { tiles: ['slate'] } });
});

test('what the subgraph would refuse over HTTP it refuses in process', async () => {
  const refusal = new GraphQLError('Too much.', { extensions: { code: 'QUERY_TOO_COMPLEX' } });
  const seen: unknown[] = [];
  const checkLimits: InProcessSubgraph['checkLimits'] = (document, variables) => {
    seen.push(document.kind, variables);
    return [refusal];
  };
  const { data, errors } = await run('{ a: word b: word }', { checkLimits });
  expect(seen).toEqual(['Document', {}]);
  expect(data).toBeNull();
  expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
    [['a'], 'QUERY_TOO_COMPLEX'],
    [['b'], 'QUERY_TOO_COMPLEX'],
  ]);
});

test.each([
  ['does not parse', '{ word'],
  ['is not valid', '{ nothing }'],
])('a fetch that %s is an internal error', async (_what, query) => {
  const { data, errors } = await run(query);
  expect(data).toBeNull();
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'facts' } });
});

test('a context that cannot be made is an error without its inside', async () => {
  const contextFor = () => {
    throw new Error('no database at db.internal');
  };
  const { errors } = await run('{ word }', { contextFor });
  expect(JSON.stringify(errors)).not.toContain('db.internal');
  expect(errors).toEqual([
    {
      message: expect.any(String),
      path: ['word'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1', service: 'facts' },
    },
  ]);
});

test('a token that does not verify keeps its code and its message', async () => {
  const contextFor = () => Promise.reject(new AccessError('The token has run out.'));
  const { errors } = await run('{ word }', { contextFor });
  expect(errors).toEqual([
    {
      message: 'The token has run out.',
      path: ['word'],
      extensions: { code: 'UNAUTHENTICATED', service: 'facts' },
    },
  ]);
});

test('an argument that graphql itself refuses is bad input, as over HTTP', async () => {
  const { errors } = await run('query ($n: String!) { a: word said(n: $n) }', {});
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
});

test('prepared fetches are kept, and no more than so many', () => {
  const documents = new PreparedDocuments(schema, 3);
  const first = documents.prepare('{ word }');
  expect(documents.prepare('{ word }')).toBe(first);
  for (let number = 0; number < 10; number += 1) documents.prepare(`{ a${number}: word }`);
  expect(documents.size).toBe(3);
  expect(documents.prepare('{ word }')).not.toBe(first);
});
