import fc from 'fast-check';
import { execute, buildSchema, GraphQLError, parse } from 'graphql';
import { AccessError } from '../access';
import { GraphUnavailable } from '../graph';
import { clientError, PUBLIC_CODES, publicError } from '.';

let reported: unknown[];
beforeEach(() => (reported = []));
const shown = (error: unknown) =>
  publicError(error, { requestId: 'r-1', report: (fault) => void reported.push(fault) });

test('what was written for clients is shown with its code and facts, without anything else', () => {
  const error = new GraphQLError('Too much.', {
    path: ['a', 0],
    extensions: { code: 'QUERY_TOO_COMPLEX', limit: 1, requested: 2, sql: 'SELECT', http: { status: 400 } },
  });
  expect(shown(error)).toEqual({
    message: 'Too much.',
    path: ['a', 0],
    extensions: { code: 'QUERY_TOO_COMPLEX', limit: 1, requested: 2 },
  });
  expect(reported).toEqual([]);
});

test.each([
  new Error('SELECT * FROM ballot'),
  new GraphQLError('db.internal is away'),
  new GraphQLError('x', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', response: { body: 'secret' } } }),
  new GraphQLError('x', { extensions: { code: ['FORBIDDEN'] } }),
  new GraphQLError('Variable "$x" is what I like', { originalError: new Error('secret'), path: ['a'] }),
  new GraphQLError('secret', { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
  Object.assign(new Error('secret'), { code: 'FORBIDDEN' }),
  'a text',
  null,
  undefined,
  { message: 7, extensions: 'none' },
])('anything else is a fault of ours, reported in full: %#', (error) => {
  expect(shown(error)).toMatchObject({
    message: 'Something went wrong on our side. Quote request id r-1 when you report it.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' },
  });
  expect(reported).toEqual([error]);
});

test('a fault that a subgraph of this process has reported is not reported twice', () => {
  const first = shown(new Error('secret'));
  expect(shown(new GraphQLError(first.message, { extensions: first.extensions }))).toEqual(first);
  expect(reported).toHaveLength(1);
});

test('a refused token and an absent subgraph keep their codes, thrown in a resolver too', () => {
  expect(shown(new AccessError('Sign in again.')).extensions?.code).toBe('UNAUTHENTICATED');
  const thrown = new GraphQLError('Sign in again.', {
    originalError: new AccessError('Sign in again.'),
    path: ['a'],
  });
  expect(shown(thrown)).toMatchObject({ message: 'Sign in again.', extensions: { code: 'UNAUTHENTICATED' } });
  expect(shown(new GraphUnavailable()).extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
});

test('what the language finds wrong with variables and arguments is bad input', async () => {
  const schema = buildSchema('type Query { a(n: Int!): Int }');
  const codesOf = async (query: string, variableValues: Record<string, unknown>) => {
    const { errors = [] } = await execute({ schema, document: parse(query), variableValues });
    return errors.map((error) => shown(error).extensions?.code);
  };
  expect(await codesOf('query($n: Int!) { a(n: $n) }', { n: 'x' })).toEqual(['BAD_USER_INPUT']);
  expect(await codesOf('query($n: Int!) { a(n: $n) }', {})).toEqual(['BAD_USER_INPUT']);
  expect(await codesOf('query($n: Int = 1) { a(n: $n) }', { n: null })).toEqual(['BAD_USER_INPUT']);
  expect(reported).toEqual([]);
});

test('a text that the parser gives up counting is too complex', () => {
  const error = (() => {
    try {
      parse('{ a b c d }', { maxTokens: 3 });
    } catch (thrown) {
      return thrown as GraphQLError;
    }
    throw new Error('Parsed.');
  })();
  const coded = new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  expect(shown(coded).extensions?.code).toBe('QUERY_TOO_COMPLEX');
});

test('no error of whatever shape gets another code or anything but plain facts out', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.dictionary(fc.string(), fc.anything()),
      fc.anything(),
      (message, extensions, code) => {
        const result = shown({ message, extensions: { ...extensions, code } });
        expect(PUBLIC_CODES).toContain(result.extensions?.code);
        expect(Object.keys(result)).toEqual(['message', 'extensions']);
      },
    ),
    { numRuns: 500 },
  );
  expect(shown(clientError('BAD_USER_INPUT', 'No.', { argument: 'first' }))).toEqual({
    message: 'No.',
    extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
  });
});

test('what the engines below refuse is told in our words', () => {
  const coded = (message: string, code?: string) =>
    shown(new GraphQLError(message, { extensions: { code } }));
  expect(coded('Syntax Error: Maximum call stack size exceeded', 'GRAPHQL_PARSE_FAILED')).toEqual({
    message: 'The query is nested too deeply to be read.',
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  });
  for (const message of [
    'Exceeded maximum recursive selections in this operation',
    'Number of non-local selections exceeds limit of 100000',
  ]) {
    expect(coded(message).extensions?.code).toBe('QUERY_TOO_COMPLEX');
    expect(coded(message).message).not.toContain('xceed');
  }
  expect(reported).toEqual([]);
});

test('a name that the client sent is not sent back to it at full length', () => {
  const message = `Cannot query field "${'x'.repeat(5_000)}" on type "Query". Did you mean "council"?`;
  const { message: text } = shown(
    new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
  );
  expect(text).toBe(`Cannot query field "${'x'.repeat(200)}…" on type "Query". Did you mean "council"?`);
});

test('where a fault of the file system happened stays inside', () => {
  const fault = Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG', path: '/srv/private/name' });
  const shown = publicError(fault, { requestId: 'r1', report: () => undefined });
  expect(shown).not.toHaveProperty('path');
  expect(JSON.stringify(shown)).not.toContain('private');
});
