import { parse } from 'graphql';
import { holesOf, MAXIMUM_HOLES } from './holes';

test('a root fetch leaves a hole at each root field under the name it was asked by', () => {
  expect(holesOf(parse('{ __typename mine: assets { id } councils { id } }'), {})).toEqual([
    ['mine'],
    ['councils'],
  ]);
});

test('an entity fetch leaves a hole at each field of each entity, by its own type', () => {
  const document = parse(`
    query ($representations: [_Any!]!, $no: Boolean!) {
      _entities(representations: $representations) {
        __typename
        ... on Council { its: assets { id } ...More skipped @include(if: $no) }
        ... on Ward { name @skip(if: true) code }
      }
    }
    fragment More on Council { budget }`);
  const representations = [{ __typename: 'Council' }, { __typename: 'Ward' }, { __typename: 'Council' }];
  expect(holesOf(document, { representations, no: false })).toEqual([
    ['_entities', 0, 'its'],
    ['_entities', 0, 'budget'],
    ['_entities', 1, 'code'],
    ['_entities', 2, 'its'],
    ['_entities', 2, 'budget'],
  ]);
});

test('holes are counted up to a page', () => {
  const representations = Array.from({ length: 500 }, () => ({ __typename: 'Council' }));
  const document = parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Council { a } } }',
  );
  expect(holesOf(document, { representations })).toHaveLength(MAXIMUM_HOLES);
});
