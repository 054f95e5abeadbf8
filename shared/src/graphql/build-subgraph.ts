import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { PROBLEM_TYPES } from './problem.types';
import { guardEntities } from './entities';
import { DateTimeScalar } from './scalars';
import {
  gather,
  gatherReferences,
  type BuiltSubgraph,
  type ReferenceResolver,
  type SubgraphDefinition,
} from './subgraph';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@provides", "@requires", "@override", "@inaccessible", "@tag", "@listSize", "@cost"]
)

"""
Ids of this type begin with the prefix; the graph's \`node\` finds it by its id alone.
"""
directive @nodeId(prefix: String!) on OBJECT
`;

/**
 * Builds the federation schema of a subgraph from the classes of its features.
 * @throws Error at boot when an entity has no reference resolver, or a reference resolver no entity.
 */
export function buildSubgraph(definition: SubgraphDefinition): BuiltSubgraph {
  const plain = buildSchemaSync({
    resolvers: gather(definition, 'resolvers') as unknown as NonEmptyArray<() => unknown>,
    orphanedTypes: [...gather(definition, 'orphanedTypes'), ...PROBLEM_TYPES] as unknown as (() => unknown)[],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Inputs are checked by the commands, which answer with problems instead of errors.
    validate: false,
  });
  const sdl = `${LINK}\n${printSchemaWithDirectives(plain).replace(/^schema \{[^}]*\}\n+/m, '')}\n`;
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  const references = gatherReferences(definition);
  checkReferences(definition, references, plain);
  for (const [type, resolve] of Object.entries(references))
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  guardEntities(schema, Object.keys(references));
  return { name: definition.name, definition, schema, sdl };
}

function checkReferences(
  definition: SubgraphDefinition,
  references: Readonly<Record<string, ReferenceResolver>>,
  schema: GraphQLSchema,
): void {
  const entities = Object.values(schema.getTypeMap())
    .filter((type) => {
      const keys = type.astNode?.directives?.filter((directive) => directive.name.value === 'key') ?? [];
      return keys.some((key) => !key.arguments?.some((one) => one.name.value === 'resolvable'));
    })
    .map((type) => type.name);
  for (const name of entities)
    if (!references[name])
      throw new Error(`Subgraph ${definition.name}: entity ${name} has no reference resolver.`);
  for (const name of Object.keys(references))
    if (!entities.includes(name))
      throw new Error(`Subgraph ${definition.name}: ${name} has a reference resolver but no @key.`);
}
