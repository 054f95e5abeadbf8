import {
  getNullableType,
  isListType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';

/** The lists that an operation selects, as paths of the names in the answer: `council.assets.nodes`. */
export function selectedLists(schema: GraphQLSchema, text: string): string[] {
  const info = new TypeInfo(schema);
  const path: string[] = [];
  const lists = new Set<string>();
  visit(
    parse(text),
    visitWithTypeInfo(info, {
      Field: {
        enter({ alias, name }) {
          path.push(alias?.value ?? name.value);
          if (isListType(getNullableType(info.getType()))) lists.add(path.join('.'));
        },
        leave: () => void path.pop(),
      },
    }),
  );
  return [...lists];
}

/** Whether there is anything in the lists at a path, in any of the rows above it. */
export function hasSomethingAt(data: unknown, path: string): boolean {
  const [step = '', ...rest] = path.split('.');
  const values = Array.isArray(data) ? (data as unknown[]) : [data];
  return values.some((value) => {
    const next = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
    if (next === null || next === undefined) return false;
    return rest.length > 0 ? hasSomethingAt(next, rest.join('.')) : !Array.isArray(next) || next.length > 0;
  });
}
