import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** A partner's subgraph, written as a stranger to this project would. */
const SDL = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
directive @nodeId(prefix: String!) on OBJECT
interface Node { id: ID! }
"A library."
type Library implements Node @key(fields: "id") @nodeId(prefix: "library") { id: ID! "Its name." name: String }
type Council @key(fields: "gssCode") { gssCode: ID! "Libraries there." libraries: [Library!] }
type Query { "All libraries." libraries: [Library] }
`;

/** The libraries of a partner council, as a schema that any server can serve. */
export function libraries() {
  const resolvers = {
    Library: {
      __resolveReference: ({ id }: { id: string }) => (id === 'library_1' ? { id, name: 'One' } : null),
    },
    Council: {
      __resolveReference: (council: object) => council,
      libraries: ({ gssCode }: { gssCode: string }) => [{ id: 'library_1', name: `Library of ${gssCode}` }],
    },
    Query: { libraries: () => [] },
  };
  return {
    schema: buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers: resolvers as never }]),
    contextFor: () => ({}),
  };
}
