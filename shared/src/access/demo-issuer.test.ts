import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '../time';
import { createDemoIssuer, createTokenVerifier } from '.';
import { SettingsError } from '../settings';

const clock = new FixedClock('2026-03-02T09:00:00Z');
let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'issuer-'))));
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const open = (where = folder) => createDemoIssuer({ folder: where, issuer: 'i', audience: 'a', clock });
const verifierFor = (issuer: Awaited<ReturnType<typeof open>>) =>
  createTokenVerifier({ issuer: 'i', audience: 'a', keys: { jwks: issuer.jwks }, clock });

test('its tokens verify, and expire after the hours asked for', async () => {
  const issuer = await open();
  const token = await issuer.issue({ subject: 'demo', role: 'officer', council: 'E08000004', hours: 1 });
  expect(await verifierFor(issuer).verify(token)).toMatchObject({ role: 'officer', council: 'E08000004' });
  clock.advance(3_600_000 + 5_000);
  await expect(verifierFor(issuer).verify(token)).rejects.toThrow('expired');
});

test('the key is kept for the next start, for its owner alone, and only its public half is published', async () => {
  const first = await open(join(folder, 'deep', 'down'));
  const again = await open(join(folder, 'deep', 'down'));
  expect(again.jwks).toEqual(first.jwks);
  expect([first.isNewKey, again.isNewKey]).toEqual([true, false]);
  expect(first.jwks.keys[0]).not.toHaveProperty('d');
  const [file = ''] = await readdir(join(folder, 'deep', 'down'));
  expect((await stat(join(folder, 'deep', 'down', file))).mode & 0o777).toBe(0o600);
});

test('twenty that start side by side end with one key and leave nothing else behind', async () => {
  const issuers = await Promise.all(Array.from({ length: 20 }, () => open()));
  expect(new Set(issuers.map(({ jwks }) => JSON.stringify(jwks))).size).toBe(1);
  expect(issuers.filter(({ isNewKey }) => isNewKey)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['demo-issuer.key.json']);
});

test('a key file that others could read is closed to them', async () => {
  await open();
  const file = join(folder, 'demo-issuer.key.json');
  await chmod(file, 0o644);
  await open();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test.each(['', 'not json', '{}', '{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}', 'null'])(
  'a key file that holds %j is named in one line, without its content',
  async (content) => {
    const file = join(folder, 'demo-issuer.key.json');
    await writeFile(file, content);
    const error = (await open().catch((thrown: unknown) => thrown)) as Error;
    expect(error).toBeInstanceOf(SettingsError);
    expect(error.message).toContain(file);
    expect(error.message).toContain('remove the file');
    expect(await readFile(file, 'utf8')).toBe(content);
  },
);

test('a folder that cannot be is named in one line', async () => {
  await writeFile(join(folder, 'file'), '');
  const error = (await open(join(folder, 'file', 'below')).catch((thrown: unknown) => thrown)) as Error;
  expect(error).toBeInstanceOf(SettingsError);
  expect(error.message).not.toContain('\n');
  expect(error.message).toContain(`${join(folder, 'file')} is a file`);
});

test('it issues nothing that a verifier would refuse', async () => {
  const issuer = await open();
  await expect(issuer.issue({ subject: 'demo', role: 'officer' })).rejects.toThrow('neither');
  await expect(issuer.issue({ subject: 'demo', role: 'officer', council: 'Oldham' })).rejects.toThrow('GSS');
  await expect(
    issuer.issue({ subject: 'demo', role: 'king' as never, council: 'E08000004' }),
  ).rejects.toThrow('role');
  for (const hours of [0, -1, Number.NaN, Infinity])
    await expect(
      issuer.issue({ subject: 'd', role: 'officer', council: 'E08000004', hours }),
    ).rejects.toThrow(RangeError);
});
