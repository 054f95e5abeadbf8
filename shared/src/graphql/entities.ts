import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  Kind,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A representation that may be resolved: whether a value is one. */
type Fits = (value: Readonly<Record<string, unknown>>) => boolean;

/**
 * Makes `_entities` answer null for a representation that stands for nothing: of an unknown type, of a type that is no
 * entity, without a key, or of no shape at all. Each is resolved by itself, so that one that fails leaves the others.
 * @param entities names of the types that have a reference resolver
 */
export function guardEntities(schema: GraphQLSchema, entities: readonly string[]): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (!field) return;
  const fits = new Map<string, Fits>();
  for (const name of entities) {
    const type = schema.getType(name);
    if (isObjectType(type)) fits.set(name, keysOf(type));
  }
  const resolve: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: { representations: readonly unknown[] }, context, info) =>
    args.representations.map((value) => {
      if (!isObject(value) || typeof value['__typename'] !== 'string') return null;
      if (!fits.get(value['__typename'])?.(value)) return null;
      try {
        const [found] = resolve(source, { representations: [value] }, context, info) as unknown[];
        return found;
      } catch (error) {
        // An error in the place of an item is the error of that item.
        return error instanceof Error ? error : new Error(String(error));
      }
    });
}

/** Whether a value holds one of the keys of a type. A key with fields of fields is left to the reference resolver. */
function keysOf(type: GraphQLObjectType): Fits {
  const keys = (type.astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .map(({ arguments: args }) => args?.find(({ name }) => name.value === 'fields')?.value)
    .map((value) => (value?.kind === Kind.STRING ? value.value.trim().split(/[\s,]+/) : []));
  const fields = type.getFields();
  const isFilled = (value: Readonly<Record<string, unknown>>, name: string) => {
    const field = fields[name];
    // Not a field: a brace of a nested key.
    if (!field) return true;
    const isText = ['ID', 'String'].includes(getNamedType(field.type).name);
    return isText ? typeof value[name] === 'string' : value[name] !== undefined && value[name] !== null;
  };
  return (value) => keys.some((names) => names.every((name) => isFilled(value, name)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
