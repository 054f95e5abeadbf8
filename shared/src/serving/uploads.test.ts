import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { request, type ClientRequest } from 'node:http';
import { right } from '../access';
import type { Importer } from '../importing';
import { systemClock } from '../time';
import type { OpenSubgraph } from './open-subgraph';
import { issuer, raw, serve, verifierOf } from './server.fixture';
import { uploadRoutes, type UploadLimits } from './uploads';

const COUNCIL = 'E08000004';

/** What the file that was taken last is called here. */
let name = '';

/** Takes any file of a council and says how long it is. */
const importer: Importer = {
  name: 'lengths',
  summary: 'Anything.',
  options: [],
  async run({ files, options }) {
    const { length } = await readFile(files[0]!);
    name = basename(files[0]!);
    const nothing = { sha256: '', imported: 0, alreadyThere: 0, rejected: 0, refused: null, remarks: [] };
    return [{ ...nothing, file: 'x', rows: options['dryRun'] === true ? 0 : length }];
  },
  upload: { right: right('send', 'an officer', (actor) => actor.role === 'officer'), options: ['dryRun'] },
};

const subgraph = {
  built: { definition: { name: 'test', description: '', features: [{ importers: [importer] }] } },
  context: () => ({ clock: systemClock }),
} as unknown as OpenSubgraph;

const open = (limits: Partial<UploadLimits>, requestTimeout = 100) =>
  serve({ requestTimeout, routes: uploadRoutes(subgraph, verifierOf(), limits) });
const unhurried = (limits: Partial<UploadLimits> = {}) => open(limits, 60_000);

interface Sending {
  readonly sender: ClientRequest;
  readonly answer: Promise<{ status: number; text: string }>;
}

/** Begins to send a file of twenty bytes; the test writes them. */
async function begin(port: number, council = COUNCIL): Promise<Sending> {
  const token = await issuer.issue({ subject: 'officer-1', role: 'officer', council });
  const sender = request({
    port,
    method: 'POST',
    path: `/imports/lengths?council=${council}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'content-length': 20 },
  });
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sender.once('error', reject);
    sender.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
  });
  await new Promise<void>((written) => sender.write('0123456789', () => written()));
  return { sender, answer };
}

/** A request of another kind that is never finished: answered when the time of ordinary requests is over. */
const stalled = (port: number) =>
  raw(
    port,
    'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
  );

test('a file may take longer than any other request', async () => {
  const { port } = await open({ idle: 60_000 });
  const { sender, answer } = await begin(port);
  const cut = await stalled(port);
  expect(cut).toMatch(/^HTTP\/1\.1 408 /);
  expect(cut).toContain('The request took longer than 0.1 seconds to come. Send it again.');
  sender.end('0123456789');
  expect(await answer).toMatchObject({ status: 200, text: expect.stringContaining('"rows":20') });
});

test.each([
  ['falls silent', { idle: 50 }, /Nothing more of the file came for 0\.05 seconds/],
  ['takes too long', { total: 50 }, /The file took longer than 0\.05 seconds/],
])('a sender who %s is told so, and can send again', async (_, limits, message) => {
  const { port } = await open({ ...limits, atOnce: 1 });
  for (let time = 0; time < 2; time += 1) {
    const { sender, answer } = await begin(port);
    const { status, text } = await answer;
    expect([status, JSON.parse(text)]).toEqual([
      408,
      {
        errors: [
          {
            message: expect.stringMatching(message),
            extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
          },
        ],
      },
    ]);
    sender.destroy();
  }
});

test('a file that is too large is refused while it comes', async () => {
  const { port } = await open({ bytes: 5 });
  const { sender, answer } = await begin(port);
  expect(await answer).toMatchObject({ status: 413 });
  sender.destroy();
});

test('slow files of one council do not keep another out', async () => {
  const { port } = await open({ perCouncil: 1, atOnce: 2 });
  const first = await begin(port);
  const second = await begin(port);
  expect(await second.answer).toMatchObject({ status: 503 });
  second.sender.destroy();
  const other = await begin(port, 'E08000009');
  const third = await begin(port, 'E08000021');
  expect(await third.answer).toMatchObject({ status: 503 });
  third.sender.destroy();
  for (const { sender, answer } of [first, other]) {
    sender.end('0123456789');
    expect(await answer).toMatchObject({ status: 200 });
  }
});

/** Sends a small file at once. */
async function send(port: number, query: string): Promise<{ status: number; text: string }> {
  const token = await issuer.issue({ subject: 'officer-1', role: 'officer', council: COUNCIL });
  const response = await fetch(`http://127.0.0.1:${port}/imports/lengths?council=${COUNCIL}&${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: '0123456789',
  });
  return { status: response.status, text: await response.text() };
}

test('a file may be called by as many bytes as its sender likes', async () => {
  const { port } = await unhurried();
  for (const called of ['😀'.repeat(120), `${'é'.repeat(300)}.csv`, 'x'.repeat(3000)])
    expect(await send(port, `file=${encodeURIComponent(called)}`)).toMatchObject({ status: 200 });
  expect(name).toBe('x'.repeat(200));
});

test.each(['file=a&file=b', 'supersedes=a&supersedes=b', `council=${COUNCIL}`, 'x=1&x=2'])(
  'what is said twice is refused: %s',
  async (query) => {
    const { port } = await unhurried();
    const { status, text } = await send(port, query);
    expect([status, JSON.parse(text)]).toMatchObject([
      400,
      {
        errors: [
          { message: expect.stringMatching(/^Say \w+ once\.$/), extensions: { code: 'BAD_USER_INPUT' } },
        ],
      },
    ]);
  },
);

test('an option is taken as the command line writes it too, and one that is not known is refused', async () => {
  const { port } = await unhurried();
  for (const query of ['dryRun=true', 'dry-run=true'])
    expect(JSON.parse((await send(port, query)).text)).toMatchObject({ rows: 0 });
  for (const query of ['dryrun=true', 'superseds=import_1', '__proto__=true']) {
    const { status, text } = await send(port, query);
    expect([status, text]).toEqual([400, expect.stringContaining('lengths has no option')]);
  }
});

test('a folder that cannot be made costs no place', async () => {
  const { port } = await unhurried({ perCouncil: 1 });
  const folder = jest.spyOn(jest.requireActual<typeof import('node:os')>('node:os'), 'tmpdir');
  folder.mockReturnValue('/nowhere/at/all');
  for (let time = 0; time < 2; time += 1) {
    const { status, text } = await send(port, 'file=a.csv');
    expect([status, text]).toEqual([500, expect.not.stringContaining('nowhere')]);
  }
  folder.mockRestore();
  expect(await send(port, 'file=a.csv')).toMatchObject({ status: 200 });
});
