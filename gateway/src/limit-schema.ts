import { buildSchema, type GraphQLSchema } from 'graphql';

/**
 * The schema by which the cost of an operation is reckoned: the supergraph itself, since the schema that
 * clients see has lost its @listSize.
 * @param supergraphSdl tells the supergraph being served; the schema is built anew only when it changed
 */
export function limitSchemaOf(supergraphSdl: () => string): () => GraphQLSchema {
  let from = '';
  let schema: GraphQLSchema | undefined;
  return () => {
    const sdl = supergraphSdl();
    if (!schema || sdl !== from) {
      schema = buildSchema(sdl, { assumeValidSDL: true, assumeValid: true });
      from = sdl;
    }
    return schema;
  };
}
