import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { Clock } from '../time';
import { AccessError } from './access-error';
import { ANONYMOUS, type Actor } from './actor';
import { actorOf } from './claims';
import { keysFrom, KeysUnavailable, type KeyFetching, type KeySource } from './keys';

/** Signature algorithms that can be pinned: asymmetric ones only. */
export const TOKEN_ALGORITHMS = ['ES256', 'EdDSA', 'RS256'] as const;
export type TokenAlgorithm = (typeof TOKEN_ALGORITHMS)[number];

/** Longest token that is looked at, in characters. */
export const LONGEST_TOKEN = 8_192;

/** Turns a bearer token into the actor that it stands for. */
export interface TokenVerifier {
  /** @throws AccessError, and nothing else, when the token cannot be taken */
  verify(token: string): Promise<Actor>;
}

export interface TokenVerifierOptions {
  /** The exact `iss` that a token must carry. */
  readonly issuer: string;
  /** The `aud` that a token must carry. */
  readonly audience: string;
  readonly keys: KeySource;
  readonly clock: Clock;
  /** The algorithms taken; ES256 alone by default. */
  readonly algorithms?: readonly TokenAlgorithm[];
  /** How far the issuer's clock may be off, in seconds; 5 by default. */
  readonly toleranceSeconds?: number;
  readonly fetching?: KeyFetching;
  /** Told when the keys cannot be had: this is the operator's to mend, not the caller's. */
  readonly onKeysUnavailable?: (error: Error) => void;
}

interface Seen {
  readonly actor: Actor;
  /** Milliseconds since the epoch up to which the answer holds without asking the keys again. */
  readonly until: number;
}

const MOST_SEEN = 5_000;
// A key that the issuer withdraws stops working after this long at the latest.
const LONGEST_SEEN = 300_000;

/**
 * A verifier of signed JWTs: issuer, audience, expiry, not-before and algorithm are all checked, then the
 * claims. A verified token is remembered by its SHA-256, never by itself, until it expires.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, clock, algorithms = ['ES256'], toleranceSeconds = 5 } = options;
  const keys = keysFrom(options.keys, clock, options.fetching);
  const seen = new Map<string, Seen>();

  const remember = (digest: string, entry: Seen) => {
    if (seen.size >= MOST_SEEN) seen.delete(seen.keys().next().value as string);
    seen.set(digest, entry);
  };

  return {
    async verify(token) {
      if (token.length > LONGEST_TOKEN)
        throw new AccessError(
          `The token is longer than ${LONGEST_TOKEN} characters. Sign in again for a new one.`,
        );
      const now = clock.now();
      const digest = createHash('sha256').update(token).digest('base64');
      const known = seen.get(digest);
      if (known && now.getTime() < known.until) return known.actor;
      seen.delete(digest);
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms: [...algorithms],
          currentDate: now,
          clockTolerance: toleranceSeconds,
          requiredClaims: ['exp', 'sub'],
        });
        const actor = actorOf(payload);
        const expiry = ((payload.exp as number) + toleranceSeconds) * 1_000;
        remember(digest, { actor, until: Math.min(expiry, now.getTime() + LONGEST_SEEN) });
        return actor;
      } catch (error) {
        if (error instanceof KeysUnavailable) options.onKeysUnavailable?.(error);
        throw refusalOf(error);
      }
    },
  };
}

/** What the caller is told. Written from the kind of fault alone, so that no part of a token can get into it. */
function refusalOf(error: unknown): AccessError {
  if (error instanceof AccessError) return error;
  if (error instanceof KeysUnavailable)
    return new AccessError(
      'The token cannot be checked just now, because its issuer does not answer. Try again in a minute, or send no token to read open data.',
    );
  if (error instanceof errors.JWTExpired)
    return new AccessError('The token has expired. Sign in again for a new one.');
  if (error instanceof errors.JWTClaimValidationFailed && error.reason !== 'invalid') {
    if (error.claim === 'nbf')
      return new AccessError('The token is not valid yet. Use it from its start on.');
    if (error.claim === 'iss' && error.reason === 'check_failed')
      return new AccessError('The token comes from another issuer. Sign in with the issuer of this graph.');
    if (error.claim === 'aud' && error.reason === 'check_failed')
      return new AccessError(
        'The token was made for another service. Ask the issuer for one for this graph.',
      );
    if (error.reason === 'missing')
      return new AccessError(
        'The token lacks a claim that it must carry (iss, aud, exp, sub). Ask its issuer for another.',
      );
  }
  return new AccessError('The token cannot be verified. Sign in again for a new one.');
}

/** Who asks, and the token as it came, for passing on to the subgraphs. */
export interface Caller {
  readonly actor: Actor;
  readonly token: string | null;
}

/**
 * The caller behind an `Authorization` header; anonymous without one.
 * @throws AccessError when the header is not `Bearer …` or its token is refused
 */
export async function authenticate(verifier: TokenVerifier, header: string | undefined): Promise<Caller> {
  if (header === undefined || header === '') return { actor: ANONYMOUS, token: null };
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(header.trim())?.[1];
  if (token === undefined)
    throw new AccessError(
      "The authorization header must read 'Bearer' and a token. Leave it out to read open data.",
    );
  return { actor: await verifier.verify(token), token };
}
