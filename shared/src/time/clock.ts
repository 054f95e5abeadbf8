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
    this.instant = millisecondsOf(instant);
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Puts the clock to another instant; a RangeError when it is none. */
  set(instant: string | Date): void {
    this.instant = millisecondsOf(instant);
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
  return new Date(millisecondsOf(value));
}

function millisecondsOf(value: string | number | Date): number {
  const milliseconds = new Date(value).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant: ${String(value)}`);
  return milliseconds;
}
