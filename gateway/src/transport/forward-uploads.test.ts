import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import {
  createLogger,
  FILE_LIMITS,
  serveGraph,
  type BodyLimits,
  type RunningServer,
} from '@coop/shared/serving';
import { forwardUploads } from './forward-uploads';

let subgraph: Server;
let gateway: RunningServer | undefined;
let cameWhole: (is: boolean) => void = () => undefined;

beforeAll(async () => {
  // A subgraph that takes files, and says how long they are; it refuses those of nobody before they have come.
  subgraph = createServer((incoming, answer) => {
    if (incoming.headers.authorization === undefined) {
      answer.writeHead(401, { 'content-type': 'application/json' }).end('{"errors":[]}');
      return;
    }
    let length = 0;
    incoming.on('data', (chunk: Buffer) => (length += chunk.length));
    incoming.on('end', () => {
      cameWhole(true);
      answer.end(JSON.stringify({ length }));
    });
    incoming.on('error', () => cameWhole(false));
  });
  await new Promise<void>((listening) => subgraph.listen(0, '127.0.0.1', listening));
});
afterAll(() => new Promise((closed) => subgraph.close(closed)));
afterEach(() => gateway?.close());

async function open(limits: Partial<BodyLimits>): Promise<number> {
  const { port } = subgraph.address() as AddressInfo;
  const log = createLogger({ level: 'fatal' }, { write: () => undefined });
  gateway = await serveGraph({
    ...{ name: 'test', host: '127.0.0.1', port: 0, log, requestTimeout: 50, context: () => ({}) },
    graph: { schema: buildSchema('type Query { nothing: Int }') },
    verifier: { verify: () => Promise.reject(new Error('Nobody is known.')) },
    routes: forwardUploads(() => `http://127.0.0.1:${port}`, log, { ...FILE_LIMITS, ...limits }),
  });
  return gateway.port;
}

function begin(port: number, headers: Record<string, string> = { authorization: 'Bearer x' }) {
  const sender = request({
    ...{ port, method: 'POST', path: '/imports/spending?council=E08000004' },
    headers: { 'content-type': 'text/csv', 'content-length': '20', ...headers },
  });
  const answer = new Promise<string>((resolve, reject) => {
    sender.once('error', reject);
    sender.once('response', (response) => {
      let text = `${response.statusCode} `;
      response.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
      response.once('end', () => resolve(text));
    });
  });
  sender.write('0123456789');
  return { sender, answer };
}

test('a file that comes slowly goes on to the subgraph, after the time of other requests', async () => {
  const port = await open({});
  const { sender, answer } = begin(port);
  const other = request({
    port,
    method: 'POST',
    path: '/graphql',
    headers: { 'content-length': '9', 'content-type': 'application/json' },
  });
  const cut = new Promise((resolve, reject) => {
    other.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
  });
  other.flushHeaders();
  expect(await cut).toBe(408);
  sender.end('0123456789');
  expect(await answer).toBe('200 {"length":20}');
});

test('a sender who falls silent is told, and the subgraph gets no half of a file', async () => {
  const port = await open({ idle: 50 });
  const whole = new Promise<boolean>((resolve) => (cameWhole = resolve));
  const { sender, answer } = begin(port);
  expect(await answer).toMatch(/^408 .*Nothing more of the file came for 0\.05 seconds/);
  sender.destroy();
  expect(await whole).toBe(false);
});

test('what the subgraph refuses before the end is refused at once', async () => {
  const port = await open({});
  const { sender, answer } = begin(port, {});
  expect(await answer).toBe('401 {"errors":[]}');
  sender.destroy();
});
