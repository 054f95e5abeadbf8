import { graphql } from 'graphql';
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { councilStub, areaReference, type AreaReference } from '../nouns';
import { problem } from '../problems';
import { connectionType, toConnection } from './connection';
import { buildSubgraph } from './build-subgraph';
import { Money } from './money.type';
import { Node, NodeId } from './node.type';
import { payloadType } from './payload';
import { toProblem } from './problem.types';

@Directive('@key(fields: "gssCode")')
@ObjectType('Council', { description: 'The directory’s own.' })
class Council {
  @Field(() => ID, { description: 'Code.' }) gssCode!: string;
  @Field(() => String, { description: 'Name.' }) name!: string;
}

@Resolver(() => Council)
class CouncilResolver {
  @Query(() => Council, { nullable: true, description: 'One.' })
  council(@Arg('gssCode', () => ID, { description: 'Code.' }) gssCode: string): Council {
    return { gssCode, name: 'Oldham' };
  }
}

const CouncilStub = councilStub();

@NodeId('barn')
@ObjectType({ implements: Node, description: 'A barn.' })
class Barn extends Node {
  @Field(() => Money, { description: 'Worth.' }) worth!: Money;
}
const BarnConnection = connectionType(Barn, 'Barn', 'barns');
const BarnPayload = payloadType('BarnBurnPayload', 'barn', Barn);

@Resolver(() => CouncilStub)
class BarnResolver {
  @FieldResolver(() => Int, { description: 'How many.' })
  barnCount(@Root() council: AreaReference): number {
    return council.gssCode.length;
  }

  @Query(() => BarnConnection, { description: 'All.' })
  barns() {
    const node = Object.assign(new Barn(), { id: 'barn_1', worth: Money.of(150) });
    return toConnection(BarnConnection, {
      nodes: [node],
      edges: [{ cursor: 'c', node }],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' },
      totalCount: () => Promise.resolve(7),
    });
  }

  @Mutation(() => BarnPayload, { description: 'Burns.' })
  barnBurn() {
    return { barn: null, problems: [toProblem(problem.notAllowed('No.', 'a match', { path: ['barn'] }))] };
  }
}

const directory = buildSubgraph({
  name: 'directory',
  description: 'The directory.',
  features: [
    {
      resolvers: [CouncilResolver],
      references: { Council: (ref) => ({ gssCode: ref['gssCode'], name: 'Oldham' }) },
    },
  ],
});
const barns = buildSubgraph({
  name: 'barns',
  description: 'Barns.',
  features: [
    {
      resolvers: [BarnResolver],
      orphanedTypes: [CouncilStub],
      references: { Council: areaReference, Barn: () => null },
    },
  ],
});

test('two subgraphs in one process keep their types of the same name apart', () => {
  expect(directory.sdl).toContain('name: String!');
  expect(directory.sdl).not.toMatch(/barn/i);
  expect(barns.sdl).not.toContain('The directory’s own.');
  expect(barns.sdl).toContain('barnCount: Int!');
});

test('a stub answers the fields that its subgraph contributes', async () => {
  const answer = await graphql({
    schema: barns.schema,
    source:
      '{ _entities(representations: [{ __typename: "Council", gssCode: "E08000004" }, { __typename: "Council", gssCode: "x" }]) { ... on Council { barnCount } } }',
  });
  expect(answer).toEqual({ data: { _entities: [{ barnCount: 9 }, null] } });
});

test('a representation that stands for nothing is null, and one that fails leaves the others', async () => {
  const failing = buildSubgraph({
    ...directory.definition,
    features: [
      {
        resolvers: [CouncilResolver],
        references: {
          Council: ({ gssCode }) => {
            if (gssCode === 'bad') throw new Error('Broken.');
            return { gssCode: String(gssCode), name: 'Oldham' };
          },
        },
      },
    ],
  });
  const council = (gssCode: unknown) => ({ __typename: 'Council', gssCode });
  const representations = [
    ...[{ __typename: 'Nope' }, { __typename: 'Query' }, { __typename: '__proto__' }, { __typename: 5 }],
    ...[{}, 'x', 5, [], { __typename: 'Council' }, council({}), council(5), council(null)],
  ];
  const answer = await graphql({
    schema: failing.schema,
    source:
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Council { name } } }',
    variableValues: { representations: [...representations, council('bad'), council('E08000004')] },
  });
  expect(answer.errors?.map(({ message, path }) => [message, path])).toEqual([
    ['Broken.', ['_entities', representations.length]],
  ]);
  expect(answer.data).toEqual({ _entities: [...representations.map(() => null), null, { name: 'Oldham' }] });
});

test('a connection counts only when asked and money shows itself in three ways', async () => {
  const answer = await graphql({
    schema: barns.schema,
    source: '{ barns { totalCount nodes { id worth { pence pounds formatted } } } }',
  });
  expect(answer.data).toEqual({
    barns: {
      totalCount: 7,
      nodes: [{ id: 'barn_1', worth: { pence: 150, pounds: '1.50', formatted: '£1.50' } }],
    },
  });
});

test('a refusal arrives as its own kind of problem with its facts', async () => {
  const answer = await graphql({
    schema: barns.schema,
    source:
      'mutation { barnBurn { barn { id } problems { __typename message path ... on NotAllowed { needs } } } }',
  });
  expect(answer).toEqual({
    data: {
      barnBurn: {
        barn: null,
        problems: [{ __typename: 'NotAllowed', message: 'No.', path: ['barn'], needs: 'a match' }],
      },
    },
  });
});

test('an entity without a reference resolver is refused at boot', () => {
  const features = [{ ...barns.definition.features[0], references: { Council: areaReference } }];
  expect(() => buildSubgraph({ ...barns.definition, features })).toThrow(
    'entity Barn has no reference resolver',
  );
});

test('two features that resolve the same type are refused at boot', () => {
  const twice = [...barns.definition.features, { references: { Barn: () => null } }];
  expect(() => buildSubgraph({ ...barns.definition, features: twice })).toThrow('two features resolve Barn');
});
