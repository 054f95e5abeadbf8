import type { GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Log } from '../log';
import { type ForwardingContext, forwardedHeaders } from './forwarded-headers';
import { plainValues } from './plain-values';
import { PreparedDocuments } from './prepared-documents';
import { checkedAnswer, type Fetch, type SubgraphAnswer } from './subgraph-answer';

type Process = GraphQLDataSource['process'];

/** A subgraph that runs in the gateway's own process. */
export interface InProcessSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /**
   * The subgraph's own request context, made from the headers that it would have been sent over HTTP.
   * May throw an AccessError or a GraphQLError, as for a token that does not verify.
   */
  contextFor(headers: Readonly<Record<string, string>>): unknown;
  /** True where its errors stand for those of other subgraphs, which they name. */
  readonly relays?: boolean;
  /** The subgraph's own limits, asked before each execution; errors refuse the fetch. */
  checkLimits?(document: DocumentNode, variables: Readonly<Record<string, unknown>>): readonly GraphQLError[];
}

/**
 * Calls a subgraph in process, as strictly apart as over HTTP: it sees the forwarded headers and nothing
 * else of the request, and what it answers is checked and redacted in the same way.
 */
export class InProcessDataSource implements GraphQLDataSource {
  private readonly documents: PreparedDocuments;

  constructor(
    private readonly subgraph: InProcessSubgraph,
    private readonly log: Log,
  ) {
    this.documents = new PreparedDocuments(subgraph.schema);
  }

  /** Answers one fetch of a query plan; never throws. */
  async process(options: Parameters<Process>[0]): ReturnType<Process> {
    const context: Partial<ForwardingContext> = options.context;
    const query = options.request.query ?? '';
    const fetch: Fetch = {
      subgraph: this.subgraph.name,
      requestId: context.requestId ?? '',
      relays: this.subgraph.relays ?? false,
      query,
      variables: options.request.variables ?? {},
      document: () => this.documents.prepare(query).document,
      note: (error) =>
        this.log.error(
          { subgraph: this.subgraph.name, requestId: context.requestId, err: error },
          'a fetch failed',
        ),
    };
    return (await this.answer(fetch, forwardedHeaders(context))) as Awaited<ReturnType<Process>>;
  }

  private async answer(fetch: Fetch, headers: Readonly<Record<string, string>>): Promise<SubgraphAnswer> {
    try {
      const { document, problems, hasOwnScalars } = this.documents.prepare(fetch.query);
      if (problems.length > 0) return checkedAnswer(fetch, { errors: problems });
      const refusals = this.subgraph.checkLimits?.(document, fetch.variables) ?? [];
      if (refusals.length > 0) return checkedAnswer(fetch, { errors: refusals });
      const result = await execute({
        schema: this.subgraph.schema,
        document,
        contextValue: await this.subgraph.contextFor(headers),
        variableValues: fetch.variables,
      });
      if (hasOwnScalars && result.data) result.data = plainValues(result.data);
      return checkedAnswer(fetch, result);
    } catch (error) {
      return checkedAnswer(fetch, { errors: [error] });
    }
  }
}
