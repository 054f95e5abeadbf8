import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { PROBLEM_TYPES } from './problem.types';
import { DateTimeScalar } from './scalars';
import type { BuiltSubgraph, SubgraphDefinition } from './subgraph';

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
 * Builds the federation schema of a subgraph from its classes.
 * @throws Error at boot when an entity has no reference resolver, or a reference resolver no entity.
 */
export function buildSubgraph<Definition extends SubgraphDefinition>(
  definition: Definition,
): BuiltSubgraph<Definition> {
  const plain = buildSchemaSync({
    resolvers: [...definition.resolvers] as unknown as NonEmptyArray<() => unknown>,
    orphanedTypes: [...(definition.orphanedTypes ?? []), ...PROBLEM_TYPES] as (() => unknown)[],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Inputs are checked by the commands, which answer with problems instead of errors.
    validate: false,
  });
  const sdl = `${LINK}\n${printSchemaWithDirectives(plain).replace(/^schema \{[^}]*\}\n+/m, '')}`;
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  checkReferences(definition, plain);
  for (const [type, resolve] of Object.entries(definition.references)) {
    resolvers[type] = {
      ...resolvers[type],
      // A phantom for an unknown key would show other subgraphs' fields of a thing that does not exist.
      __resolveReference: resolve,
    };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  return { definition, schema, sdl };
}

function checkReferences(definition: SubgraphDefinition, schema: GraphQLSchema): void {
  const entities = Object.values(schema.getTypeMap())
    .filter((type) => {
      const keys = type.astNode?.directives?.filter((directive) => directive.name.value === 'key') ?? [];
      return keys.some((key) => !key.arguments?.some((one) => one.name.value === 'resolvable'));
    })
    .map((type) => type.name);
  for (const name of entities)
    if (!definition.references[name])
      throw new Error(`Subgraph ${definition.name}: entity ${name} has no reference resolver.`);
  for (const name of Object.keys(definition.references))
    if (!entities.includes(name))
      throw new Error(`Subgraph ${definition.name}: ${name} has a reference resolver but no @key.`);
}
