import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { systemClock } from '../time';
import { createTokenVerifier, type KeyFetching, type TokenVerifier } from '.';

// Times of keys are measured by the machine's clock here, because the library that keeps them does so.
const clock = systemClock;
let server: Server;
let requests: number;
let answer: () => { status: number; body: string } | null;
let faults: Error[];

beforeEach(async () => {
  requests = 0;
  faults = [];
  server = createServer((_, response) => {
    requests += 1;
    const given = answer();
    if (given !== null)
      response.writeHead(given.status, { 'content-type': 'application/json' }).end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function pair(kid: string): Promise<{ privateKey: CryptoKey; jwk: JWK; kid: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, kid, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
}

let tokens = 0;
const signed = ({ privateKey, kid }: { privateKey: CryptoKey; kid: string }) =>
  new SignJWT({ role: 'analyst', council: 'E08000004', jti: String((tokens += 1)) })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setSubject('u1')
    .setIssuer('i')
    .setAudience('a')
    .setExpirationTime(Math.floor(clock.now().getTime() / 1_000) + 60)
    .sign(privateKey);

const verifierOf = (fetching: KeyFetching = {}): TokenVerifier =>
  createTokenVerifier({
    issuer: 'i',
    audience: 'a',
    keys: { jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys` },
    clock,
    fetching,
    onKeysUnavailable: (error) => void faults.push(error),
  });

const publishing =
  (...keys: { jwk: JWK }[]) =>
  () => ({ status: 200, body: JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }) });

test('keys are fetched once for many tokens', async () => {
  const one = await pair('one');
  answer = publishing(one);
  const verifier = verifierOf();
  for (let i = 0; i < 5; i += 1)
    expect(await verifier.verify(await signed(one))).toMatchObject({ role: 'analyst' });
  expect(requests).toBe(1);
});

test('a new key of the issuer is found once the cooldown is over', async () => {
  const [one, two] = [await pair('one'), await pair('two')];
  answer = publishing(one);
  const verifier = verifierOf({ cooldown: 0 });
  await verifier.verify(await signed(one));
  answer = publishing(one, two);
  expect(await verifier.verify(await signed(two))).toMatchObject({ subject: 'u1' });
  expect(requests).toBe(2);
});

test('tokens with made-up key names do not make the keys be fetched again and again', async () => {
  const [one, madeUp] = [await pair('one'), await pair('made up')];
  answer = publishing(one);
  const verifier = verifierOf();
  await verifier.verify(await signed(one));
  for (let i = 0; i < 5; i += 1)
    await expect(verifier.verify(await signed(madeUp))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(requests).toBe(1);
  expect(faults).toEqual([]);
});

test('an address that fails is left alone for the cooldown; the caller is told to try later and the operator why', async () => {
  const one = await pair('one');
  answer = () => ({ status: 500, body: 'internal.host:3306 is away' });
  const verifier = verifierOf();
  for (let i = 0; i < 3; i += 1)
    await expect(verifier.verify(await signed(one))).rejects.toThrow('Try again in a minute');
  expect(requests).toBe(1);
  expect(faults).toHaveLength(3);
  expect(faults[0]).toMatchObject({ cause: { message: 'The key address answered 500.' } });
});

test('keys last seen go on being used while the address is away', async () => {
  const one = await pair('one');
  answer = publishing(one);
  const verifier = verifierOf({ maxAge: 0 });
  await verifier.verify(await signed(one));
  answer = () => ({ status: 503, body: '' });
  expect(await verifier.verify(await signed(one))).toMatchObject({ subject: 'u1' });
  expect(requests).toBe(2);
});

test('keys last seen are not used for ever', async () => {
  const one = await pair('one');
  answer = publishing(one);
  const verifier = verifierOf({ maxAge: 0, maxStale: -1 });
  await verifier.verify(await signed(one));
  answer = () => ({ status: 503, body: '' });
  await expect(verifier.verify(await signed(one))).rejects.toThrow('Try again in a minute');
});

test('an address that never answers is given up after the time-out', async () => {
  const one = await pair('one');
  answer = () => null;
  await expect(verifierOf({ timeout: 50 }).verify(await signed(one))).rejects.toThrow(
    'Try again in a minute',
  );
});

test.each(['not json', '{}', '{"keys":"none"}', '[]'])(
  'an answer that holds no keys is a fault of the issuer: %s',
  async (body) => {
    const one = await pair('one');
    answer = () => ({ status: 200, body });
    await expect(verifierOf().verify(await signed(one))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(faults).toHaveLength(1);
  },
);
