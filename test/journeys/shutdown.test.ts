import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAt } from '../kit/ask-at';
import { PATIENCE } from '../kit/patience';
import { BUILT, startProgram } from '../kit/program';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
type Query { "Answers when it is let." patience: String }`;

/** A partner that tells its schema at once, and anything else only when it is let. */
async function slowPartner() {
  let waiting: (response: ServerResponse) => void = () => undefined;
  const asked = new Promise<ServerResponse>((resolve) => (waiting = resolve));
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (body.includes('_service')) response.end(JSON.stringify({ data: { _service: { sdl: SDL } } }));
      else waiting(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, asked, close: () => server.close() };
}

describe('the end of the server', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coop-shutdown-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s the request under way is answered, no new one is taken, and the exit code is 0',
    async (signal) => {
      const partner = await slowPartner();
      const env = { COOP_DATA: folder, PORT: '0', COOP_PARTNERS: `patience=${partner.url}` };
      const program = startProgram(BUILT, ['start'], env);
      try {
        const [, url = ''] = await program.said(/The graph is at\s+(\S+)\/graphql/);
        const answer = askAt(url, '{ patience council(gssCode: "E08000004") { name } }');
        const held = await partner.asked;
        const ended = program.end(signal);
        await refusedAt(url);
        held.end(JSON.stringify({ data: { patience: 'rewarded' } }));
        expect((await answer).data).toEqual({ patience: 'rewarded', council: { name: 'Oldham' } });
        expect(await ended).toEqual(expect.objectContaining({ code: 0, stderr: '' }));
      } finally {
        await program.end('SIGKILL');
        partner.close();
      }
    },
    PATIENCE,
  );

  /** Asks on new connections until none is taken any more. */
  async function refusedAt(url: string): Promise<void> {
    for (;;) {
      const refused = await fetch(`${url}/health/live`, { headers: { connection: 'close' } }).then(
        (response) => response.text().then(() => false),
        () => true,
      );
      if (refused) return;
    }
  }
});
