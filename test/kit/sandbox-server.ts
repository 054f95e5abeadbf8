import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { loadExamples, sandboxRoutes, type SandboxMode } from '@coop/gateway/sandbox';
import fastify from 'fastify';

/** A graph just large enough for the welcome, and for asking back who one is. */
const SDL = `#graphql
  "The day-to-day of a council, as the sandbox's welcome asks for it."
  type Council {
    name: String!
    kind: String!
    region: String
    coOperative: CoOperative
    wards(first: Int): Wards!
    assets(first: Int, orderBy: AssetOrder): Assets!
  }
  type CoOperative { since: String! approaches: [String!]! }
  type Wards { totalCount: Int! nodes: [Named!]! }
  type Named { name: String! }
  type Assets { totalCount: Int! nodes: [Asset!]! }
  type Asset { name: String! communityValue: CommunityValue }
  type CommunityValue { state: String! }
  enum AssetOrder { NAME }
  type Query {
    "A council by its GSS code."
    council(gssCode: ID!): Council
    "The Authorization header of this request, as it came."
    authorization: String
  }
`;

const COUNCIL = {
  name: 'Oldham',
  kind: 'METROPOLITAN_DISTRICT',
  region: 'North West',
  coOperative: { since: '2011-05-18', approaches: ['NEIGHBOURHOOD_SERVICES', 'STAFF_VOLUNTEERING'] },
  wards: { totalCount: 20, nodes: [{ name: 'Alexandra' }, { name: 'Chadderton Central' }] },
  assets: { totalCount: 2, nodes: [{ name: 'Lees Library', communityValue: { state: 'LISTED' } }] },
};

/** A running sandbox over a graph. */
export interface SandboxServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the sandbox on a free port of this machine, over a small graph of its own. */
export async function startSandbox(mode: SandboxMode): Promise<SandboxServer> {
  const app = fastify({ forceCloseConnections: true });
  const apollo = new ApolloServer<{ authorization: string | null }>({
    typeDefs: SDL,
    resolvers: {
      Query: {
        council: () => COUNCIL,
        authorization: (_root, _args, context) => context.authorization,
      },
    },
    introspection: true,
    plugins: [fastifyApolloDrainPlugin(app)],
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    context: async (request) => ({ authorization: request.headers.authorization ?? null }),
  });
  await app.register(
    sandboxRoutes({
      mode,
      examples: [...(await loadExamples()), WHO_AM_I],
      subgraphs: [
        { name: 'councils', description: 'The directory: councils, wards, decisions, organisations.' },
        { name: 'assets', description: 'Land and buildings, community value, disposals, transfers.' },
      ],
      schemaSdl: SDL.replace('#graphql\n', ''),
      councils: [
        { gssCode: 'E09000022', name: 'Lambeth' },
        { gssCode: 'E08000004', name: 'Oldham' },
      ],
      roles: [
        { role: 'resident', description: 'Lives in the area: nominates, votes, signs up.' },
        { role: 'officer', description: 'Decides and records for the council.' },
      ],
      issueToken: async ({ role, council }) => `token-of-${role}-in-${council}`,
    }),
  );
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, close: () => app.close() };
}

const WHO_AM_I = {
  name: '99-who-am-i',
  title: 'Who am I',
  explanation: 'What the graph was told of the sender.',
  query: '# Who am I\nquery WhoAmI {\n  authorization\n}\n',
  variables: '',
};
