import type { Election } from './election';
import { PriceBook } from './price-book';
import type { Rational } from './rational';
import type { VoterGroups } from './voter-groups';

/** A group that has not given all its money yet. */
export const NEVER = 2 ** 31 - 1;

/** What a project asks of its supporters, as far as it takes to make that exact. */
export interface Asked {
  readonly project: number;
  /** Groups that have too little left for the price, and give all of it. */
  readonly poor: Int32Array;
  readonly poorCount: number;
  /** The points of all who can pay the price in full: they share what the poor leave. */
  readonly richStrength: number;
}

/** Money as a sum of whole numbers of shares and of prices. */
interface Sum {
  readonly voters: number;
  readonly factors: Float64Array;
}

/**
 * The books of one run of Equal Shares: who paid in which round, and from that, exactly, what voters have left and
 * what projects ask.
 */
export class ExactMoney {
  /** For each group: the round in which it gave all that it had, or `NEVER`. */
  readonly gaveAllAt: Int32Array;
  /** For each project: the round in which it was paid for, or -1. */
  private readonly roundOf: Int32Array;
  private readonly book: PriceBook;
  private readonly shareNumerator: bigint;
  /** For each round, what its poor gave together. */
  private readonly history: (Sum & { readonly richStrength: number })[] = [];
  /** By how much each round's price falls when the share rises by one; worked out when it is asked for. */
  private readonly falls = new PriceBook(1n);

  /** @param share of the budget that each voter begins with */
  constructor(
    private readonly election: Election,
    private readonly groups: VoterGroups,
    share: Rational,
  ) {
    this.book = new PriceBook(share.denominator);
    this.shareNumerator = share.numerator;
    this.gaveAllAt = new Int32Array(groups.sizes.length).fill(NEVER);
    this.roundOf = new Int32Array(election.projects.length).fill(-1);
  }

  /** The number of the round that is being played, from 0. */
  get round(): number {
    return this.book.rounds;
  }

  /** Enters the round in which a project is paid for. Answers its price for each point. */
  pay(asked: Asked): Rational {
    const { project, poor, poorCount, richStrength } = asked;
    const { round } = this;
    this.history.push({ ...this.sumOf(poor, poorCount), richStrength });
    const price = this.book.add(this.price(asked), richStrength);
    for (let index = 0; index < poorCount; index += 1) {
      const group = poor[index]!;
      if (this.gaveAllAt[group] === NEVER) this.gaveAllAt[group] = round;
    }
    this.roundOf[project] = round;
    return price;
  }

  /** What the supporters of a project have left together. */
  leftFor(project: number): Rational {
    return this.book.fraction(this.left(this.groups.supporters[project] ?? new Int32Array()));
  }

  /** Whether the supporters of a project have its cost left between them. */
  covers(project: number): boolean {
    return (
      this.left(this.groups.supporters[project]!) >= this.election.projects[project]!.cost * this.book.over
    );
  }

  /** What some groups have left together: a numerator over a denominator that is the same for all in this round. */
  left(groups: Int32Array, count = groups.length): bigint {
    const { voters, factors } = this.sumOf(groups, count);
    return this.book.combine(this.shareNumerator * BigInt(voters), factors);
  }

  /** The numerator of a project's price: over the denominator of `left` times the strength of the rich. */
  price({ project, poor, poorCount }: Asked): bigint {
    return this.election.projects[project]!.cost * this.book.over - this.left(poor, poorCount);
  }

  /** By how much a price falls when the share rises by one: a numerator to be had over the strength of the rich. */
  fall({ poor, poorCount }: Asked): bigint {
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
}
