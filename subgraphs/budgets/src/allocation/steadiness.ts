import type { VoterGroups } from './voter-groups';

const EPSILON = 2 ** -52;
/** More than the relative error of any slope here: they are sums and quotients of numbers that are not negative. */
const MARGIN = 1e-6;

/** What a run looked up about a project, as far as it matters here. */
interface Looked {
  readonly project: number;
  readonly poor: Int32Array;
  readonly poorCount: number;
  readonly richStrength: number;
}

/** What a run knows at the end of a round, before it takes the payments. */
interface Played {
  readonly project: number;
  readonly round: number;
  /** For each group: the round in which it gives all that it has, this one included. */
  readonly gaveAllAt: Int32Array;
  /** The price, as a double that is right to a few units in its last place. */
  readonly price: number;
  readonly money: Float64Array;
  readonly slack: number;
}

/** The project that is chosen, among those that are still open. */
interface Chosen {
  readonly project: number;
  /** At least its price. */
  readonly high: number;
  readonly open: readonly number[];
  readonly lowest: Float64Array;
  readonly worths: Float64Array;
  /** Whether another's price is exactly the chosen one's for what it is worth, and falls no faster. */
  keepsUp(other: number): boolean;
}

/**
 * How much more every voter could begin with before a run of Equal Shares might take another course.
 *
 * While the same projects are chosen in the same order, and the same voters give all they have, everything in a
 * run moves in proportion as the shares are raised: what is left to a voter rises at least as fast as her share
 * (`slope`), prices stay or fall. So those who can pay a price in full always can. Three things can end it, and
 * each gives a bound: a voter who gave all comes to have enough; another project's price, for which the poor of
 * its last look give a bound from below, falls under the chosen one's; a project that could not be paid for
 * comes to be affordable. All is rounded to the safe side; a comparison too close to call gives the bound 0.
 */
export class Steadiness {
  private limit: number;
  /** For each group: by how much what one voter has left rises when the share rises by one. */
  private readonly slopes: Float64Array;
  /** For each project: by how much its price falls when the share rises by one. */
  private readonly falls: Float64Array;

  constructor(private readonly groups: VoterGroups) {
    const projects = groups.supporters.length;
    const most = groups.supporters.reduce((length, list) => Math.max(length, list.length), 0);
    this.slopes = new Float64Array(groups.sizes.length).fill(1);
    this.falls = new Float64Array(projects);
    this.limit = (most + 8) * (projects + 1) * EPSILON * 4 < MARGIN ? Infinity : 0;
  }

  /** By how many whole steps every share can be raised with the same outcome, for certain. */
  stepsOf(unit: bigint): bigint {
    if (!Number.isFinite(this.limit)) return 0n;
    return BigInt(Math.floor(this.limit * (1 - MARGIN))) / unit;
  }

  /** Notes who would give all for a project. */
  looked({ project, poor, poorCount, richStrength }: Looked): void {
    let rise = 0;
    for (let index = 0; index < poorCount; index += 1) {
      const group = poor[index]!;
      rise += this.groups.sizes[group]! * this.slopes[group]!;
    }
    this.falls[project] = rise / richStrength;
  }

  /** Notes that the supporters of a project cannot pay for it. */
  unaffordable(project: number, cost: number, money: Float64Array, slack: number): void {
    let [rise, total, size] = [0, 0, 0];
    for (const group of this.groups.supporters[project]!) {
      const count = this.groups.sizes[group]!;
      rise += count * this.slopes[group]!;
      total += count * money[group]!;
      size += count;
    }
    const rounding = (this.groups.supporters[project]!.length + 8) * EPSILON * (cost + total);
    this.bound(cost - total - 2 * (size * slack + rounding), rise);
  }

  /** Notes that the supporters of a project pay for it. */
  played({ project, round, gaveAllAt, price, money, slack }: Played): void {
    const fall = this.falls[project]!;
    const strengths = this.groups.supporterStrengths[project]!;
    const supporters = this.groups.supporters[project]!;
    for (let index = 0; index < supporters.length; index += 1) {
      const group = supporters[index]!;
      // Whoever gave all before has nothing, whatever the share.
      if (gaveAllAt[group]! < round) continue;
      const change = this.slopes[group]! + fall * strengths[index]!;
      if (gaveAllAt[group] === round) {
        this.bound(price * strengths[index]! * (1 - 8 * EPSILON) - money[group]! - slack, change);
        this.slopes[group] = 0;
      } else this.slopes[group] = change;
    }
  }

  /** Notes that a project is chosen before all others that are open. */
  chosen({ project, high, open, lowest, worths, keepsUp }: Chosen): void {
    const asked = (high / worths[project]!) * (1 + 8 * EPSILON);
    const fall = (this.falls[project]! / worths[project]!) * (1 - MARGIN);
    for (const other of open) {
      if (other === project || this.falls[other] === 0) continue;
      const gap = (lowest[other]! / worths[other]!) * (1 - 8 * EPSILON) - asked;
      const speed = (this.falls[other]! / worths[other]!) * (1 + MARGIN) - fall;
      if (gap > 0 || speed <= 0 || !keepsUp(other)) this.bound(gap, speed);
    }
  }

  /** Nothing changes as long as the raise times `speed` stays below `room`. */
  private bound(room: number, speed: number): void {
    if (speed > 0) this.limit = Math.min(this.limit, Math.max(0, room) / (speed * (1 + MARGIN)));
  }
}
