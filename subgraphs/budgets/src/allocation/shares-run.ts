import type { Election } from './election';
import { ExactMoney, NEVER, type Asked } from './exact-money';
import { toDouble, type Rational } from './rational';
import { Steadiness } from './steadiness';
import type { VoterGroups } from './voter-groups';

/** Relative error of one operation on doubles, rounding both ways. */
const EPSILON = 2 ** -52;

/**
 * What a round found out about a project that its supporters can pay for. The price is what each of them pays
 * for each point; the doubles enclose it, and the rest makes it exact. `poor` is reused by the next look.
 */
interface Offer extends Asked {
  /** The price is no lower. */
  readonly low: number;
  /** The price is no higher. */
  readonly high: number;
}

/** One round: a project and what its supporters paid for it. */
export interface Round {
  readonly project: number;
  readonly price: Rational;
  /** Voters who paid the price in full. */
  readonly inFull: number;
  /** Voters who had something, but less than the price, and gave all of it. */
  readonly gaveAll: number;
  /** Supporters who had given all they had in earlier rounds. */
  readonly hadNothing: number;
}

/**
 * One run of the Method of Equal Shares, with a fixed share for each voter.
 *
 * Every decision is exact. Doubles with a proven bound on their error decide what they can; wherever two numbers
 * are too close to tell apart the exact ones are worked out (`ExactMoney`) and compared. A project's price never
 * falls from round to round, since its supporters only ever have less: so the price last seen bounds it from
 * below, and a project is looked at again only when that bound comes first.
 */
export class SharesRun {
  readonly rounds: Round[] = [];
  private readonly exact: ExactMoney;
  /** What one voter of each group has left, as a double with an error of at most `slack`. */
  private readonly money: Float64Array;
  private slack: number;
  private readonly share: number;
  /** The least that a project's price can be, from when it was last looked at. */
  private readonly lowest: Float64Array;
  private readonly costs: Float64Array;
  private readonly worths: Float64Array;
  private readonly poorOf: Int32Array[];
  private open: number[];
  private readonly steadiness: Steadiness;
  /** The offers of this round that doubles could not put in order. */
  private near: readonly Offer[] = [];

  /**
   * @param share of the budget that each voter begins with
   * @param weights for each project: what one point of it is worth to a voter (its cost, or 1)
   */
  constructor(
    private readonly election: Election,
    private readonly groups: VoterGroups,
    share: Rational,
    private readonly weights: readonly bigint[],
  ) {
    const { projects } = election;
    this.exact = new ExactMoney(election, groups, share);
    this.share = toDouble(share);
    this.money = new Float64Array(groups.sizes.length).fill(this.share);
    this.slack = this.share * EPSILON * 4;
    this.lowest = new Float64Array(projects.length);
    this.costs = Float64Array.from(projects, ({ cost }) => Number(cost));
    this.worths = Float64Array.from(weights, Number);
    this.steadiness = new Steadiness(groups);
    this.poorOf = groups.supporters.map((list) => new Int32Array(list.length));
    this.open = projects.map((_, project) => project).filter((one) => (groups.supporterCounts[one] ?? 0) > 0);
    while (this.playRound());
  }

  /** What the supporters of a project have left together, exactly. */
  moneyLeft(project: number): Rational {
    return this.exact.leftFor(project);
  }

  /** By how many units every share could be raised with the same outcome, for certain. */
  get steadyRaises(): bigint {
    return this.steadiness.stepsOf(this.election.unit);
  }

  private playRound(): boolean {
    const offer = this.best();
    if (offer === undefined) return false;
    const { project } = offer;
    const { round, gaveAllAt } = this.exact;
    this.noteChoice(offer);
    const price = this.exact.pay(offer);
    const amount = toDouble(price);
    const { money, slack } = this;
    this.steadiness.played({ project, round, price: amount, money, slack, gaveAllAt });
    const supporters = this.groups.supporters[project]!;
    const strengths = this.groups.supporterStrengths[project]!;
    let [inFull, gaveAll] = [0, 0];
    for (let index = 0; index < supporters.length; index += 1) {
      const group = supporters[index]!;
      const size = this.groups.sizes[group]!;
      if (gaveAllAt[group] === NEVER) {
        money[group]! -= amount * strengths[index]!;
        inFull += size;
      } else if (gaveAllAt[group] === round) {
        money[group] = 0;
        gaveAll += size;
      }
    }
    // Whoever pays in full has at least the payment, so it is at most the share; twice what rounding can do.
    this.slack += this.share * EPSILON * 8;
    this.open = this.open.filter((one) => one !== project);
    const hadNothing = this.groups.supporterCounts[project]! - inFull - gaveAll;
    this.rounds.push({ project, price, inFull, gaveAll, hadNothing });
    return true;
  }

  /** The project with the least price for what it is worth; ties go to more votes, then lower cost, then id. */
  private best(): Offer | undefined {
    const bound = (project: number) => (this.lowest[project]! / this.worths[project]!) * (1 - 4 * EPSILON);
    const contenders: Offer[] = [];
    let ceiling = Infinity;
    for (const project of [...this.open].sort((one, other) => bound(one) - bound(other))) {
      if (bound(project) > ceiling) break;
      const offer = this.look(project);
      if (offer === undefined) {
        this.steadiness.unaffordable(project, this.costs[project]!, this.money, this.slack);
        this.open = this.open.filter((one) => one !== project);
        continue;
      }
      this.lowest[project] = offer.low;
      this.steadiness.looked(offer);
      contenders.push(offer);
      ceiling = Math.min(ceiling, (offer.high / this.worths[project]!) * (1 + 4 * EPSILON));
    }
    this.near = contenders.filter(({ project }) => bound(project) <= ceiling);
    return this.near.reduce<Offer | undefined>(
      (first, next) => (first === undefined || this.comesBefore(next, first) ? next : first),
      undefined,
    );
  }

  /** Which of two offers asks less for what it is worth, exactly: below zero for the first. */
  private compare(one: Offer, other: Offer): number {
    const left = this.exact.price(one) * BigInt(other.richStrength) * this.weights[other.project]!;
    const right = this.exact.price(other) * BigInt(one.richStrength) * this.weights[one.project]!;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  private comesBefore(one: Offer, other: Offer): boolean {
    const [a, b] = [this.election.projects[one.project]!, this.election.projects[other.project]!];
    const order = this.compare(one, other);
    if (order !== 0) return order < 0;
    const votes = this.groups.supporterCounts;
    if (votes[one.project] !== votes[other.project]) return votes[one.project]! > votes[other.project]!;
    return a.cost === b.cost ? a.id < b.id : a.cost < b.cost;
  }

  /** The price of a project now; undefined when its supporters cannot pay for it, now or later. */
  private look(project: number): Offer | undefined {
    if (!this.affordable(project)) return undefined;
    const supporters = this.groups.supporters[project]!;
    const strengths = this.groups.supporterStrengths[project]!;
    const { sizes } = this.groups;
    const { money, slack } = this;
    const cost = this.costs[project]!;
    const poor = this.poorOf[project]!;
    // Groups found to be poor by exact comparison, where doubles could not tell.
    const surelyPoor = new Set<number>();
    let low = this.lowest[project]!;
    let before = -1;
    for (;;) {
      // Who has less than the price cannot be lower than is poor for certain: the price only rises from here.
      let [poorCount, poorSize, poorMoney, richStrength] = [0, 0, 0, 0];
      for (let index = 0; index < supporters.length; index += 1) {
        const group = supporters[index]!;
        const payment = low * strengths[index]!;
        if (money[group]! < payment - slack - payment * 4 * EPSILON || surelyPoor.has(group)) {
          poor[poorCount] = group;
          poorCount += 1;
          poorSize += sizes[group]!;
          poorMoney += sizes[group]! * money[group]!;
        } else richStrength += sizes[group]! * strengths[index]!;
      }
      const price = (cost - poorMoney) / richStrength;
      const rounding = (supporters.length + 8) * EPSILON * (cost + Math.abs(poorMoney) + poorSize * slack);
      const error = (poorSize * slack + rounding) / richStrength + price * 4 * EPSILON;
      low = Math.max(low, price - error);
      if (poorCount > before) {
        before = poorCount;
        continue;
      }
      const offer = { project, low, high: price + error, poor, poorCount, richStrength };
      const moved = this.poorAfterAll(offer, surelyPoor);
      if (moved.length === 0) return offer;
      for (const group of moved) surelyPoor.add(group);
    }
  }

  /** Groups that doubles could not tell to be rich or poor at an offer's price, and that are poor exactly. */
  private poorAfterAll(offer: Offer, surelyPoor: ReadonlySet<number>): number[] {
    const supporters = this.groups.supporters[offer.project]!;
    const strengths = this.groups.supporterStrengths[offer.project]!;
    const isPoor = new Set<number>(surelyPoor);
    const unsure: [group: number, strength: number][] = [];
    for (let index = 0; index < supporters.length; index += 1) {
      const group = supporters[index]!;
      const payment = offer.high * strengths[index]!;
      if (this.money[group]! < payment + this.slack + payment * 4 * EPSILON)
        unsure.push([group, strengths[index]!]);
    }
    if (unsure.length === offer.poorCount) return [];
    for (let index = 0; index < offer.poorCount; index += 1) isPoor.add(offer.poor[index]!);
    const price = this.exact.price(offer);
    return unsure
      .filter(([group]) => !isPoor.has(group))
      .filter(([group, strength]) => {
        const has = this.exact.left(Int32Array.of(group)) * BigInt(offer.richStrength);
        return has < price * BigInt(strength) * BigInt(this.groups.sizes[group]!);
      })
      .map(([group]) => group);
  }

  private affordable(project: number): boolean {
    const supporters = this.groups.supporters[project]!;
    let [total, size] = [0, 0];
    for (let index = 0; index < supporters.length; index += 1) {
      const group = supporters[index]!;
      size += this.groups.sizes[group]!;
      total += this.groups.sizes[group]! * this.money[group]!;
    }
    const cost = this.costs[project]!;
    const error = size * this.slack + (supporters.length + 8) * EPSILON * (cost + size * this.share);
    if (total - error >= cost) return true;
    if (total + error < cost) return false;
    return this.exact.covers(project);
  }

  private noteChoice(chosen: Offer): void {
    const { project, high } = chosen;
    const { open, lowest, worths } = this;
    const keepsUp = (other: number) => {
      const tied = this.near.find((offer) => offer.project === other);
      if (tied === undefined || this.compare(tied, chosen) !== 0) return false;
      const faster =
        this.exact.fall(tied) * BigInt(chosen.richStrength) * this.weights[project]! >
        this.exact.fall(chosen) * BigInt(tied.richStrength) * this.weights[other]!;
      return !faster;
    };
    this.steadiness.chosen({ project, high, open, lowest, worths, keepsUp });
  }
}
