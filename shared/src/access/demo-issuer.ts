import { randomUUID } from 'node:crypto';
import { chmod, link, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { Role } from '../nouns/roles';
import { makeFolder, SettingsError } from '../settings';
import type { Clock } from '../time';
import { actorOf } from './claims';

const KEY_FILE = 'demo-issuer.key.json';
const ALGORITHM = 'ES256';

/** What a demo token is to say. One of `council` and `organisation` is needed. */
export interface DemoToken {
  readonly subject: string;
  readonly role: Role;
  /** GSS code. */
  readonly council?: string | null;
  readonly organisation?: string | null;
  readonly name?: string | null;
  /** How long it holds, in hours; 12 by default. */
  readonly hours?: number;
}

/** Makes tokens for trying things out. Never part of a production start. */
export interface DemoIssuer {
  /** The public half of its key, for a verifier. */
  readonly jwks: JSONWebKeySet;
  /** True when there was no key in the folder and this made one: no server that runs already knows it. */
  readonly isNewKey: boolean;
  /** @throws AccessError when the claims are such as a verifier would refuse */
  issue(token: DemoToken): Promise<string>;
}

/**
 * The built-in issuer of demo tokens. Its key is made on first use and kept in the folder, readable by its
 * owner alone; processes that start side by side end up with one and the same key.
 * @throws SettingsError when the folder cannot be written or the key file cannot be read
 */
export async function createDemoIssuer(options: {
  folder: string;
  issuer: string;
  audience: string;
  clock: Clock;
}): Promise<DemoIssuer> {
  const { issuer, audience, clock } = options;
  const file = join(options.folder, KEY_FILE);
  const { key: privateJwk, isNew } = await keyIn(options.folder, file);
  const { kty, crv, x, y } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, crv, x, y } as JWK);
  const key = await importJWK(privateJwk, ALGORITHM).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  return {
    jwks: { keys: [{ kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' } as JWK] },
    isNewKey: isNew,
    async issue({ subject, role, council, organisation, name, hours = 12 }) {
      const claims = Object.fromEntries(
        Object.entries({ role, council, organisation, name }).filter(([, value]) => value != null),
      );
      actorOf({ ...claims, sub: subject });
      if (!(hours > 0 && hours <= 24 * 366)) throw new RangeError('A demo token holds for up to a year.');
      const now = Math.floor(clock.now().getTime() / 1_000);
      return await new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .setSubject(subject)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + Math.round(hours * 3_600))
        .sign(key);
    },
  };
}

const unreadable = (file: string, cause: unknown) =>
  new SettingsError(
    `The key of the demo issuer in ${file} cannot be read; remove the file and start again.`,
    { cause },
  );

async function keyIn(folder: string, file: string): Promise<{ key: JWK; isNew: boolean }> {
  makeFolder(folder);
  try {
    return { key: await readKey(file), isNew: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw error instanceof SettingsError ? error : unreadable(file, error);
  }
  let isNew: boolean;
  try {
    isNew = await createKey(folder, file);
  } catch (cause) {
    throw new SettingsError(
      `The folder ${folder} cannot be written; it must hold the key of the demo issuer.`,
      { cause },
    );
  }
  return { key: await readKey(file), isNew };
}

async function readKey(file: string): Promise<JWK> {
  const content = await readFile(file, 'utf8');
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  try {
    const key = JSON.parse(content) as JWK;
    if (key.kty !== 'EC' || key.crv !== 'P-256' || !key.x || !key.y || !key.d)
      throw new Error('Not a private P-256 key.');
    return key;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/**
 * Written whole to a file of its own and then linked into place: a link fails when another process was first.
 * @returns false when it was
 */
async function createKey(folder: string, file: string): Promise<boolean> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const draft = join(folder, `.${KEY_FILE}.${randomUUID()}`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(await exportJWK(privateKey))}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await link(draft, file).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
  } finally {
    await rm(draft, { force: true });
  }
}
