import { isIPv6 } from 'node:net';
import type { Clock } from '../time';

/** Whether a request may go on, and if not, after how many whole seconds to ask again. */
export type Admission =
  { readonly admitted: true } | { readonly admitted: false; readonly retryAfterSeconds: number };

/** What a request costs. In whole units, so that a minute's rate is earned by the millisecond without a remainder. */
const REQUEST = 60_000;

interface Bucket {
  units: number;
  at: number;
}

/** Callers remembered at a time. The one not seen for longest is forgotten first, which only favours it. */
const MOST_CALLERS = 50_000;

/**
 * A token bucket for each caller, in memory: so many requests a minute in the long run, a sixth of that at
 * once. Several processes each count for themselves.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private readonly capacity: number;

  constructor(
    private readonly perMinute: number,
    private readonly clock: Clock,
  ) {
    this.capacity = Math.max(1, Math.ceil(perMinute / 6)) * REQUEST;
  }

  /** Takes one request off the caller's account. */
  admit(caller: string): Admission {
    if (!Number.isFinite(this.perMinute)) return { admitted: true };
    const now = this.clock.now().getTime();
    const bucket = this.buckets.get(caller) ?? { units: this.capacity, at: now };
    // A clock that was put back gives nothing and takes nothing.
    const passed = Math.max(0, now - bucket.at);
    bucket.units = Math.min(this.capacity, bucket.units + passed * this.perMinute);
    bucket.at = now;
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    if (this.buckets.size > MOST_CALLERS) this.buckets.delete(this.buckets.keys().next().value as string);
    if (bucket.units >= REQUEST) {
      bucket.units -= REQUEST;
      return { admitted: true };
    }
    return {
      admitted: false,
      retryAfterSeconds: Math.ceil((REQUEST - bucket.units) / (this.perMinute * 1_000)),
    };
  }
}

/** The account of a client address: an IPv6 client has a whole /64 to choose from, so that is what counts. */
export function addressAccount(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...gap, ...after].slice(0, 4).join(':');
}
