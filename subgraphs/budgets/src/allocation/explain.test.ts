import { describe, expect, test } from '@jest/globals';
import { allocate, type AllocationOptions, type RuleName } from './allocate';
import type { Election } from './election';
import { electionOf } from './election.fixture';
import { explain, explainOutcome } from './explain';
import { moneyFormat, poundsFormat } from './money-format';

const pounds = { unit: 100n };

function told(rule: RuleName, election: Election, options?: AllocationOptions): string[] {
  const outcome = allocate(rule, election, options);
  return outcome.projects.map((project) => explain(project, outcome, poundsFormat));
}

describe('a resident is told', () => {
  const votes = [['p0'], ['p0'], ['p0'], ['p1'], ['p1'], ['p2']];
  const three = electionOf(100_000n, [70_000n, 50_000n, 30_000n], votes, pounds);

  test('by greedy, what was left when it was its turn', () => {
    expect(told('greedy', three)).toEqual([
      'Funded with the 1st highest score, 3 votes: it costs £700.00, which left £300.00.',
      'Not funded: 2 votes put it 2nd, but it costs £500.00 and only £300.00 was left.',
      'Funded with the 3rd highest score, 1 vote: it costs £300.00, which left £0.00.',
    ]);
  });

  test('by greedy, that nobody voted for what was still affordable', () => {
    const two = electionOf(100_000n, [70_000n, 30_000n], [['p0']], pounds);
    expect(told('greedy', two)[1]).toBe(
      'Funded, though nobody voted for it: this rule goes on by score for as long as money is left, and asks for no least score. It costs £300.00, which left £0.00.',
    );
    expect(told('greedy-threshold', two, { leastScore: 1 })[1]).toMatch(/^Not funded: 0 votes is below/);
  });

  test('by greedy-no-skip, what ended the funding', () => {
    expect(told('greedy-no-skip', three)[2]).toBe(
      'Not funded: 1 vote put it 3rd, after project p1, which was not affordable and ended the funding.',
    );
  });

  test('by greedy-threshold, that its score is too low', () => {
    expect(told('greedy-threshold', three, { leastScore: 2 })[2]).toBe(
      'Not funded: 1 vote is below the least score, 2 points.',
    );
  });

  test('by Equal Shares, what each supporter paid, who gave all, and how much was missing', () => {
    const ballots = [['p0'], ['p0', 'p1'], ['p0', 'p1'], ['p1'], ['p2']];
    const election = electionOf(60_000n, [24_000n, 15_000n, 60_000n], ballots, pounds);
    expect(told('equal-shares', election)).toEqual([
      'Funded. Its 3 supporters paid for it together: 1 paid £100.00 each; 2 gave all they had left, which was less.',
      'Funded. Its 3 supporters paid £50.00 each.',
      'Not funded. Its one supporter had £120.00 left of the £600.00 that it costs: £480.00 short.',
    ]);
  });

  test('points are named where the ballots give points', () => {
    const ballots = [
      { choices: ['p0'], points: [25] },
      { choices: ['p0'], points: [5] },
    ];
    const election = {
      ...electionOf(600n, [600n], [], pounds),
      kind: 'CUMULATIVE' as const,
      ballots,
      pointUnit: 10,
    };
    expect(told('greedy', election)).toEqual([
      'Funded with the 1st highest score, 3.0 points from 2 voters: it costs £6.00, which left £0.00.',
    ]);
  });
});

test('the outcome as a whole says how far the shares were raised and why no further', () => {
  const election = electionOf(1000n, [600n, 800n], [['p0'], ['p1']], pounds);
  expect(explainOutcome(allocate('equal-shares-add1', election), poundsFormat)).toEqual([
    '1 of 2 projects funded by 2 voters: £6.00 of £10.00 spent.',
    'Every voter began with an equal share of the budget, £5.00.',
    'Every share was raised 2 times by one unit of currency, to £7.00; once more would have cost £14.00, over the budget of £10.00.',
  ]);
});

describe('amounts', () => {
  test('are exact where they can be and say where they are not', () => {
    const zloty = moneyFormat('PLN', 0);
    expect(zloty.exact(1_070_000n)).toBe('PLN 1,070,000');
    expect(zloty.about({ numerator: 10n, denominator: 3n })).toBe('about PLN 3.33');
    expect(zloty.about({ numerator: 10n, denominator: 4n })).toBe('PLN 2.50');
    expect(zloty.about({ numerator: 12n, denominator: 4n })).toBe('PLN 3');
    expect(moneyFormat('', 1).exact(15n)).toBe('1.50');
    expect(poundsFormat.exact(-123_456n)).toBe('-£1,234.56');
  });
});
