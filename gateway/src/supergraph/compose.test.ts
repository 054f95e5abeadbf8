import { parse, printSchema } from 'graphql';
import { DIRECTORY_SDL } from '../testing/directory';
import { LINK } from '../testing/link';
import { PROPERTY_SDL } from '../testing/property';
import { apiSchemaOf } from './api-schema';
import { breakingChanges } from './breaking-changes';
import { composeSupergraph, type Service } from './compose';
import { ComposeError } from './compose-error';
import { withNode } from './supergraph-source';

const service = (name: string, sdl: string): Service => ({
  name,
  sdl,
  url: `http://${name}.invalid/graphql`,
});
const DIRECTORY = service('directory', DIRECTORY_SDL);
const PROPERTY = service('property', PROPERTY_SDL);

function failure(services: Service[]): ComposeError {
  try {
    composeSupergraph(services);
  } catch (error) {
    if (error instanceof ComposeError) return error;
    throw error;
  }
  throw new Error('They composed');
}

test('subgraphs and the generated one compose to a graph without federation machinery', () => {
  const api = printSchema(apiSchemaOf(composeSupergraph(withNode([DIRECTORY, PROPERTY]))));
  expect(api).toContain('node(');
  expect(api).toContain('assets: [Asset!]');
  expect(api).not.toMatch(/nodeId|join__|_entities|@key/);
});

test('the order of the subgraphs makes no difference', () => {
  expect(composeSupergraph([PROPERTY, DIRECTORY])).toBe(composeSupergraph([DIRECTORY, PROPERTY]));
});

test('SDL that does not parse is named with its place', () => {
  const { message } = failure([DIRECTORY, service('property', 'type Asset {\n  name String\n}')]);
  expect(message).toContain('property: ');
  expect(message).toContain('line 2');
  expect(message).toContain('fix: ');
});

test.each([
  [
    'a field that two subgraphs answer',
    'type Council @key(fields: "gssCode") { gssCode: ID! name: String! } type Query { a: Int }',
    'INVALID_FIELD_SHARING',
    ['directory', 'other'],
  ],
  ['a type that is not defined', 'type Query { a: Nothing }', 'INVALID_GRAPHQL', ['other']],
  [
    'a field that cannot be reached',
    'type Council @key(fields: "number") { number: Int! parks: Int } type Query { a: Int }',
    'SATISFIABILITY_ERROR',
    ['directory', 'other'],
  ],
  [
    'one name for two kinds',
    'enum Council { A } type Query { a: Council }',
    'TYPE_KIND_MISMATCH',
    ['directory', 'other'],
  ],
])('%s is named with its subgraphs and a fix', (_what, sdl, code, subgraphs) => {
  const { problems, message } = failure([DIRECTORY, service('other', `${LINK}${sdl}`)]);
  const problem = problems.find((one) => one.code === code);
  expect(problem?.subgraphs).toEqual(subgraphs);
  expect(problem?.fix).toMatch(/^[A-Z].*\.$/);
  for (const name of subgraphs) expect(message).toContain(name);
});

test('a hint fails composition, unless it is on the list', () => {
  const other = service(
    'other',
    `${LINK} "Not the same words." type Money @shareable { "Whole pence." pence: Int! "As a person would write it." formatted: String } type Query { other: Money }`,
  );
  const services = [DIRECTORY, PROPERTY, other];
  const { problems } = failure(services);
  expect(problems).toEqual([
    expect.objectContaining({ code: 'INCONSISTENT_DESCRIPTION', subgraphs: ['property', 'other'] }),
  ]);
  const allowed = { code: 'INCONSISTENT_DESCRIPTION', coordinate: /^Money$/, reason: 'for this test' };
  expect(() => composeSupergraph(services, { hints: [allowed] })).not.toThrow();
  const elsewhere = { ...allowed, coordinate: /^Asset$/ };
  expect(() => composeSupergraph(services, { hints: [elsewhere] })).toThrow(ComposeError);
  expect(() => composeSupergraph(services, { hints: 'all' })).not.toThrow();
});

test('a value type with more fields in one subgraph than in another does not compose', () => {
  const other = service(
    'other',
    `${LINK} type Money @shareable { pence: Int! pounds: String! } type Query { other: Money }`,
  );
  expect(failure([DIRECTORY, PROPERTY, other]).problems.map(({ code }) => code)).toContain(
    'SATISFIABILITY_ERROR',
  );
});

test('what would break for clients is found between two supergraphs', () => {
  const before = composeSupergraph([DIRECTORY, PROPERTY]);
  const after = composeSupergraph([
    DIRECTORY,
    service(
      'property',
      PROPERTY_SDL.replace('name: String!', 'name: String').replace('assets: [Asset]', 'things: [Asset]'),
    ),
  ]);
  expect(breakingChanges(before, before)).toEqual([]);
  expect(breakingChanges(before, after)).toEqual([
    'Asset.name changed type from String! to String. (FIELD_CHANGED_KIND)',
    'Query.assets was removed. (FIELD_REMOVED)',
  ]);
  expect(breakingChanges(before, after, ['Query.assets was removed. (FIELD_REMOVED)'])).toHaveLength(1);
  expect(
    breakingChanges(
      after,
      composeSupergraph([DIRECTORY, service('property', parse(PROPERTY_SDL).loc?.source.body ?? '')]),
    ),
  ).toContain('Query.things was removed. (FIELD_REMOVED)');
});
