import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { idPrefix } from '@coop/shared/ids';
import type { PublicType } from './public-types';

/** Runs a query at one subgraph, with the reader's own headers. */
export type AskEntities = (
  subgraph: string,
  query: string,
  variables: Record<string, unknown>,
  headers: Readonly<Record<string, string>>,
) => Promise<{ data?: Record<string, unknown> | null; errors?: readonly GraphQLFormattedError[] }>;

type Entity = { readonly __typename: string; readonly id: string };

/**
 * The entities with these ids, null where the owner has none or the prefix names no public type, an error where the
 * owner gave one. Each owning subgraph is asked once, whatever the number of ids and types.
 */
export async function findEntities(
  types: readonly PublicType[],
  ids: readonly string[],
  ask: AskEntities,
  headers: Readonly<Record<string, string>>,
): Promise<(Entity | Error | null)[]> {
  const byPrefix = new Map(types.map((type) => [type.prefix, type]));
  const wanted = ids.map((id) => byPrefix.get(idPrefix(id) ?? ''));
  const found: (Entity | Error | null)[] = ids.map(() => null);
  const owners = new Set(wanted.flatMap((type) => (type ? [type.subgraph] : [])));
  await Promise.all(
    [...owners].map(async (owner) => {
      const places = ids.flatMap((id, place) => (wanted[place]?.subgraph === owner ? [{ id, place }] : []));
      const representations = places.map(({ id, place }) => ({
        __typename: wanted[place]?.typename ?? '',
        id,
      }));
      const answers = await entitiesOf(owner, representations, ask, headers);
      places.forEach(({ place }, index) => (found[place] = answers[index] ?? null));
    }),
  );
  return found;
}

async function entitiesOf(
  owner: string,
  representations: readonly Entity[],
  ask: AskEntities,
  headers: Readonly<Record<string, string>>,
): Promise<(Entity | Error | null)[]> {
  const typenames = [...new Set(representations.map(({ __typename }) => __typename))].sort();
  const fragments = typenames.map((typename) => `... on ${typename} { id }`).join(' ');
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${fragments} } }`;
  const { data, errors = [] } = await ask(owner, query, { representations }, headers);
  const entities = data?.['_entities'];
  return representations.map(({ __typename }, index) => {
    const entity = Array.isArray(entities) ? (entities[index] as Partial<Entity> | null) : null;
    // The owner's id counts, not the one asked for: a merged organisation answers with its survivor's.
    if (typeof entity?.id === 'string') return { __typename: entity.__typename ?? __typename, id: entity.id };
    const error = errors.find(({ path }) => path?.[1] === index) ?? errors.find(({ path }) => !path);
    return error ? new GraphQLError(error.message, { extensions: { ...error.extensions } }) : null;
  });
}
