import { GraphQLError } from 'graphql';
import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';
import type { LogLevel } from '../settings';

/** Structured log, one JSON object a line. */
export type Logger = PinoLogger;

const SECRETS = ['authorization', 'cookie', 'token', 'password', 'variables', 'parameters'];

/**
 * The log of one process. Secrets and the variables of requests are taken out wherever they stand in the first
 * two levels of an entry; errors are written from a list of their fields, never whole.
 * @param destination where lines go; standard output by default
 */
export function createLogger(
  options: { readonly level: LogLevel; readonly name?: string },
  destination?: DestinationStream,
): Logger {
  return pino(
    {
      level: options.level,
      base: options.name === undefined ? {} : { service: options.name },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRETS.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]),
        censor: '[taken out]',
      },
      serializers: { err: (error: unknown) => describeError(error) },
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination(1),
  );
}

/**
 * What is written of an error: its kind, message, code, stack and causes. A driver's error also holds the
 * values of the statement; those are left out.
 */
export function describeError(error: unknown, levels = 4): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, errno, query } = error as { code?: unknown; errno?: unknown; query?: unknown };
  const cause = (error instanceof GraphQLError ? error.originalError : undefined) ?? error.cause;
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(isShort(code) && { code }),
    ...(isShort(errno) && { errno }),
    ...(typeof query === 'string' && { statement: query.slice(0, 2_000) }),
    ...(error instanceof GraphQLError && error.path && { path: error.path }),
    ...(error.stack !== undefined && { stack: withoutValues(error.stack) }),
    ...(cause !== undefined && cause !== null && levels > 0 && { cause: describeError(cause, levels - 1) }),
  };
}

/** What a driver says of a value that it could not store, `Duplicate entry '…' for key`, without the value. */
const withoutValues = (text: string): string =>
  text.replace(/((?:Duplicate entry|value:?) )'[\s\S]*?' (for (?:key|column|function)\b)/g, "$1'…' $2");

const isShort = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value.length < 100);
