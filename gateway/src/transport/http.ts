import type { GraphQLDataSource } from '@apollo/gateway';
import { parse } from 'graphql';
import { type Dispatcher, Pool } from 'undici';
import type { Log } from '../log';
import { type ForwardingContext, forwardedHeaders } from './forwarded-headers';
import { operationOf } from './holes';
import {
  checkedAnswer,
  isPassedOn,
  failedFetch,
  type FailureCode,
  type Fetch,
  type SubgraphAnswer,
} from './subgraph-answer';

type Process = GraphQLDataSource['process'];

/** How long and how much the gateway puts up with from a remote subgraph. */
export interface HttpTransportSettings {
  /** Connections kept open to the subgraph at most. */
  readonly connections: number;
  /** Milliseconds to reach the subgraph's machine. */
  readonly connectTimeout: number;
  /** Milliseconds for a whole answer, retries and reading included. */
  readonly timeout: number;
  /** Milliseconds that an idle connection is kept. */
  readonly keepAlive: number;
  /** Longest answer read, in bytes. */
  readonly maximumBytes: number;
  /** How often a *query* is sent again when the connection broke before anything came back. */
  readonly retries: number;
}

/** What suits subgraphs in the same data centre. */
export const HTTP_TRANSPORT: HttpTransportSettings = {
  connections: 64,
  connectTimeout: 2_000,
  timeout: 10_000,
  keepAlive: 20_000,
  maximumBytes: 16 * 1024 * 1024,
  retries: 1,
};

/** Errors of a connection that broke or never came about: nothing was answered. */
const BROKEN_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Calls a remote subgraph over pooled keep-alive connections. */
export class HttpDataSource implements GraphQLDataSource {
  private readonly pool: Pool;
  private readonly path: string;
  private readonly settings: HttpTransportSettings;

  /** @param url the subgraph's GraphQL address */
  constructor(
    private readonly subgraph: { readonly name: string; readonly url: string },
    private readonly log: Log,
    settings: Partial<HttpTransportSettings> = {},
  ) {
    this.settings = { ...HTTP_TRANSPORT, ...settings };
    const url = new URL(subgraph.url);
    this.path = `${url.pathname}${url.search}`;
    this.pool = new Pool(url.origin, {
      connections: this.settings.connections,
      connect: { timeout: this.settings.connectTimeout },
      keepAliveTimeout: this.settings.keepAlive,
      headersTimeout: this.settings.timeout,
      bodyTimeout: this.settings.timeout,
      maxResponseSize: this.settings.maximumBytes,
    });
  }

  /** Answers one fetch of a query plan; never throws. */
  async process(options: Parameters<Process>[0]): ReturnType<Process> {
    const context: Partial<ForwardingContext> = options.context;
    const query = options.request.query ?? '';
    const fetch: Fetch = {
      subgraph: this.subgraph.name,
      requestId: context.requestId ?? '',
      query,
      variables: options.request.variables ?? {},
      document: () => parse(query, { noLocation: true }),
      note: (error) =>
        this.log.error(
          { subgraph: this.subgraph.name, requestId: context.requestId, err: error },
          'a fetch failed',
        ),
    };
    const answer = await this.answer(fetch, forwardedHeaders(context));
    return answer as Awaited<ReturnType<Process>>;
  }

  /** Lets requests under way end and closes the connections. */
  async close(): Promise<void> {
    await this.pool.close();
  }

  private async answer(fetch: Fetch, headers: Record<string, string>): Promise<SubgraphAnswer> {
    const request: Dispatcher.RequestOptions = {
      method: 'POST',
      path: this.path,
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: fetch.query, variables: fetch.variables }),
      signal: AbortSignal.timeout(this.settings.timeout),
    };
    try {
      const { status, text } = await this.send(fetch, request);
      return this.read(fetch, status, text);
    } catch (error) {
      fetch.note(error);
      return failedFetch(fetch, 'SUBGRAPH_UNAVAILABLE');
    }
  }

  /** Sends a request, a query once more where the connection broke; a mutation never, for it may have been done. */
  private async send(
    fetch: Fetch,
    request: Dispatcher.RequestOptions,
  ): Promise<{ status: number; text: string }> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { statusCode, body } = await this.pool.request(request);
        return { status: statusCode, text: await body.text() };
      } catch (error) {
        const broken = BROKEN_CONNECTION.has(String((error as { code?: unknown } | null)?.code));
        if (!broken || attempt >= this.settings.retries) throw error;
        if (operationOf(fetch.document()).operation !== 'query') throw error;
      }
    }
  }

  /** A GraphQL answer counts whatever its status; of any other only the status is looked at. */
  private read(fetch: Fetch, status: number, text: string): SubgraphAnswer {
    const body = jsonObject(text);
    if (body && (status === 200 || speaksGraphql(body, status))) return checkedAnswer(fetch, body);
    fetch.note(`status ${status}, ${body ? 'JSON' : 'not JSON'}, ${text.length} characters`);
    return failedFetch(fetch, codeOfStatus(status));
  }
}

/** True for refusals that a server sends with a status of its own, such as a token that does not verify. */
function speaksGraphql(body: Record<string, unknown>, status: number): boolean {
  const errors: unknown[] = Array.isArray(body['errors']) ? body['errors'] : [];
  return status < 500 ? errors.length > 0 : errors.some(isPassedOn);
}

function codeOfStatus(status: number): FailureCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  return 'SUBGRAPH_UNAVAILABLE';
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
