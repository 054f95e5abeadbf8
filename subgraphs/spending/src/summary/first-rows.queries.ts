import { GraphQLError } from 'graphql';

/**
 * Refuses a number of rows that cannot be asked for, of a list that is cut to its largest.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function assertFirst(first: number, most: number): void {
  if (!Number.isInteger(first) || first < 1 || first > most)
    throw new GraphQLError(`Ask for 1 to ${most} rows, not ${first}.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
}
