import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import type { SandboxConfig } from './config.types';
import { sandboxRoutes, type SandboxOptions } from './routes';

const folder = mkdtempSync(join(tmpdir(), 'coop-sandbox-routes-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sandbox</title>');
writeFileSync(join(folder, 'assets', 'page-abc123.js'), 'start();');
writeFileSync(join(folder, 'assets', 'page-abc123.js.gz'), gzipSync('start();'));
afterAll(() => rmSync(folder, { recursive: true }));

const OPTIONS: SandboxOptions = {
  mode: 'demo',
  examples: [],
  subgraphs: [{ name: 'councils', description: 'The directory.' }],
  schemaSdl: 'type Query { a: Int }',
  councils: [{ gssCode: 'E08000004', name: 'Oldham' }],
  roles: [{ role: 'officer', description: 'Decides.' }],
  issueToken: async ({ role, council }) => `${role}@${council}`,
  folder,
};

const OFFICER = { role: 'officer', council: 'E08000004' };
let app: FastifyInstance;
afterEach(() => app.close());

/** The sandbox beside a route that is not its own. */
async function serve(change: Partial<SandboxOptions> = {}): Promise<FastifyInstance> {
  app = fastify();
  app.get('/other', async () => 'other');
  await app.register(sandboxRoutes({ ...OPTIONS, ...change }));
  return app;
}

const signIn = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/demo/token',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('the sandbox', () => {
  it('serves the page under a policy that lets nothing in from elsewhere and evaluates no text', async () => {
    const answer = await (await serve()).inject('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it('lets browsers keep the built files for good, and sends them compressed where that is understood', async () => {
    await serve();
    const plain = await app.inject('/sandbox/assets/page-abc123.js');
    expect(plain.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['x-content-type-options']).toBe('nosniff');
    expect(plain.body).toBe('start();');
    const url = '/sandbox/assets/page-abc123.js';
    const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers['content-encoding']).toBe('gzip');
  });

  it('serves nothing from outside its folder', async () => {
    await serve();
    for (const path of ['../index.html', '..%2findex.html', '%2e%2e/index.html', '.hidden', 'none.js']) {
      expect((await app.inject(`/sandbox/assets/${path}`)).statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  it('gives the schema as plain text, as it is now', async () => {
    let sdl = 'type Query { a: Int }';
    await serve({ schemaSdl: () => sdl });
    sdl = 'type Query { b: Int }';
    const answer = await app.inject('/schema.graphql');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toBe('type Query { b: Int }');
  });

  it('says what to run when the page has not been built', async () => {
    await serve({ folder: join(folder, 'absent') });
    const answer = await app.inject('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm start');
    expect((await app.inject('/sandbox/assets/page-abc123.js')).statusCode).toBe(404);
  });

  it('leaves the routes of others alone', async () => {
    const answer = await (await serve()).inject('/other');
    expect(answer.headers['content-security-policy']).toBeUndefined();
  });

  it('tells the page its configuration', async () => {
    const config = (await (await serve()).inject('/sandbox/config.json')).json<SandboxConfig>();
    expect(config).toEqual({
      mode: 'demo',
      endpoint: '/graphql',
      schemaUrl: '/schema.graphql',
      subgraphs: OPTIONS.subgraphs,
      examples: [],
      councils: OPTIONS.councils,
      roles: OPTIONS.roles,
    });
  });
});

describe('the demo sign-in', () => {
  it('issues a token for a role in a council, to be kept by nobody on the way', async () => {
    await serve();
    const answer = await signIn(OFFICER);
    expect(answer.json()).toEqual({ token: 'officer@E08000004' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is not there in production, nor offered', async () => {
    await serve({ mode: 'production' });
    expect((await signIn(OFFICER)).statusCode).toBe(404);
    const config = (await app.inject('/sandbox/config.json')).json<SandboxConfig>();
    expect([config.roles, config.councils]).toEqual([[], []]);
  });

  it('is not there without somebody who issues tokens', async () => {
    await serve({ issueToken: undefined });
    expect((await signIn(OFFICER)).statusCode).toBe(404);
  });

  it.each([
    ['an unknown role', { role: 'king', council: 'E08000004' }],
    ['an unknown council', { role: 'officer', council: 'E99999999' }],
    ['no council', { role: 'officer' }],
    ['another kind of value', { role: ['officer'], council: { a: 1 } }],
    ['no object', 'null'],
    ['no JSON', '{role'],
  ])('refuses %s', async (_case, payload) => {
    await serve();
    const answer = await signIn(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: expect.any(String) });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', ''])(
    'reads nothing that a form of another site could send: %s',
    async (type) => {
      await serve();
      expect((await signIn(OFFICER, { 'content-type': type })).statusCode).toBe(415);
    },
  );

  it('refuses a request that the browser says is of another site', async () => {
    await serve();
    expect((await signIn(OFFICER, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await signIn(OFFICER, { 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await signIn(OFFICER, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });

  it.each([
    ['127.0.0.1', 'evil.example:4000', 403],
    ['127.0.0.1', 'localhost.evil.example', 403],
    ['localhost', '127.0.0.1.evil.example:4000', 403],
    ['127.0.0.1', 'localhost:4000', 200],
    ['127.0.0.1', '127.0.0.1:4000', 200],
    ['127.0.0.1', '[::1]:4000', 200],
    ['::1', 'LOCALHOST', 200],
    ['0.0.0.0', 'demo.example:4000', 200],
    ['192.168.1.5', 'demo.example', 200],
  ])('listening at %s it answers a request for the host %j with %i', async (listening, host, status) => {
    await serve({ host: listening });
    const answer = await signIn(OFFICER, { host });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json<{ error: string }>().error).toContain('localhost');
  });

  it('refuses an oversized body', async () => {
    await serve();
    expect((await signIn({ ...OFFICER, more: 'x'.repeat(2000) })).statusCode).toBe(413);
  });

  it('bounds how often one address may ask', async () => {
    await serve();
    const codes = [];
    for (let index = 0; index < 31; index++) codes.push((await signIn(OFFICER)).statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(30);
    expect(codes.at(-1)).toBe(429);
    expect((await signIn(OFFICER)).json()).toEqual({ error: expect.stringContaining('Too many') });
  });

  it('says nothing of the inside when issuing fails', async () => {
    await serve({ issueToken: () => Promise.reject(new Error('/secret/key is unreadable')) });
    const answer = await signIn(OFFICER);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
  });
});
