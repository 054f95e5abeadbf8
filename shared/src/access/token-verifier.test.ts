import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import fc from 'fast-check';
import { FixedClock } from '../time';
import {
  AccessError,
  ANONYMOUS,
  authenticate,
  createTokenVerifier,
  LONGEST_TOKEN,
  type TokenVerifier,
} from '.';

const ISSUER = 'https://issuer.test';
const AUDIENCE = 'coop';
const START = '2026-03-02T09:00:00Z';
const clock = new FixedClock(START);
const seconds = () => Math.floor(clock.now().getTime() / 1_000);

let ours: { privateKey: CryptoKey; publicKey: CryptoKey };
let theirs: { privateKey: CryptoKey };
let publicJwk: JWK;
let verifier: TokenVerifier;

beforeAll(async () => {
  ours = await generateKeyPair('ES256', { extractable: true });
  theirs = await generateKeyPair('ES256');
  publicJwk = { ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'ES256' };
});
beforeEach(() => {
  clock.set(START);
  verifier = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: { jwks: { keys: [publicJwk] } },
    clock,
  });
});

interface Making {
  claims?: JWTPayload;
  key?: CryptoKey | Uint8Array;
  algorithm?: string;
  issuer?: string | null;
  audience?: string | null;
  expires?: number | null;
  notBefore?: number;
}

async function token(making: Making = {}): Promise<string> {
  const { issuer = ISSUER, audience = AUDIENCE, expires = 3_600 } = making;
  const jwt = new SignJWT({ sub: 'u1', role: 'officer', council: 'E08000004', ...making.claims });
  jwt.setProtectedHeader({ alg: making.algorithm ?? 'ES256', kid: 'one' });
  if (issuer !== null) jwt.setIssuer(issuer);
  if (audience !== null) jwt.setAudience(audience);
  if (expires !== null) jwt.setExpirationTime(seconds() + expires);
  if (making.notBefore !== undefined) jwt.setNotBefore(seconds() + making.notBefore);
  return await jwt.sign(making.key ?? ours.privateKey);
}

async function refusal(sent: string): Promise<string> {
  const error = await verifier.verify(sent).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AccessError);
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
  const shown = JSON.stringify([
    (error as Error).message,
    (error as Error).stack,
    Object.entries(error as object),
  ]);
  for (const part of sent.split('.').filter((piece) => piece.length > 6)) expect(shown).not.toContain(part);
  return (error as Error).message;
}

test('a good token names the actor', async () => {
  const sent = await token({ claims: { name: 'Zoë Invented', organisation: 'organisation_01J' } });
  expect(await verifier.verify(sent)).toEqual({
    kind: 'token',
    subject: 'u1',
    role: 'officer',
    council: 'E08000004',
    organisation: 'organisation_01J',
    name: 'Zoë Invented',
  });
});

test('a token without a signature is refused', async () => {
  const sent = new UnsecuredJWT({ sub: 'u1', role: 'officer', council: 'E08000004' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime(seconds() + 60)
    .encode();
  expect(await refusal(sent)).toContain('cannot be verified');
});

test('a token signed with HS256 and the public key as its secret is refused', async () => {
  const secret = new TextEncoder().encode(JSON.stringify(publicJwk));
  expect(await refusal(await token({ algorithm: 'HS256', key: secret }))).toContain('cannot be verified');
});

test('a token signed with another key under the same name is refused', async () => {
  expect(await refusal(await token({ key: theirs.privateKey }))).toContain('cannot be verified');
});

test('a sound token of an algorithm that is not the configured one is refused', async () => {
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const jwks = { keys: [publicJwk, { ...(await exportJWK(rsa.publicKey)), kid: 'one', alg: 'RS256' }] };
  const sent = await token({ algorithm: 'RS256', key: rsa.privateKey });
  verifier = createTokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys: { jwks }, clock });
  expect(await refusal(sent)).toContain('cannot be verified');
  const wider = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: { jwks },
    clock,
    algorithms: ['RS256'],
  });
  expect(await wider.verify(sent)).toMatchObject({ subject: 'u1' });
});

test('another issuer, another audience or none of them is refused, each saying so', async () => {
  expect(await refusal(await token({ issuer: 'https://other.test' }))).toContain('another issuer');
  expect(await refusal(await token({ audience: 'other' }))).toContain('another service');
  expect(await refusal(await token({ issuer: null }))).toContain('lacks a claim');
  expect(await refusal(await token({ audience: null }))).toContain('lacks a claim');
  expect(await refusal(await token({ expires: null }))).toContain('lacks a claim');
});

test('a token is taken from its start to its expiry by the injected clock, five seconds of tolerance each way', async () => {
  const sent = await token({ notBefore: 100, expires: 200 });
  expect(await refusal(sent)).toContain('not valid yet');
  clock.advance(94_000);
  await refusal(sent);
  clock.advance(1_000);
  expect(await verifier.verify(sent)).toMatchObject({ subject: 'u1' });
  clock.advance(109_000);
  expect(await verifier.verify(sent)).toMatchObject({ subject: 'u1' });
  clock.advance(1_000);
  expect(await refusal(sent)).toContain('expired');
});

test('a token that was verified before still expires', async () => {
  const sent = await token({ expires: 60 });
  await verifier.verify(sent);
  clock.advance(66_000);
  expect(await refusal(sent)).toContain('expired');
});

test('a token that was verified before is not checked again until five minutes are over', async () => {
  let asked = 0;
  const keys = { jwks: { keys: [publicJwk] } };
  const counted = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    clock,
    get keys() {
      asked += 1;
      return keys;
    },
  });
  const sent = await token();
  const first = await counted.verify(sent);
  expect(await counted.verify(sent)).toBe(first);
  clock.advance(300_000);
  expect(await counted.verify(sent)).not.toBe(first);
  expect(asked).toBe(1);
});

test.each<[string, JWTPayload]>([
  ['an unknown role', { role: 'king' }],
  ['a role that every object has', { role: 'constructor' }],
  ['a list of roles', { role: ['officer'] as never }],
  ['no role', { role: undefined }],
  ['neither council nor organisation', { council: undefined }],
  ['an empty council', { council: '' }],
  ['a council that is no GSS code', { council: 'E0800000' }],
  ['a council with a line break', { council: 'E08000004\n' }],
  ['a council that is a number', { council: 8 as never }],
  ['an organisation that is none', { organisation: "x' OR 1=1" }],
  ['a subject that is empty', { sub: ' ' }],
  ['a subject that could forge a line', { sub: 'u1\nrole=administrator' }],
  ['a subject without end', { sub: 'x'.repeat(201) }],
  ['a name with text that turns around', { name: 'Ann\u202Eadmin' }],
])('a token with %s is refused', async (_, claims) => {
  expect(await refusal(await token({ claims }))).toMatch(/^The token (is refused|lacks)/);
});

test('garbage is refused, whatever it is', async () => {
  await refusal('x'.repeat(LONGEST_TOKEN + 1));
  await refusal('x'.repeat(5_000_000));
  await refusal('');
  await refusal('a.b.c');
  await refusal('eyJhbGciOiJFUzI1NiJ9.e30.');
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), async (text) => {
      await expect(verifier.verify(text)).rejects.toBeInstanceOf(AccessError);
    }),
    { numRuns: 300 },
  );
});

test('a token that was changed in any one character of its payload is refused', async () => {
  const [header, payload = '', signature] = (await token()).split('.');
  await fc.assert(
    fc.asyncProperty(fc.nat(payload.length - 1), async (at) => {
      const other = payload[at] === 'A' ? 'B' : 'A';
      const changed = payload.slice(0, at) + other + payload.slice(at + 1);
      await expect(verifier.verify([header, changed, signature].join('.'))).rejects.toBeInstanceOf(
        AccessError,
      );
    }),
    { numRuns: 100 },
  );
});

test('no header is an anonymous caller, and a header that is not a bearer token is refused', async () => {
  expect(await authenticate(verifier, undefined)).toEqual({ actor: ANONYMOUS, token: null });
  const sent = await token();
  expect(await authenticate(verifier, `bearer ${sent}`)).toMatchObject({
    token: sent,
    actor: { role: 'officer' },
  });
  for (const header of [
    'Basic dTpw',
    sent,
    `Bearer ${sent} ${sent}`,
    'Bearer',
    `Bearer ${sent}, Bearer ${sent}`,
  ])
    await expect(authenticate(verifier, header)).rejects.toBeInstanceOf(AccessError);
});
