import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import type { Clock } from '../time';

/** Where the issuer's public keys come from. */
export type KeySource = { readonly jwksUri: string } | { readonly jwks: JSONWebKeySet };

/** How keys from an address are fetched and kept; all in milliseconds. */
export interface KeyFetching {
  /** How long the address may take to answer. */
  readonly timeout?: number;
  /** How long keys are used before they are fetched again. */
  readonly maxAge?: number;
  /** How long to wait between two fetches, whether for a key that is not among those known or after a failure. */
  readonly cooldown?: number;
  /** How long keys that could not be fetched again are still used. */
  readonly maxStale?: number;
}

/** The issuer's keys cannot be had: the fault is not the caller's. */
export class KeysUnavailable extends Error {}

/**
 * The keys as a function that jose calls. An address that fails is left alone for the cooldown, and the keys
 * last seen go on being used for a bounded time, so that an issuer's outage signs nobody out at once.
 */
export function keysFrom(source: KeySource, clock: Clock, fetching: KeyFetching = {}): JWTVerifyGetKey {
  if ('jwks' in source) return createLocalJWKSet(source.jwks);
  const { timeout = 5_000, maxAge = 600_000, cooldown = 30_000, maxStale = 3_600_000 } = fetching;
  let fetchedAt: number | null = null;
  let failedAt: number | null = null;
  const now = () => clock.now().getTime();

  const remote = createRemoteJWKSet(new URL(source.jwksUri), {
    timeoutDuration: timeout,
    cacheMaxAge: maxAge,
    cooldownDuration: cooldown,
    [customFetch]: async (url, options) => {
      if (failedAt !== null && now() - failedAt < cooldown)
        throw new KeysUnavailable('The key address failed a moment ago.');
      try {
        const response = await fetch(url, options);
        if (response.status !== 200)
          throw new KeysUnavailable(`The key address answered ${response.status}.`);
        failedAt = null;
        fetchedAt = now();
        return response;
      } catch (error) {
        failedAt = now();
        throw error;
      }
    },
  });

  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      const known = remote.jwks();
      if (known && fetchedAt !== null && now() - fetchedAt <= maxAge + maxStale)
        return await createLocalJWKSet(known)(header, token);
      throw new KeysUnavailable('The keys of the token issuer cannot be fetched.', { cause: error });
    }
  };
}
