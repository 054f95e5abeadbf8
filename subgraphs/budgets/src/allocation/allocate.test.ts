import { describe, expect, test } from '@jest/globals';
import { allocate, RULES, type RuleName } from './allocate';
import { electionProblems } from './election';
import { electionOf } from './election.fixture';

const won = (rule: RuleName, ...rest: Parameters<typeof electionOf>) =>
  allocate(rule, electionOf(...rest)).winners;
const times = (count: number, ballot: readonly string[]) => Array.from({ length: count }, () => ballot);

describe('the greedy rules', () => {
  const votes = [...times(5, ['p0']), ...times(4, ['p1']), ...times(3, ['p2'])];

  test('greedy passes over what is not affordable and goes on', () => {
    expect(won('greedy', 10n, [7n, 5n, 3n], votes)).toEqual(['p0', 'p2']);
  });

  test('greedy-no-skip ends at the first that is not affordable', () => {
    const outcome = allocate('greedy-no-skip', electionOf(10n, [7n, 5n, 3n], votes));
    expect(outcome.winners).toEqual(['p0']);
    expect(outcome.projects.map(({ explanation }) => explanation)).toEqual([
      { kind: 'FUNDED_IN_TURN', place: 1, left: 3n },
      { kind: 'NOT_AFFORDABLE', place: 2, left: 3n },
      { kind: 'AFTER_THE_STOP', place: 3, stoppedAt: 'p1' },
    ]);
  });

  test('greedy-threshold funds nothing below the least score, and what reaches it exactly', () => {
    const election = electionOf(100n, [7n, 5n, 3n], votes);
    expect(allocate('greedy-threshold', election, { leastScore: 4 }).winners).toEqual(['p0', 'p1']);
    expect(allocate('greedy', election, { leastScore: 4 }).winners).toEqual(['p0', 'p1', 'p2']);
  });

  test('the order of the ballot paper breaks ties', () => {
    expect(won('greedy', 5n, [5n, 5n], [['p1'], ['p0']])).toEqual(['p0']);
  });
});

describe('Equal Shares', () => {
  test('lets each group of voters decide over its share, where greedy gives all to the larger', () => {
    const votes = [...times(6, ['p0', 'p1']), ...times(4, ['p2'])];
    expect(won('greedy', 100n, [50n, 50n, 40n], votes)).toEqual(['p0', 'p1']);
    expect(won('equal-shares', 100n, [50n, 50n, 40n], votes)).toEqual(['p0', 'p2']);
  });

  test('explains who paid what, and why the next was not affordable', () => {
    const votes = [...times(6, ['p0', 'p1']), ...times(4, ['p2'])];
    const { projects, share } = allocate('equal-shares', electionOf(100n, [50n, 50n, 41n], votes));
    expect(share).toEqual({ numerator: 100n, denominator: 10n });
    expect(projects[0]?.explanation).toMatchObject({ inFull: 6, gaveAll: 0, hadNothing: 0 });
    expect(projects[1]?.explanation).toMatchObject({ kind: 'SUPPORTERS_SHORT', supporters: 6 });
    expect(projects[2]?.explanation).toMatchObject({ kind: 'SUPPORTERS_SHORT', supporters: 4 });
  });

  test('ties go to more votes, then to the lower cost, then to the id', () => {
    const points = (choices: string[]) => ({ choices, points: choices.map(() => 1) });
    const scoring = { kind: 'CUMULATIVE' as const };
    // One voter with two points, or two voters with one each, ask the same price of a point.
    const election = electionOf(40n, [10n, 10n], [], {
      ...scoring,
      ballots: [{ choices: ['p0'], points: [2] }, points(['p1']), points(['p1']), points([])],
    });
    expect(allocate('equal-shares', election).winners).toEqual(['p1', 'p0']);
    expect(won('equal-shares', 40n, [12n, 10n], [['p0', 'p1']])).toEqual(['p1', 'p0']);
    expect(won('equal-shares', 40n, [10n, 10n], [['p0', 'p1']])).toEqual(['p0', 'p1']);
  });

  test('by cardinality a cheap project with few supporters can come first', () => {
    const votes = [...times(5, ['p0']), ...times(2, ['p1'])];
    const election = electionOf(700n, [500n, 20n], votes);
    expect(allocate('equal-shares', election).winners).toEqual(['p0', 'p1']);
    expect(allocate('equal-shares', election, { utility: 'cardinality' }).winners).toEqual(['p1', 'p0']);
  });

  test('a project that its supporters can pay for to the last penny is funded; a penny more and it is not', () => {
    expect(won('equal-shares', 10n, [5n, 100n], [['p0'], ['p1']])).toEqual(['p0']);
    expect(won('equal-shares', 10n, [6n, 100n], [['p0'], ['p1']])).toEqual([]);
    const huge = 333_333_333_333_333_331n;
    expect(won('equal-shares', 3n * huge, [huge], [['p0'], [], []])).toEqual(['p0']);
    expect(won('equal-shares', 3n * huge - 1n, [huge], [['p0'], [], []])).toEqual([]);
  });

  test('the utilitarian completion spends what is left over by score', () => {
    const election = electionOf(10n, [4n, 6n], [['p0'], ['p1']]);
    expect(allocate('equal-shares', election).winners).toEqual(['p0']);
    const completed = allocate('equal-shares', election, { completion: 'utilitarian' });
    expect(completed.winners).toEqual(['p0', 'p1']);
    expect(completed.projects[1]?.explanation).toEqual({ kind: 'FUNDED_FROM_THE_REST', left: 0n });
  });
});

describe('Add1', () => {
  test('raises every share until one more would overspend', () => {
    const { winners, raises } = allocate(
      'equal-shares-add1',
      electionOf(10n, [6n, 6n, 4n], [['p0'], ['p1', 'p2']]),
    );
    expect(winners).toEqual(['p2', 'p0']);
    expect(raises).toEqual({ raised: 4n, ended: 'NEXT_OVERSPENDS', nextCost: 16n });
  });

  test('stops at the first outcome that overspends, though a later one might not', () => {
    const election = electionOf(10n, [6n, 8n], [['p0'], ['p1']]);
    const { raises } = allocate('equal-shares-add1', election);
    expect(raises).toEqual({ raised: 2n, ended: 'NEXT_OVERSPENDS', nextCost: 14n });
  });

  test('funds everything when everything is affordable', () => {
    const { winners, raises } = allocate(
      'equal-shares-add1',
      electionOf(30n, [6n, 8n, 1n], [['p1'], ['p1']]),
    );
    expect(winners).toEqual(['p1', 'p0', 'p2']);
    expect(raises?.ended).toBe('EVERYTHING_AFFORDABLE');
  });

  test('ends when all that has supporters is funded, though the budget is not spent', () => {
    const { winners, raises } = allocate('equal-shares-add1', electionOf(10n, [6n, 8n], [['p0'], []]));
    expect(winners).toEqual(['p0']);
    expect(raises).toEqual({ raised: 1n, ended: 'ALL_SUPPORTED_FUNDED', nextCost: null });
  });

  test('until exhaustive, ends as soon as nothing else fits', () => {
    const election = electionOf(10n, [4n, 7n], [['p0'], ['p1']]);
    expect(allocate('equal-shares-add1', election, { untilExhaustive: true }).raises).toEqual({
      raised: 0n,
      ended: 'EXHAUSTIVE',
      nextCost: null,
    });
    expect(allocate('equal-shares-add1', election).raises?.raised).toBe(1n);
  });
});

describe('every rule', () => {
  const rules = Object.keys(RULES) as RuleName[];

  test.each(rules)('%s: without ballots no share is given out and nothing breaks', (rule) => {
    const outcome = allocate(rule, electionOf(10n, [20n], []));
    expect(outcome).toMatchObject({ winners: [], spent: 0n, voters: 0 });
  });

  test.each(rules)('%s: a project without supporters is explained', (rule) => {
    const outcome = allocate(rule, electionOf(10n, [6n, 20n], [['p0']]));
    expect(outcome.projects[1]).toMatchObject({ funded: false, order: null, votes: 0, support: 0 });
  });
});

test('an election that cannot be tallied is refused with every problem and its path', () => {
  const election = electionOf(10n, [0n, -5n], [['p0', 'nobody'], ['p1']], { unit: 0n });
  expect(electionProblems(election).map(({ path, kind }) => [kind, path?.join('.')])).toEqual([
    ['InvalidInput', 'unit'],
    ['InvalidInput', 'projects.0.cost'],
    ['InvalidInput', 'projects.1.cost'],
    ['InvalidInput', 'ballots.0.choices'],
  ]);
  const twice = {
    ...election,
    unit: 1n,
    projects: electionOf(1n, [5n], []).projects.flatMap((one) => [one, one]),
  };
  expect(electionProblems(twice).map(({ message }) => message)).toContain('Project p0 is listed twice.');
  expect(() => allocate('greedy', election)).toThrow(RangeError);
});

test('points that do not fit the choices are refused', () => {
  const ballots = [
    { choices: ['p0'], points: [1, 2] },
    { choices: ['p0'], points: [0.5] },
    { choices: ['p0'], points: [-1] },
    { choices: ['p0'] },
  ];
  const election = electionOf(10n, [5n], [], { kind: 'CUMULATIVE', ballots });
  expect(electionProblems(election).map(({ path }) => path?.[1])).toEqual(['0', '1', '2', '3']);
});
