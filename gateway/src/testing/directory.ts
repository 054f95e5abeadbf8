import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, GraphQLScalarType, parse } from 'graphql';
import { instantOf } from '@coop/shared/time';
import { LINK } from './link';
import type { CoLocatedSubgraph } from '../gateway';

/** The SDL of a small directory of councils. */
export const DIRECTORY_SDL = `${LINK}
"A day."
scalar LocalDate

"Anything public that can be found by its id alone, through \`node\` or \`nodes\`."
interface Node {
  "Globally unique and opaque; the same for as long as the thing exists."
  id: ID!
}

"A local authority."
type Council implements Node @key(fields: "gssCode") @key(fields: "id") @nodeId(prefix: "council") {
  "Typed id."
  id: ID!
  "Official code."
  gssCode: ID!
  "Official name."
  name: String!
  "Since when."
  since: LocalDate
  "Fails on purpose where the council is Selby."
  motto: String
}

"A ward, which is not found by its id."
type Ward implements Node @key(fields: "id") {
  "Typed id."
  id: ID!
}

type Query {
  "All councils."
  councils: [Council!]!
  "One council."
  council("Official code." gssCode: ID!): Council
  "The headers that this subgraph was sent."
  headersSeen: String
  "Breaks with a secret in its message."
  broken: String
  "Needs a token."
  guarded: String
  "A list of which one row fails."
  partly: [Int]
}

type Mutation {
  "Counts how often it was called."
  councilCount: Int
}
`;

/** Twenty councils, of which the twentieth is Selby. */
export const COUNCILS = Array.from({ length: 20 }, (_, index) => ({
  id: `council_E0800${1000 + index}`,
  gssCode: `E0800${1000 + index}`,
  name: index === 19 ? 'Selby' : `Council ${index}`,
  since: instantOf(`2012-06-${String(index + 1).padStart(2, '0')}`),
}));

const LocalDate = new GraphQLScalarType<Date, unknown>({
  name: 'LocalDate',
  // An object with toJSON, as a date class would be: over HTTP it is text.
  serialize: (value) => ({ toJSON: () => (value as Date).toISOString().slice(0, 10) }),
});

interface DirectoryContext {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const byCode = new Map(COUNCILS.map((council) => [council.gssCode, council]));
const byId = new Map(COUNCILS.map((council) => [council.id, council]));

/** The directory, with a count of what it was asked. */
export function directory() {
  const calls = { mutations: 0, entityFetches: 0, contexts: 0 };
  const resolvers = {
    LocalDate,
    Council: {
      __resolveReference: ({ gssCode, id }: { gssCode?: string; id?: string }) => {
        calls.entityFetches += 1;
        return byCode.get(gssCode ?? '') ?? byId.get(id ?? '') ?? null;
      },
      motto: ({ name }: { name: string }) => {
        if (name === 'Selby') throw new Error('SELECT motto FROM council at db.internal');
        return `${name} works`;
      },
    },
    Query: {
      councils: () => COUNCILS,
      council: (_: unknown, { gssCode }: { gssCode: string }) => byCode.get(gssCode) ?? null,
      headersSeen: (_: unknown, __: unknown, { headers }: DirectoryContext) =>
        JSON.stringify(Object.fromEntries(Object.entries(headers).filter(([name]) => !TRANSPORT.has(name)))),
      broken: () => {
        throw new Error('connect ECONNREFUSED db.internal:3306');
      },
      guarded: () => {
        throw new GraphQLError('Sign in first.', {
          extensions: { code: 'UNAUTHENTICATED', stacktrace: ['at db'] },
        });
      },
      partly: () => [1, new Error('secret'), 3],
    },
    Mutation: { councilCount: () => (calls.mutations += 1) },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(DIRECTORY_SDL), resolvers: resolvers as never }]);
  const contextFor = (headers: DirectoryContext['headers']): DirectoryContext => {
    calls.contexts += 1;
    if (headers['authorization'] === 'Bearer forged') {
      throw new GraphQLError('The token does not verify.', { extensions: { code: 'UNAUTHENTICATED' } });
    }
    return { headers };
  };
  return { name: 'directory', sdl: DIRECTORY_SDL, schema, contextFor, calls } satisfies CoLocatedSubgraph & {
    calls: object;
  };
}

/** Headers that HTTP itself needs. */
const TRANSPORT = new Set([
  'host',
  'connection',
  'content-type',
  'content-length',
  'accept',
  'transfer-encoding',
]);
