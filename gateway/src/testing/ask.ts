import { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Gateway } from '../gateway';
import type { ForwardingContext } from '../transport';

type Answer = FormattedExecutionResult<Record<string, unknown>>;

/** Asks the graph as the host would, and gives the answer as it would be sent. */
export async function asker(gateway: Gateway) {
  const server = new ApolloServer<ForwardingContext>({
    gateway: gateway.apollo,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
  });
  await server.start();
  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
    context: Partial<ForwardingContext> = {},
  ): Promise<Answer> => {
    const { body } = await server.executeOperation(
      { query, variables },
      { contextValue: { requestId: 'request-1', authorization: null, ...context } },
    );
    if (body.kind !== 'single') throw new Error('One answer was expected');
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
  return { ask, close: async () => Promise.all([server.stop(), gateway.close()]) };
}
