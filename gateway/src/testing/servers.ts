import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { GraphQLSchema } from 'graphql';

/** Something that listens on a free port of this machine. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a subgraph as a partner would: a plain Apollo server, all its settings as they come. */
export async function servePlainly(
  subgraph: {
    readonly schema: GraphQLSchema;
    contextFor(headers: Record<string, string>): unknown;
  },
  port = 0,
): Promise<Listening> {
  const server = new ApolloServer<object>({ schema: subgraph.schema, logger: QUIET });
  const { url } = await startStandaloneServer(server, {
    listen: { port, host: '127.0.0.1' },
    context: async ({ req }) => subgraph.contextFor(req.headers as Record<string, string>) as object,
  });
  return { url, close: () => server.stop() };
}

/** Answers every request by hand, for servers that misbehave. */
export async function serveRaw(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<Listening & { readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push(body);
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}/graphql`, close, requests };
}

const quiet = () => undefined;
const QUIET = { debug: quiet, info: quiet, warn: quiet, error: quiet };
