import { operationNameFor } from './operation-name';

test.each([
  ['the name of another tab', 'query A { a }', 'Welcome', 'A'],
  ['no name', 'query A { a }', undefined, 'A'],
  ['a name for what has none', '{ a }', 'Welcome', undefined],
  ['one of several', 'query A { a } query B { b }', 'B', 'B'],
  ['none of several', 'query A { a } query B { b }', 'Welcome', 'Welcome'],
  ['no GraphQL', 'query A {', 'Welcome', 'Welcome'],
])('what is run, given %s', (_case, query, given, name) => {
  expect(operationNameFor(query, given)).toBe(name);
});
