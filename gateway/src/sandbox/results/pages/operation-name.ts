import { GraphQLError, Kind, parse } from 'graphql';

/**
 * The name of the operation to run, for a text and the name that was given with it. GraphiQL takes note of a text
 * a moment after it changed, so whoever runs it at once after changing tabs would send the name of the tab before.
 * A name that the text does not have gives way to that of its only operation; where there are several, or the text
 * is no GraphQL, the given name stays and the graph says what is wrong.
 */
export function operationNameFor(query: string, given: string | null | undefined): string | null | undefined {
  const names = operationNames(query);
  return names.length === 1 ? names[0] : given;
}

function operationNames(query: string): (string | undefined)[] {
  try {
    return parse(query, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
    );
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
}
