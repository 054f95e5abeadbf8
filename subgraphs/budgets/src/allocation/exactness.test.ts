import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate, RULES, type AllocationOptions, type RuleName } from './allocate';
import { electionArbitrary, electionOf } from './election.fixture';
import { equalShares, equalSharesWithRaises, type Shares } from './equal-shares';
import { Fraction, naiveAdd1, naiveEqualShares, naiveGreedy } from './naive.fixture';
import { tallyBallots } from './scores';
import { groupVoters } from './voter-groups';

const RUNS = { numRuns: 800 };
const rules = Object.keys(RULES) as RuleName[];
const utility = fc.constantFrom('cost' as const, 'cardinality' as const);
/** Costs so large, and so near to each other, that no double tells them apart. */
const awkward = fc
  .bigInt({ min: 1n, max: 3n })
  .chain((times) => fc.bigInt({ min: -2n, max: 2n }).map((more) => times * 30_000_000_000_000_003n + more));

describe('Equal Shares', () => {
  test.each([
    ['small costs', electionArbitrary()],
    ['costs that doubles cannot tell apart', electionArbitrary(awkward)],
  ])('is what the definition gives in exact fractions, voter by voter: %s', (_, elections) => {
    fc.assert(
      fc.property(elections, utility, (election, what) => {
        const { winners, projects } = allocate('equal-shares', election, { utility: what });
        const prices = winners.map((id) => {
          const fact = projects.find((project) => project.id === id)?.explanation;
          if (fact?.kind !== 'PAID_BY_SUPPORTERS') throw new Error(`${id} was not paid for.`);
          return { id, price: new Fraction(fact.price.numerator, fact.price.denominator) };
        });
        const expected = naiveEqualShares(election, what);
        expect(prices).toEqual(expected.map(({ id, price }) => ({ id, price })));
      }),
      RUNS,
    );
  });

  test('with Add1 is what raising one unit after the other gives', () => {
    fc.assert(
      fc.property(electionArbitrary(), utility, (election, what) => {
        const { winners, raises } = allocate('equal-shares-add1', election, { utility: what });
        const expected = naiveAdd1(election, what);
        if (raises?.ended === 'EVERYTHING_AFFORDABLE')
          expect([...winners].sort()).toEqual([...expected].sort());
        else expect(winners).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('raises that are passed over', () => {
  const many = electionArbitrary(fc.bigInt({ min: 1n, max: 3000n })).filter(
    ({ ballots }) => ballots.length > 0,
  );
  const winnersOf = ({ run }: Shares) => run.rounds.map(({ project }) => project);

  test('change nothing, not even the order', () => {
    let passed = 0n;
    fc.assert(
      fc.property(many, utility, fc.bigInt({ min: 0n, max: 300n }), (election, what, raised) => {
        const groups = groupVoters(election);
        const first = equalShares(election, groups, what, raised);
        const steady = first.run.steadyRaises;
        passed += steady;
        const each = Array.from({ length: Number(steady < 10n ? steady : 10n) }, (_, index) =>
          BigInt(index + 1),
        );
        for (const more of [...each, steady / 2n, (steady * 9n) / 10n, steady])
          expect(winnersOf(equalShares(election, groups, what, raised + more))).toEqual(winnersOf(first));
      }),
      RUNS,
    );
    expect(passed).toBeGreaterThan(10_000n);
  });

  test('stop at a tie that the next raise breaks', () => {
    // p1 and p2 ask alike. p2 has supporters who give all for it, so one unit more makes it ask less.
    const gives = (points: number, ...choices: string[]) => ({ choices, points: choices.map(() => points) });
    const election = electionOf(720n, [200n, 120n, 120n, 10_000n], [], {
      kind: 'CUMULATIVE',
      ballots: [
        ...[gives(2, 'p0', 'p2'), gives(2, 'p0', 'p2'), gives(3, 'p0'), gives(3, 'p0', 'p3')],
        ...[gives(2, 'p2'), gives(2, 'p2')],
        ...Array.from({ length: 6 }, () => gives(1, 'p1')),
      ],
    });
    const groups = groupVoters(election);
    const [now, next] = [0n, 1n].map((raised) => equalShares(election, groups, 'cost', raised));
    expect(winnersOf(now!)).toEqual([0, 1, 2]);
    expect(winnersOf(next!)).toEqual([0, 2, 1]);
    expect(now!.run.steadyRaises).toBe(0n);
  });

  test('go on through a tie that no raise breaks', () => {
    // p1 and p2 have the same supporters and cost: whatever the share, p1 comes first.
    const both = ['p1', 'p2'];
    const ballots = [['p0', ...both], ['p0', ...both], ['p0'], ['p0'], ['p0'], both, both, ['p3']];
    const election = electionOf(64n, [30n, 14n, 14n, 1000n], ballots);
    const { run } = equalShares(election, groupVoters(election), 'cost');
    expect(run.rounds.map(({ project, gaveAll }) => [project, gaveAll])).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(run.steadyRaises).toBeGreaterThan(0n);
  });

  test('lead to where one raise after the other leads', () => {
    fc.assert(
      fc.property(many, utility, (election, what) => {
        const groups = groupVoters(election);
        const jumped = equalSharesWithRaises(election, groups, what, false);
        const supported = groups.supporterCounts.filter((count) => count > 0).length;
        let raised = 0n;
        let kept = equalShares(election, groups, what);
        while (kept.run.rounds.length < supported) {
          const next = equalShares(election, groups, what, raised + 1n);
          if (next.spent > election.budget) break;
          raised += 1n;
          kept = next;
        }
        expect(jumped.raises.raised).toBe(raised);
        expect(jumped.share).toEqual(kept.share);
        expect(winnersOf(jumped)).toEqual(winnersOf(kept));
      }),
      { numRuns: 60 },
    );
  });
});

test('the greedy rules are what looking for the next highest score gives', () => {
  fc.assert(
    fc.property(electionArbitrary(), fc.nat({ max: 6 }), (election, leastScore) => {
      expect(allocate('greedy', election).winners).toEqual(naiveGreedy(election, true));
      expect(allocate('greedy-no-skip', election).winners).toEqual(naiveGreedy(election, false));
      expect(allocate('greedy-threshold', election, { leastScore }).winners).toEqual(
        naiveGreedy(election, true, leastScore),
      );
    }),
    RUNS,
  );
});

const options: fc.Arbitrary<AllocationOptions> = fc.record({
  utility,
  completion: fc.constantFrom('none' as const, 'utilitarian' as const),
  untilExhaustive: fc.boolean(),
});

describe.each(rules)('%s', (rule) => {
  test('never costs more than the budget, and its figures agree with each other', () => {
    fc.assert(
      fc.property(electionArbitrary(), options, (election, chosen) => {
        const { winners, spent, projects, budget } = allocate(rule, election, chosen);
        const funded = projects.filter((project) => project.funded);
        expect(spent).toBe(funded.reduce((sum, { cost }) => sum + cost, 0n));
        expect(spent <= budget).toBe(true);
        expect(winners).toEqual(
          [...funded].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).map(({ id }) => id),
        );
        expect(projects.map(({ id, votes, support }) => ({ id, votes, score: support }))).toEqual(
          tallyBallots(election),
        );
      }),
    );
  });

  test('does not depend on the order of the ballots', () => {
    const shuffled = electionArbitrary().chain((election) =>
      fc
        .shuffledSubarray([...election.ballots], { minLength: election.ballots.length })
        .map((ballots) => [election, { ...election, ballots }] as const),
    );
    fc.assert(
      fc.property(shuffled, options, ([one, other], chosen) => {
        expect(allocate(rule, other, chosen)).toEqual(allocate(rule, one, chosen));
      }),
    );
  });
});
