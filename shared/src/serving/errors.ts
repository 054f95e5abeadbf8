import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { AccessError } from '../access';
import { GraphUnavailable } from '../graph';

/** The codes that an answer may carry in `extensions.code`, and no others. */
export const PUBLIC_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
] as const;
export type PublicCode = (typeof PUBLIC_CODES)[number];

// What the server itself calls a request that no form could have sent; their texts are safe to show.
const SERVER_CODES: Readonly<Record<string, PublicCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
};

// Facts that may stand beside the code; anything else in extensions stays inside.
const PUBLIC_FACTS = ['limit', 'requested', 'measure', 'service', 'retryAfterSeconds', 'argument', 'path'];

/** What `publicError` needs to know of the request, and whom to tell about a fault of ours. */
export interface ErrorContext {
  readonly requestId: string;
  /** Called with the whole error when the client is told nothing but the request id. */
  readonly report: (error: unknown) => void;
}

/**
 * An error as a client may see it: message, path, locations and one of the public codes. Whatever was not
 * written for clients becomes INTERNAL_SERVER_ERROR with the request id, and is reported in full.
 */
export function publicError(error: unknown, context: ErrorContext): GraphQLFormattedError {
  const place = placeOf(error);
  const extensions = extensionsOf(error);
  const code = codeOf(error, extensions);
  if (code === null || code === 'INTERNAL_SERVER_ERROR') {
    // A subgraph in the same process has reported it already, under the same id.
    if (extensions.requestId !== context.requestId) context.report(error);
    return {
      message: `Something went wrong on our side. Quote request id ${context.requestId} when you report it.`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: context.requestId },
    };
  }
  const facts = Object.fromEntries(
    PUBLIC_FACTS.filter((fact) => isPlain(extensions[fact])).map((fact) => [fact, extensions[fact]]),
  );
  return { message: shownMessage(error, extensions.code), ...place, extensions: { code, ...facts } };
}

/** A GraphQL error made for clients, with its code and facts, and the HTTP status when it ends the request. */
export function clientError(
  code: PublicCode,
  message: string,
  facts: Readonly<Record<string, string | number>> = {},
  http?: { status: number; headers?: Map<string, string> },
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...facts, code, ...(http && { http }) } });
}

function extensionsOf(error: unknown): Readonly<Record<string, unknown>> {
  const found = (error as { extensions?: unknown } | null)?.extensions;
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}

function codeOf(error: unknown, extensions: Readonly<Record<string, unknown>>): PublicCode | null {
  for (const thrown of [error, causeOf(error)])
    if (thrown instanceof AccessError || thrown instanceof GraphUnavailable) return thrown.code;
  const code = extensions.code;
  if (isTooMuchToParse(error, code) || engineText(error) !== null) return 'QUERY_TOO_COMPLEX';
  const known = PUBLIC_CODES.find((name) => name === code);
  if (known !== undefined) return known;
  if (typeof code === 'string' && Object.hasOwn(SERVER_CODES, code)) return SERVER_CODES[code]!;
  if (code === undefined && error instanceof GraphQLError && isOfTheRequest(error)) return 'BAD_USER_INPUT';
  return null;
}

/** True for what graphql-js itself finds wrong with variables and arguments, before a resolver sees them. */
function isOfTheRequest(error: GraphQLError): boolean {
  if (/^Variable "\$\w+" |^Too many errors processing variables/.test(error.message))
    return (
      error.path === undefined &&
      error.nodes?.every((node) => node.kind === Kind.VARIABLE_DEFINITION) !== false
    );
  const inner =
    error.originalError instanceof GraphQLError ? error.originalError.originalError : error.originalError;
  return /^Argument "\w+" /.test(error.message) && inner === undefined;
}

const isTooMuchToParse = (error: unknown, code: unknown) =>
  code === 'GRAPHQL_PARSE_FAILED' &&
  /^Syntax Error: Document contains more|call stack/.test(messageOf(error));

/** A refusal by the engines below, which give it no code, in our words; null for anything else. */
function engineText(error: unknown): string | null {
  const message = messageOf(error);
  if (message === 'Exceeded maximum recursive selections in this operation')
    return 'The query asks for too much through its fragments. Name the fields once.';
  if (message.startsWith('Number of non-local selections exceeds limit'))
    return 'The query asks for too much that many services would answer. Ask for less at a time.';
  return null;
}

const LONGEST_NAME = 200;

/** The message as a client reads it: what it sent itself is not sent back to it at full length. */
function shownMessage(error: unknown, code: unknown): string {
  const message = messageOf(error);
  if (code === 'GRAPHQL_PARSE_FAILED' && message.includes('call stack'))
    return 'The query is nested too deeply to be read.';
  return (
    engineText(error) ??
    message.replace(/"([^"]*)"/g, (whole, name: string) =>
      name.length > LONGEST_NAME ? `"${name.slice(0, LONGEST_NAME)}…"` : whole,
    )
  );
}

const causeOf = (error: unknown) => (error instanceof GraphQLError ? error.originalError : undefined);

function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : '';
}

/** Where in the query. Faults of the file system have a `path` too, which is nobody's business. */
function placeOf(error: unknown): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  const { path, locations } = (error ?? {}) as Partial<GraphQLFormattedError>;
  return { ...(Array.isArray(locations) && { locations }), ...(Array.isArray(path) && { path }) };
}

const isPlain = (value: unknown) =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number'));
