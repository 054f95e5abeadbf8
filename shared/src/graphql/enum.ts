import { registerEnumType } from 'type-graphql';

/**
 * A GraphQL enum in which every value has its meaning.
 * @param values the values in their order, each with its description
 * @returns an object of the form `{ VALUE: 'VALUE' }`; its type is `keyof typeof` it.
 */
export function graphqlEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<{ [V in Value]: V }> {
  const names = Object.keys(values) as Value[];
  const enumObject = Object.fromEntries(names.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(enumObject, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as Record<
      Value,
      { description: string }
    >,
  });
  return enumObject;
}
