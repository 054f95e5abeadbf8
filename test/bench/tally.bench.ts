import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  allocate,
  type AllocationOptions,
  type RuleName,
} from '../../subgraphs/budgets/src/allocation/allocate';
import type { Election } from '../../subgraphs/budgets/src/allocation/election';
import { pabulibElection } from '../../subgraphs/budgets/src/pabulib/pabulib-election';
import { readPabulib } from '../../subgraphs/budgets/src/pabulib/read-pabulib';
import { measure, report } from './harness';

const FOLDER = resolve(__dirname, '../../../shared/data/budgets/pabulib');
/** The published file with the most ballots (30,237), and the one with the most projects by approval (64). */
const PUBLISHED = ['Poland_Gdansk_2020.pb', 'Poland_Wieliczka_2023_Green_Budget.pb'];

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An invented election by approval: up to six choices a ballot, some projects liked by far more than others. */
function invented(ballots: number, projects: number): Election {
  const random = seeded(ballots * 1000 + projects);
  const costs = Array.from(
    { length: projects },
    () => BigInt(2 + Math.floor(random() ** 2 * 200)) * 100_000n,
  );
  const ids = costs.map((_, index) => `p${index}`);
  const choice = () => ids[Math.floor(random() ** 1.7 * projects)] ?? 'p0';
  return {
    kind: 'APPROVAL',
    unit: 100n,
    budget: costs.reduce((sum, cost) => sum + cost, 0n) / 3n,
    projects: costs.map((cost, index) => ({ id: `p${index}`, name: `Project ${index}`, cost })),
    ballots: Array.from({ length: ballots }, () => ({
      choices: [...new Set(Array.from({ length: 1 + Math.floor(random() * 6) }, choice))],
    })),
  };
}

function published(name: string): Election | undefined {
  const path = resolve(FOLDER, name);
  if (!existsSync(path)) return undefined;
  const read = readPabulib(readFileSync(path));
  const filed = read.ok ? pabulibElection(read.file) : read;
  if (!filed.ok) throw new Error(`${name} is not read.`);
  return filed.election;
}

const size = ({ ballots, projects }: Election) =>
  `${ballots.length.toLocaleString('en-GB')} ballots, ${projects.length} projects`;

async function timed(election: Election, rule: RuleName, options: AllocationOptions = {}) {
  const cost = await measure({ run: () => allocate(rule, election, options) }, { rounds: 3, warmUp: 1 });
  return cost.run.cpu;
}

async function add1(name: string, election: Election): Promise<void> {
  const { raises } = allocate('equal-shares-add1', election);
  report({
    name: `tally: Add1, ${name}`,
    ratio: (await timed(election, 'equal-shares-add1')) / 1000,
    atMost: 10,
    unit: 's',
    detail: `${size(election)}, ${(raises?.raised ?? 0n).toLocaleString('en-GB')} raises`,
  });
}

/** How the cost of one run grows when there is `by` times as much of it: 1 is in proportion. */
async function growth(what: string, small: Election, large: Election, by: number): Promise<void> {
  const [less, more] = [await timed(small, 'equal-shares'), await timed(large, 'equal-shares')];
  report({
    name: `tally: Equal Shares, ${by} times the ${what} / ${by} times the time`,
    ratio: more / less / by,
    atMost: 2,
    detail: `${less.toFixed(1)} ms for ${size(small)}; ${more.toFixed(1)} ms for ${size(large)}`,
  });
}

async function reading(name: string): Promise<void> {
  const path = resolve(FOLDER, name);
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const cost = await measure({
    read: () => {
      const read = readPabulib(bytes);
      return read.ok && pabulibElection(read.file);
    },
  });
  report({ name: `tally: reading ${name}`, ratio: cost.read.cpu, unit: 'ms' });
}

async function main(): Promise<void> {
  await reading(PUBLISHED[0] ?? '');
  for (const name of PUBLISHED) {
    const election = published(name);
    if (election) await add1(name, election);
    else process.stdout.write(`  tally: ${name} is not there (shared/data/budgets)\n`);
  }
  await add1('invented', invented(30_000, 50));
  await growth('ballots', invented(3_000, 50), invented(30_000, 50), 10);
  await growth('projects', invented(10_000, 25), invented(10_000, 100), 4);
}

void main();
