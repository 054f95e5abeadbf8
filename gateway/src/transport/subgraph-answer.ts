import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { publicError, type PublicCode } from '@coop/shared/serving';
import { type Hole, holesOf } from './holes';

/** What a data source hands back to the query plan: never throws, never without an error where data is missing. */
export interface SubgraphAnswer {
  data: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** One fetch of a query plan, as both transports see it. */
export interface Fetch {
  readonly subgraph: string;
  /** Under which the client's request stands in the logs. */
  readonly requestId: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The parsed query; called only where something failed. */
  document(): DocumentNode;
  /** True for the generated `node` subgraph, whose errors may stand for another subgraph's. */
  readonly relays?: boolean;
  /** Keeps for the operators what a client may not read. */
  note(error: unknown): void;
}

/** The codes with which a subgraph may speak to a client directly; any other error is an internal one. */
const PASSED_ON_CODES: ReadonlySet<unknown> = new Set<PublicCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'SUBGRAPH_UNAVAILABLE',
]);

const LONGEST_MESSAGE = 500;

/** The codes that a data source itself gives to a fetch that failed, and what it says. */
const FAILURES = {
  SUBGRAPH_UNAVAILABLE: (service: string) => `The ${service} service is not answering at the moment.`,
  UNAUTHENTICATED: (service: string) => `The ${service} service does not accept the token.`,
  FORBIDDEN: (service: string) => `The ${service} service does not allow this.`,
};

/** A code that a data source gives to a fetch that failed. */
export type FailureCode = keyof typeof FAILURES;

/** The answer to a fetch that failed as a whole: no data, and an error at each place that stays empty. */
export function failedFetch(fetch: Fetch, code: FailureCode): SubgraphAnswer {
  const { subgraph } = fetch;
  const error = { message: FAILURES[code](subgraph), extensions: { code, service: subgraph } };
  return { data: null, errors: atHoles(holes(fetch), error) };
}

/**
 * A subgraph's own answer made fit for the query plan: `data` has the shape that was asked for, data
 * that is missing has an error with a path, and no error says more than a client may read.
 */
export function checkedAnswer(fetch: Fetch, answer: unknown): SubgraphAnswer {
  if (!isObject(answer)) return malformed(fetch, 'the answer is no object');
  const data = answer['data'] ?? null;
  const raw = Array.isArray(answer['errors']) ? answer['errors'] : [];
  if (data === null && raw.length === 0) return malformed(fetch, 'neither data nor errors');
  if (data !== null && !isObject(data)) return malformed(fetch, 'data is no object');
  if (data !== null && !entitiesFit(fetch, data))
    return malformed(fetch, 'not one entity for each representation');
  if (raw.length === 0) return { data };
  const errors = raw.map((error: unknown) => publicFacts(fetch, error));
  if (data !== null) return { data, errors };
  // An error of the whole request (a token, a limit) has no path of its own: it stands at every hole.
  const placed = errors.filter((error) => error.path);
  const [whole] = errors.filter((error) => !error.path);
  return { data: null, errors: whole ? [...placed, ...atHoles(holes(fetch), whole)] : placed };
}

function malformed(fetch: Fetch, why: string): SubgraphAnswer {
  return { data: null, errors: atHoles(holes(fetch), publicFacts(fetch, why)) };
}

function atHoles(paths: readonly Hole[], error: GraphQLFormattedError): GraphQLFormattedError[] {
  return paths.length === 0 ? [error] : paths.map((path) => ({ ...error, path }));
}

/** None for a text that does not parse, which no query plan holds. */
function holes(fetch: Fetch): Hole[] {
  try {
    return holesOf(fetch.document(), fetch.variables);
  } catch {
    return [];
  }
}

/** One entity or null for each representation: anything else would put facts at the wrong entity. */
function entitiesFit(fetch: Fetch, data: Record<string, unknown>): boolean {
  const representations = fetch.variables['representations'];
  if (!Array.isArray(representations)) return true;
  const entities = data['_entities'];
  return Array.isArray(entities) && entities.length === representations.length;
}

/** Of a subgraph's error what a client may read, alike for both transports; the rest is noted. */
function publicFacts(fetch: Fetch, error: unknown): GraphQLFormattedError {
  const context = { requestId: fetch.requestId, report: (fault: unknown) => fetch.note(fault) };
  const shown = publicError(error, context);
  // A query plan is made of what the schema has: a fetch that is not valid is a fault of ours, not the client's.
  const code = shown.extensions?.['code'];
  const known = PASSED_ON_CODES.has(code) || code === 'INTERNAL_SERVER_ERROR';
  const ours = known ? shown : publicError({ fault: error }, context);
  const { path } = shown;
  const service = fetch.relays
    ? { service: fetch.subgraph, ...serviceOf(error) }
    : { service: fetch.subgraph };
  return {
    message: ours.message.slice(0, LONGEST_MESSAGE),
    ...(Array.isArray(path) && path.every(isStep) && { path }),
    extensions: { ...ours.extensions, ...service },
  };
}

function serviceOf(error: unknown): { service?: string } {
  const { extensions } = (error ?? {}) as { extensions?: { service?: unknown } | null };
  return typeof extensions?.service === 'string' ? { service: extensions.service } : {};
}

/** True for an error whose code and message are for the client. */
export function isPassedOn(error: unknown): boolean {
  const { extensions } = (error ?? {}) as { extensions?: { code?: unknown } | null };
  return PASSED_ON_CODES.has(extensions?.code);
}

function isStep(step: unknown): step is string | number {
  return typeof step === 'string' || typeof step === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
