import fc from 'fast-check';
import type { Ballot, BallotKind, Election, Project } from './election';

/** Projects called p0, p1 … with the costs given. */
export const projectsCosting = (costs: readonly bigint[]): Project[] =>
  costs.map((cost, index) => ({ id: `p${index}`, name: `Project ${index}`, cost }));

/** An election in whole units, by approval unless told. */
export function electionOf(
  budget: bigint,
  costs: readonly bigint[],
  ballots: readonly (readonly string[])[],
  more: Partial<Election> = {},
): Election {
  return {
    budget,
    unit: 1n,
    kind: 'APPROVAL',
    projects: projectsCosting(costs),
    ballots: ballots.map((choices) => ({ choices })),
    ...more,
  };
}

const KINDS: readonly BallotKind[] = [
  'APPROVAL',
  'CHOOSE_ONE',
  'CUMULATIVE',
  'ORDINAL',
  'SCORING',
  'KNAPSACK',
];

function ballotArbitrary(kind: BallotKind, ids: readonly string[]): fc.Arbitrary<Ballot> {
  const most = kind === 'CHOOSE_ONE' ? 1 : ids.length;
  const choices = fc.shuffledSubarray([...ids], { minLength: 0, maxLength: most });
  if (kind !== 'CUMULATIVE' && kind !== 'SCORING') return choices.map((list) => ({ choices: list }));
  return choices.chain((list) =>
    fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: list.length, maxLength: list.length })
      .map((points) => ({ choices: list, points })),
  );
}

/**
 * Small elections in which much comes out alike: few different costs, so that prices tie and voters are left
 * with exactly what is asked of them.
 * @param costs the costs that there can be
 */
export function electionArbitrary(
  costs: fc.Arbitrary<bigint> = fc.bigInt({ min: 1n, max: 12n }),
): fc.Arbitrary<Election> {
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      costs: fc.array(costs, { minLength: 1, maxLength: 6 }),
      share: fc.integer({ min: 0, max: 110 }),
      // Or so much that what voters have left comes next to what is asked of them.
      near: fc.option(
        fc.tuple(
          fc.nat(),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 6 }),
          fc.bigInt({ min: -2n, max: 2n }),
        ),
      ),
      unit: fc.constantFrom(1n, 3n),
      limited: fc.boolean(),
    })
    .chain(({ kind, costs: list, share, near, unit, limited }) => {
      const projects = projectsCosting(list);
      const total = list.reduce((sum, cost) => sum + cost, 0n);
      const [which, times, parts, more] = near ?? [0, 0, 1, 0n];
      const close = ((list[which % list.length] ?? 0n) * BigInt(times)) / BigInt(parts) + more;
      const budget = near === null || close < 0n ? (total * BigInt(share)) / 100n : close;
      return fc
        .array(
          ballotArbitrary(
            kind,
            projects.map(({ id }) => id),
          ),
          { minLength: 0, maxLength: 9 },
        )
        .map((ballots) => ({
          budget,
          unit,
          kind,
          projects,
          ballots,
          ...(kind === 'ORDINAL' && limited && { maxLength: projects.length }),
        }));
    });
}
