import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars';
import { isLocalDate } from '../time';

function localDate(value: unknown): string {
  if (isLocalDate(value)) return value;
  throw new GraphQLError('LocalDate must be an existing calendar day written YYYY-MM-DD.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A calendar day without time or zone, `YYYY-MM-DD`. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day in the United Kingdom, written `YYYY-MM-DD`, without time of day or zone.',
  serialize: localDate,
  parseValue: localDate,
  parseLiteral: (node) => localDate(node.kind === Kind.STRING ? node.value : undefined),
});

/** An instant in UTC with milliseconds. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant in UTC with milliseconds, as ISO 8601: `2026-03-02T09:30:00.000Z`.',
});

/** A whole number that JavaScript holds exactly. */
export const SafeIntScalar = new GraphQLScalarType({
  ...GraphQLSafeInt.toConfig(),
  name: 'SafeInt',
  description: 'A whole number between -(2^53 - 1) and 2^53 - 1: exact in JSON and in JavaScript.',
});
