import type { OpenSubgraph } from '@coop/shared/serving';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A call of one mutation with an input that names real things. */
export interface MutationCall {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
}

/** Ids of rows that are there, by their prefix: `asset` → `asset_01…`. */
export async function idsThatAreThere(open: readonly OpenSubgraph[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { database } of open)
    for (const { target, primaryColumns } of database.reader.connection.entityMetadatas) {
      const key = primaryColumns[0]?.propertyName;
      if (primaryColumns.length !== 1 || key !== 'id') continue;
      for (const row of await database.reader.find(target, { take: 1 })) {
        const id = String(row['id']);
        found.set(id.slice(0, id.indexOf('_')), id);
      }
    }
  return found;
}

/**
 * A call of every mutation of a schema, its input filled in with things that exist: ids of rows by the field's
 * name (`assetId`), the council's code wherever a council is asked for, and something of the right type elsewhere.
 */
export function everyMutation(
  schema: GraphQLSchema,
  ids: ReadonlyMap<string, string>,
  council: string,
): MutationCall[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    const noun = /^[a-z]+/.exec(field.name)?.[0] ?? '';
    const variables = Object.fromEntries(
      field.args.map(({ name, type }) => [name, valueOf(type, name, { ids, council, noun })]),
    );
    const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const type = getNamedType(field.type);
    const problems =
      isObjectType(type) && type.getFields()['problems'] ? ' problems { __typename message }' : '';
    const query = `mutation Every(${declared}) { ${field.name}(${passed}) { __typename${problems} } }`;
    return { name: field.name, query, variables };
  });
}

interface Filling {
  readonly ids: ReadonlyMap<string, string>;
  readonly council: string;
  /** The mutation's first word: what its `id` is an id of. */
  readonly noun: string;
}

function valueOf(type: GraphQLInputType, name: string, filling: Filling): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, filling);
  if (isListType(type)) return [valueOf(type.ofType, name.replace(/s$/, ''), filling)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        // What may be left out is left out, but for what says whose it is.
        .filter((field) => isNonNullType(field.type) || /council|Id$/.test(field.name))
        .map((field) => [field.name, valueOf(field.type, field.name, filling)]),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (/council|gssCode/i.test(name)) return filling.council;
  switch (type.name) {
    case 'ID':
      return filling.ids.get(name.replace(/Id$/, '')) ?? filling.ids.get(filling.noun) ?? 'nothing_1';
    case 'Int':
    case 'SafeInt':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'LocalDate':
      return '2026-06-01';
    case 'DateTime':
      return '2026-06-01T12:00:00.000Z';
    default:
      return 'Meant for a council of somebody else';
  }
}
