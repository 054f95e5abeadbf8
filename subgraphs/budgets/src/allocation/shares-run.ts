import type { Election } from './election';
import { PriceBook } from './price-book';
import { toDouble, type Rational } from './rational';
import { Steadiness } from './steadiness';
import type { VoterGroups } from './voter-groups';

/** Relative error of one operation on doubles, rounding both ways. */
const EPSILON = 2 ** -52;
/** A group that has not given all its money yet. */
const NEVER = 2 ** 31 - 1;

/**
 * What a round found out about a project that its supporters can pay for. The price is what each of them pays
 * for each point; the doubles enclose it, and `poor` with `poorWeight` and `richStrength` make it exact.
 */
interface Offer {
  readonly project: number;
  readonly low: number;
  readonly high: number;
  /** Groups that have too little left for the price, and give all of it. The array is reused by the next look. */
  readonly poor: Int32Array;
  readonly poorCount: number;
  readonly richStrength: number;
}

/** Money as a sum of whole numbers of shares and of prices. */
interface Sum {
  readonly voters: number;
  readonly factors: Float64Array;
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
 * are too close to tell apart the exact ones are worked out (`PriceBook`) and compared. A project's price never
 * falls from round to round, since its supporters only ever have less: so the price last seen bounds it from
 * below, and a project is looked at again only when that bound comes first.
 */
export class SharesRun {
  readonly rounds: Round[] = [];
  private readonly book: PriceBook;
  private readonly shareNumerator: bigint;
  /** What one voter of each group has left, as a double with an error of at most `slack`. */
  private readonly money: Float64Array;
  private slack: number;
  private readonly share: number;
  /** The round in which a group gave all that it had. */
  private readonly gaveAllAt: Int32Array;
  /** The round in which a project was paid for, or -1. */
  private readonly roundOf: Int32Array;
  /** The least that a project's price can be, from when it was last looked at. */
  private readonly lowest: Float64Array;
  private readonly costs: Float64Array;
  private readonly worths: Float64Array;
  private readonly poorOf: Int32Array[];
  private open: number[];
  private readonly steadiness: Steadiness;
  /** The offers of this round that doubles could not put in order. */
  private near: readonly Offer[] = [];
  /** For each round, what its poor gave together. */
  private readonly history: (Sum & { readonly richStrength: number })[] = [];
  /** By how much each round's price falls when the share rises by one; worked out when it is asked for. */
  private readonly falls = new PriceBook(1n);

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
    this.book = new PriceBook(share.denominator);
    this.shareNumerator = share.numerator;
    this.share = toDouble(share);
    this.money = new Float64Array(groups.sizes.length).fill(this.share);
    this.slack = this.share * EPSILON * 4;
    this.gaveAllAt = new Int32Array(groups.sizes.length).fill(NEVER);
    this.roundOf = new Int32Array(projects.length).fill(-1);
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
    return this.book.fraction(this.exactMoney(this.groups.supporters[project] ?? new Int32Array()));
  }

  /** By how many units every share could be raised with the same outcome, for certain. */
  get steadyRaises(): bigint {
    return this.steadiness.stepsOf(this.election.unit);
  }

  private playRound(): boolean {
    const offer = this.best();
    if (offer === undefined) return false;
    const { project, poor, poorCount, richStrength } = offer;
    const round = this.book.rounds;
    this.noteChoice(offer);
    this.history.push({ ...this.sumOf(poor, poorCount), richStrength });
    const price = this.book.add(this.exactPrice(offer), richStrength);
    const amount = toDouble(price);
    for (let index = 0; index < poorCount; index += 1) {
      const group = poor[index]!;
      if (this.gaveAllAt[group] === NEVER) this.gaveAllAt[group] = round;
    }
    const { money, slack, gaveAllAt } = this;
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
    this.roundOf[project] = round;
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
    const left = this.exactPrice(one) * BigInt(other.richStrength) * this.weights[other.project]!;
    const right = this.exactPrice(other) * BigInt(one.richStrength) * this.weights[one.project]!;
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
    const price = this.exactPrice(offer);
    return unsure
      .filter(([group]) => !isPoor.has(group))
      .filter(([group, strength]) => {
        const has = this.exactMoney(Int32Array.of(group)) * BigInt(offer.richStrength);
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
    return this.exactMoney(supporters) >= this.election.projects[project]!.cost * this.book.over;
  }

  private noteChoice(chosen: Offer): void {
    const { project, high } = chosen;
    const { open, lowest, worths } = this;
    const keepsUp = (other: number) => {
      const tied = this.near.find((offer) => offer.project === other);
      if (tied === undefined || this.compare(tied, chosen) !== 0) return false;
      const faster =
        this.exactFall(tied) * BigInt(chosen.richStrength) * this.weights[project]! >
        this.exactFall(chosen) * BigInt(tied.richStrength) * this.weights[other]!;
      return !faster;
    };
    this.steadiness.chosen({ project, high, open, lowest, worths, keepsUp });
  }

  /** By how much an offer's price falls when the share rises by one: over `falls` times the strength of the rich. */
  private exactFall({ poor, poorCount }: Offer): bigint {
    const rise = ({ voters, factors }: Sum) =>
      this.falls.combine(
        BigInt(voters),
        factors.map((factor) => -factor),
      );
    while (this.falls.rounds < this.history.length) {
      const round = this.history[this.falls.rounds]!;
      this.falls.add(rise(round), round.richStrength);
    }
    return rise(this.sumOf(poor, poorCount));
  }

  /** What some groups have left together: so many shares, and so many times each round's price. */
  private sumOf(groups: Int32Array, count: number): Sum {
    const factors = new Float64Array(this.book.rounds);
    let voters = 0;
    for (let index = 0; index < count; index += 1) {
      const group = groups[index]!;
      if (this.gaveAllAt[group] !== NEVER) continue;
      const size = this.groups.sizes[group]!;
      voters += size;
      const choices = this.groups.choices[group]!;
      const strengths = this.groups.strengths[group]!;
      for (let choice = 0; choice < choices.length; choice += 1) {
        const round = this.roundOf[choices[choice]!]!;
        if (round >= 0) factors[round]! -= size * strengths[choice]!;
      }
    }
    return { voters, factors };
  }

  /** What some groups have left together, over the book's denominator. */
  private exactMoney(groups: Int32Array, count = groups.length): bigint {
    const { voters, factors } = this.sumOf(groups, count);
    return this.book.combine(this.shareNumerator * BigInt(voters), factors);
  }

  /** The numerator of an offer's price, over the book's denominator times the strength of the rich. */
  private exactPrice({ project, poor, poorCount }: Offer): bigint {
    return this.election.projects[project]!.cost * this.book.over - this.exactMoney(poor, poorCount);
  }
}
