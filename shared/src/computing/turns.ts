/** Lets one piece of work run at a time, in the order of asking, with so many waiting and no more. */
export class Turns {
  private asked = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @param waiting how many may wait while one runs */
  constructor(private readonly waiting: number) {}

  /** Waits for its turn and runs; null, at once, when too many wait already. A failure stops nobody behind it. */
  take<T>(work: () => Promise<T>): Promise<T> | null {
    if (this.asked > this.waiting) return null;
    this.asked += 1;
    const mine = this.last.then(work, work).finally(() => (this.asked -= 1));
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
