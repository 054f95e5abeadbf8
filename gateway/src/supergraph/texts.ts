import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

interface Described {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** Every described element of a schema by its coordinate: `Asset`, `Asset.name`, `Query.assets(first:)`. */
export function* describedElements(
  schema: GraphQLSchema,
): Generator<[coordinate: string, element: Described]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    yield [type.name, type];
    if (isEnumType(type)) {
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field];
        for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument];
      }
    }
  }
}

/** The coordinates whose description or deprecation is another than before. */
export function changedTexts(before: GraphQLSchema, after: GraphQLSchema): string[] {
  const now = new Map(describedElements(after));
  return [...describedElements(before)].flatMap(([coordinate, was]) => {
    const is = now.get(coordinate);
    return is && textOf(is) !== textOf(was) ? [coordinate] : [];
  });
}

function textOf({ description, deprecationReason }: Described): string {
  return `${description ?? ''}\n${deprecationReason ?? ''}`;
}
