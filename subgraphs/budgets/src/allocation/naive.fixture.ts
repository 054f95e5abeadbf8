import type { Election } from './election';

/** Exact fractions, one operation at a time: slow, and so plain that it can be checked by reading. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
  constructor(top: bigint, bottom = 1n) {
    let [a, b] = [top < 0n ? -top : top, bottom];
    while (b !== 0n) [a, b] = [b, a % b];
    const common = a === 0n ? 1n : a;
    this.top = top / common;
    this.bottom = bottom / common;
  }
  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom));
  }
  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }
  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top);
  }
  compare(other: Fraction): number {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
}

const least = (one: Fraction, other: Fraction) => (one.compare(other) <= 0 ? one : other);
const ZERO = new Fraction(0n);

/** What each voter scores each project, straight from the ballots; a repeated approval is still one approval. */
function strengths({ kind, projects, ballots, maxLength }: Election): bigint[][] {
  return ballots.map(({ choices, points }) =>
    projects.map(({ id }) => {
      const at = choices.flatMap((choice, position) => (choice === id ? [position] : []));
      if (points && (kind === 'CUMULATIVE' || kind === 'SCORING'))
        return at.reduce((sum, position) => sum + BigInt(points[position] ?? 0), 0n);
      if (kind !== 'ORDINAL') return at.length > 0 ? 1n : 0n;
      const length = maxLength ?? choices.length;
      return at.reduce((sum, position) => sum + BigInt(Math.max(0, length - position)), 0n);
    }),
  );
}

/** A project and what its supporters paid for each point of it. */
export interface NaiveRound {
  readonly id: string;
  readonly price: Fraction;
}

/** Equal Shares by its definition: each voter on her own, every ρ from the sorted list of who runs out first. */
export function naiveEqualShares(
  election: Election,
  utility: 'cost' | 'cardinality' = 'cost',
  raised = 0n,
): NaiveRound[] {
  const { projects, ballots, budget, unit } = election;
  if (ballots.length === 0) return [];
  const wants = strengths(election);
  const each = new Fraction(budget, BigInt(ballots.length)).plus(new Fraction(raised * unit));
  const money = ballots.map(() => each);
  const rounds: (NaiveRound & { readonly project: number })[] = [];
  for (;;) {
    let best: { project: number; rho: Fraction } | undefined;
    for (const [project, { cost, id }] of projects.entries()) {
      if (rounds.some((round) => round.project === project)) continue;
      const worth = utility === 'cost' ? cost : 1n;
      const supporters = wants.flatMap((row, voter) => ((row[project] ?? 0n) > 0n ? [voter] : []));
      const use = (voter: number) => new Fraction(worth * (wants[voter]?.[project] ?? 0n));
      const total = supporters.reduce((sum, voter) => sum.plus(money[voter]!), ZERO);
      if (supporters.length === 0 || total.compare(new Fraction(cost)) < 0) continue;
      const order = [...supporters].sort((a, b) => money[a]!.over(use(a)).compare(money[b]!.over(use(b))));
      let [left, uses] = [new Fraction(cost), order.reduce((sum, voter) => sum.plus(use(voter)), ZERO)];
      let rho = ZERO;
      for (const voter of order) {
        rho = left.over(uses);
        if (rho.times(use(voter)).compare(money[voter]!) <= 0) break;
        left = left.minus(money[voter]!);
        uses = uses.minus(use(voter));
      }
      const votes = (one: number) => wants.filter((row) => (row[one] ?? 0n) > 0n).length;
      const first = best && projects[best.project]!;
      const difference = best
        ? rho.compare(best.rho) ||
          votes(best.project) - votes(project) ||
          Number(cost - first!.cost) ||
          (id < first!.id ? -1 : 1)
        : -1;
      if (difference < 0) best = { project, rho };
    }
    if (best === undefined) break;
    const { project, rho } = best;
    const worth = utility === 'cost' ? projects[project]!.cost : 1n;
    for (const [voter, row] of wants.entries()) {
      const payment = least(money[voter]!, rho.times(new Fraction(worth * (row[project] ?? 0n))));
      money[voter] = money[voter]!.minus(payment);
    }
    rounds.push({ project, id: projects[project]!.id, price: rho.times(new Fraction(worth)) });
  }
  return rounds;
}

const costOf = ({ projects }: Election, ids: readonly string[]) =>
  projects.filter(({ id }) => ids.includes(id)).reduce((sum, { cost }) => sum + cost, 0n);

/** Add1 by its definition, one raise after the other. */
export function naiveAdd1(election: Election, utility: 'cost' | 'cardinality' = 'cost'): string[] {
  const { projects, budget } = election;
  const ids = projects.map(({ id }) => id);
  if (costOf(election, ids) <= budget) return ids;
  const wants = strengths(election);
  const supported = projects.filter((_, project) => wants.some((row) => (row[project] ?? 0n) > 0n)).length;
  const run = (raised: bigint) => naiveEqualShares(election, utility, raised).map(({ id }) => id);
  let kept = run(0n);
  for (let raised = 1n; kept.length < supported; raised += 1n) {
    const next = run(raised);
    if (costOf(election, next) > budget) break;
    kept = next;
  }
  return kept;
}

/** Greedy by looking again and again for the highest score among those not yet decided. */
export function naiveGreedy(election: Election, skip: boolean, lowest = 0): string[] {
  const { kind, projects, ballots, maxLength } = election;
  const score = (id: string) =>
    ballots.reduce(
      (sum, { choices, points }) =>
        choices.reduce((more, choice, position) => {
          if (choice !== id) return more;
          if (kind === 'ORDINAL') return more + Math.max(0, (maxLength ?? choices.length) - position);
          return more + (points?.[position] ?? 1);
        }, sum),
      0,
    );
  const waiting = projects.map(({ id, cost }) => ({ id, cost, score: score(id) }));
  const winners: string[] = [];
  let left = election.budget;
  while (waiting.length > 0) {
    let first = 0;
    for (let at = 1; at < waiting.length; at += 1) if (waiting[at]!.score > waiting[first]!.score) first = at;
    const [next] = waiting.splice(first, 1);
    if (next!.score < lowest) continue;
    if (next!.cost <= left) {
      left -= next!.cost;
      winners.push(next!.id);
    } else if (!skip) break;
  }
  return winners;
}
