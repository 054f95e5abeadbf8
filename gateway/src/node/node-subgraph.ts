import { buildSubgraphSchema } from '@apollo/subgraph';
import DataLoader from 'dataloader';
import { GraphQLError, parse } from 'graphql';
import type { InProcessSubgraph } from '../transport';
import { type AskEntities, findEntities } from './entities';
import type { PublicType } from './public-types';

/** The name of the generated subgraph. */
export const NODE_SUBGRAPH = 'node';

/** At most this many ids in one `nodes(ids:)`. */
export const MAXIMUM_IDS = 100;

interface Found {
  readonly __typename: string;
  readonly id: string;
}

interface NodeContext {
  readonly nodes: DataLoader<string, Found | null>;
}

/** The SDL of the subgraph that finds anything public by its id: a stub for each type, and two root fields. */
export function nodeSdl(types: readonly PublicType[]): string {
  const stubs = types.map(
    ({ typename }) => `type ${typename} implements Node @key(fields: "id", resolvable: false) { id: ID! }`,
  );
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

"Anything public that can be found by its id alone, through \`node\` or \`nodes\`."
interface Node {
  "Globally unique and opaque; the same for as long as the thing exists."
  id: ID!
}

type Query {
  "The public thing with this id; null when there is none, or none that the reader may see."
  node(
    "An id as the graph gave it."
    id: ID!
  ): Node

  "The public things with these ids, in the order of the ids; null in the place of an id that finds nothing."
  nodes(
    "At most ${MAXIMUM_IDS} ids as the graph gave them."
    ids: [ID!]!
  ): [Node]!
}

${stubs.join('\n\n')}
`;
}

/**
 * The generated subgraph itself. Whether a thing exists is asked of the subgraph that owns its type, in one
 * call for all ids of a request, with the reader's own headers.
 */
export function nodeSubgraph(
  types: readonly PublicType[],
  ask: AskEntities,
): InProcessSubgraph & { sdl: string } {
  const sdl = nodeSdl(types);
  const resolvers = {
    Query: {
      node: (_: unknown, { id }: { id: string }, { nodes }: NodeContext) => nodes.load(id),
      nodes: (_: unknown, { ids }: { ids: string[] }, { nodes }: NodeContext) => {
        if (ids.length > MAXIMUM_IDS) {
          throw new GraphQLError(`At most ${MAXIMUM_IDS} ids at a time; these are ${ids.length}.`, {
            extensions: { code: 'BAD_USER_INPUT' },
          });
        }
        // One subgraph that is away leaves holes in the list and an error at each, not an empty list.
        return ids.map((id) => nodes.load(id));
      },
    },
  };
  return {
    name: NODE_SUBGRAPH,
    relays: true,
    sdl,
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
    contextFor: (headers): NodeContext => ({
      nodes: new DataLoader((ids: readonly string[]) => findEntities(types, ids, ask, headers), {
        maxBatchSize: MAXIMUM_IDS,
      }),
    }),
  };
}
