/** The one source of the time of day. Injected, so that a test or a rehearsal can stand on any day. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock, in milliseconds. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set or moved. */
export class FixedClock implements Clock {
  private instant: number;

  constructor(instant: string | Date) {
    this.instant = new Date(instant).getTime();
    if (Number.isNaN(this.instant)) throw new RangeError(`Not an instant: ${String(instant)}`);
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Puts the clock to another instant. */
  set(instant: string | Date): void {
    this.instant = new Date(instant).getTime();
  }

  /** Moves the clock on by milliseconds. */
  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}

/** Milliseconds of a monotonic stopwatch: for durations only, never for the time of day. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

/** An instant read from text or a number of milliseconds; a RangeError when it is none. */
export function instantOf(value: string | number): Date {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not an instant: ${value}`);
  return instant;
}
