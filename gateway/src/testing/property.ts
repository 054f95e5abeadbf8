import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { COUNCILS } from './directory';
import { LINK } from './link';
import type { CoLocatedSubgraph } from '../gateway';

/** The SDL of a small register of council property. */
export const PROPERTY_SDL = `${LINK}
"Anything public that can be found by its id alone, through \`node\` or \`nodes\`."
interface Node {
  "Globally unique and opaque; the same for as long as the thing exists."
  id: ID!
}

"An amount."
type Money @shareable {
  "Whole pence."
  pence: Int!
  "As a person would write it."
  formatted: String
}

"A building or a piece of land."
type Asset implements Node @key(fields: "id") @nodeId(prefix: "asset") {
  "Typed id."
  id: ID!
  "What it is called."
  name: String!
  "What it is worth."
  worth: Money
  "Whose it is."
  council: Council
  "Any of what it may be next to."
  neighbour: Neighbour
}

"A road."
type Road {
  "Its number."
  number: Int
}

"What an asset may be next to."
union Neighbour = Asset | Road

type Council @key(fields: "gssCode") {
  gssCode: ID!
  "What the council owns."
  assets: [Asset!]
}

type Query {
  "All assets."
  assets: [Asset]
}
`;

class Asset {
  readonly __typename = 'Asset';
  constructor(
    readonly id: string,
    readonly name: string,
    readonly gssCode: string,
  ) {}
  get worth() {
    return { pence: this.name.length };
  }
  get council() {
    return { gssCode: this.gssCode };
  }
  get neighbour() {
    return this.name.endsWith('0') ? { __typename: 'Road', number: 62 } : this;
  }
}

/** Five assets for each council. */
export const ASSETS = COUNCILS.flatMap(({ gssCode }, council) =>
  Array.from({ length: 5 }, (_, index) => new Asset(`asset_${council}X${index}`, `Hall ${index}`, gssCode)),
);
const byCouncil = new Map(
  COUNCILS.map(({ gssCode }) => [gssCode, ASSETS.filter((one) => one.gssCode === gssCode)]),
);
const byId = new Map(ASSETS.map((asset) => [asset.id, asset]));

/** The register of property. */
export function property() {
  const calls = { references: 0 };
  const resolvers = {
    Asset: {
      __resolveReference: async ({ id }: { id: string }) => {
        calls.references += 1;
        return Promise.resolve(byId.get(id) ?? null);
      },
    },
    Council: {
      __resolveReference: ({ gssCode }: { gssCode: string }) => (byCouncil.has(gssCode) ? { gssCode } : null),
      assets: async ({ gssCode }: { gssCode: string }) => Promise.resolve(byCouncil.get(gssCode) ?? []),
    },
    Query: { assets: () => ASSETS },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(PROPERTY_SDL), resolvers: resolvers as never }]);
  return {
    name: 'property',
    sdl: PROPERTY_SDL,
    schema,
    contextFor: (headers: Readonly<Record<string, string>>) => ({ headers }),
    calls,
  } satisfies CoLocatedSubgraph & { calls: object };
}
