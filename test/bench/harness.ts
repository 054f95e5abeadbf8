import { stopwatch } from '@coop/shared/time';

/** What one piece of work costs, each figure the median over the rounds. */
export interface Cost {
  /** Elapsed milliseconds for one call. */
  readonly elapsed: number;
  /** Milliseconds of processor time (user and system, all threads) for one call. */
  readonly cpu: number;
}

/** How often work is repeated. */
export interface Repeat {
  /** Calls whose cost is measured together; more for faster work. Default 1. */
  readonly calls?: number;
  /** Rounds the median is taken over. Default 5. */
  readonly rounds?: number;
  /** Rounds thrown away first, while code is compiled and caches fill. Default 1. */
  readonly warmUp?: number;
}

type Work = () => unknown;

/** The middle one of some numbers; the mean of the two middle ones when their count is even. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError('No median of nothing');
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

async function round(work: Work, calls: number): Promise<Cost> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const elapsed = stopwatch();
  for (let call = 0; call < calls; call += 1) await work();
  const milliseconds = elapsed();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: milliseconds / calls, cpu: (user + system) / 1000 / calls };
}

/**
 * Measures pieces of work against each other, round by round in turn, so that a slower spell of the machine
 * falls on all of them alike and their ratio stands.
 */
export async function measure<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { calls = 1, rounds = 5, warmUp = 1 }: Repeat = {},
): Promise<Record<Name, Cost>> {
  const names = Object.keys(works) as Name[];
  const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn < warmUp + rounds; turn += 1) {
    for (const name of names) {
      const cost = await round(works[name], calls);
      if (turn >= warmUp) costs.get(name)?.push(cost);
    }
  }
  const middle = (name: Name): Cost => ({
    elapsed: median((costs.get(name) ?? []).map((cost) => cost.elapsed)),
    cpu: median((costs.get(name) ?? []).map((cost) => cost.cpu)),
  });
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as Record<Name, Cost>;
}

/** One figure a bench stands for: a ratio of two measurements of one run, and what it has to keep to. */
export interface Finding {
  readonly name: string;
  /** The ratio; or a rate, such as rows a second, with `unit`. */
  readonly ratio: number;
  /** The most it may be. Without `atMost` and `atLeast` the figure is only shown. */
  readonly atMost?: number;
  /** The least it may be. */
  readonly atLeast?: number;
  readonly unit?: string;
  /** The measurements behind the ratio, in words. */
  readonly detail?: string;
}

/** Whether a figure keeps to its limit; anything that is not a number does not. */
export function keeps({ ratio, atMost = Infinity, atLeast = -Infinity }: Finding): boolean {
  return ratio <= atMost && ratio >= atLeast;
}

const shown = (figure: number): string =>
  Math.abs(figure) >= 1000
    ? Math.round(figure).toLocaleString('en-GB')
    : String(Number(figure.toPrecision(3)));

/** A finding as a line: its name, the ratio, the limit, and `ok` or `OVER`. */
export function lineOf(finding: Finding): string {
  const { name, ratio, atMost, atLeast, unit, detail } = finding;
  const limits = [
    ...(atLeast === undefined ? [] : [`≥ ${shown(atLeast)}`]),
    ...(atMost === undefined ? [] : [`≤ ${shown(atMost)}`]),
  ];
  const verdict = limits.length === 0 ? '' : keeps(finding) ? 'ok' : 'OVER';
  const columns = [name.padEnd(58), `${shown(ratio)}${unit ? ` ${unit}` : ''}`.padStart(14)];
  const line = [...columns, limits.join(' ').padEnd(10), verdict.padEnd(4), detail ? `(${detail})` : ''];
  return `  ${line.join('  ').trimEnd()}`;
}

/** Prints a finding; one over its limit makes the process end with exit code 1. */
export function report(finding: Finding): void {
  process.stdout.write(`${lineOf(finding)}\n`);
  if (!keeps(finding)) process.exitCode = 1;
}
