// A partner's own subgraph in a process of its own: a plain Apollo server over a plain federation schema, made of
// published packages alone. It adds a field to Council and a type of its own, and tells its address as its first message.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

  type Council @key(fields: "gssCode") {
    gssCode: ID!
    "Plots for growing food that can be rented here."
    allotments: [Allotment!]
  }

  "A site with plots for growing food."
  type Allotment {
    "What people call it."
    name: String!
    "How many wait for a plot."
    waitingCount: Int
  }

  type Query {
    "Every site of the partner."
    allotments: [Allotment!]
  }
`);

const SITES = [
  { council: 'E08000004', name: 'Lees Road', waitingCount: 12 },
  { council: 'E09000022', name: 'Rosendale', waitingCount: 40 },
];

const server = new ApolloServer({
  schema: buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Query: { allotments: () => SITES },
      Council: {
        __resolveReference: ({ gssCode }: { gssCode: string }) => ({ gssCode }),
        allotments: ({ gssCode }: { gssCode: string }) => SITES.filter(({ council }) => council === gssCode),
      },
    },
  }),
});

void startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } }).then(({ url }) =>
  process.send?.(url),
);
