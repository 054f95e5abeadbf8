import { describe, expect, test } from '@jest/globals';
import { tallyBallots } from '../allocation/scores';
import { ruleOfFile } from './file-rule';
import { pabulibElection } from './pabulib-election';
import type { PabulibProblemKind } from './pabulib-file';
import { readPabulib } from './read-pabulib';
import { recountRemarks } from './recount';

interface Parts {
  readonly meta?: readonly string[];
  readonly projects?: readonly string[];
  readonly votes?: readonly string[];
  readonly columns?: string;
}

function fileOf({
  meta = [],
  projects = ['1;60;2', '2;50;2'],
  votes = ['a;1,2', 'b;2'],
  columns = '',
}: Parts) {
  const stated = ['budget', 'vote_type'].filter((key) => !meta.some((line) => line.startsWith(key)));
  const lines = [
    ...[
      'META',
      'key;value',
      ...stated.map((key) => (key === 'budget' ? 'budget;100' : 'vote_type;approval')),
      ...meta,
    ],
    ...['PROJECTS', 'project_id;cost;votes', ...projects],
    ...['VOTES', `voter_id;vote${columns}`, ...votes],
  ];
  const read = readPabulib(`${lines.join('\n')}\n`);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.file;
}

function filed(parts: Parts) {
  const found = pabulibElection(fileOf(parts));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found;
}

const scores = (parts: Parts) =>
  tallyBallots(filed(parts).election).map(({ votes, score }) => [votes, score]);

const points = { meta: ['vote_type;cumulative'], columns: ';points' };

describe('what ballots give', () => {
  test('approval, choose-one and knapsack ballots count 1 for each choice', () => {
    expect(scores({})).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(scores({ meta: ['vote_type;knapsack'] })).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(scores({ meta: ['vote_type;choose-1'], votes: ['a;2', 'b;2', 'c;'] })).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  test('cumulative and scoring ballots count the points, decimals exactly', () => {
    const votes = ['a;1,2;3,1', 'b;2;5'];
    expect(scores({ ...points, votes })).toEqual([
      [1, 3],
      [2, 6],
    ]);
    expect(scores({ ...points, meta: ['vote_type;scoring'], votes })).toEqual([
      [1, 3],
      [2, 6],
    ]);
    const decimals = filed({ ...points, votes: ['a;1,2;0.1,0.2', 'b;1;0.25'] });
    expect(decimals.election.pointUnit).toBe(100);
    expect(tallyBallots(decimals.election).map(({ score }) => score)).toEqual([35, 20]);
  });

  test('a ranking counts its length minus the position; the length is max_length, else its own', () => {
    const ordinal = { meta: ['vote_type;ordinal'], votes: ['a;1,2', 'b;2'] };
    expect(scores(ordinal)).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(scores({ ...ordinal, meta: ['vote_type;ordinal', 'max_length;5'] })).toEqual([
      [1, 5],
      [2, 9],
    ]);
  });

  test('a project that a ballot repeats is counted each time, as published tallies do', () => {
    expect(scores({ votes: ['a;1,1,2'] })).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });
});

test('money is exact to the last decimal', () => {
  const { election, places } = filed({
    meta: ['budget;543715.64', 'currency;PLN'],
    projects: ['1;0.1;0', '2;50.500;2'],
  });
  expect({ ...election, places, ballots: [] }).toMatchObject({
    places: 2,
    budget: 54_371_564n,
    unit: 100n,
    projects: [{ cost: 10n }, { cost: 5050n }],
  });
  expect(filed({ meta: ['budget;187500000.0'] })).toMatchObject({ places: 0, election: { unit: 1n } });
});

describe('an election that cannot be tallied is refused with the line', () => {
  test.each<[string, Parts, [PabulibProblemKind, number | null]]>([
    ['a project whose cost is zero', { projects: ['1;60;2', '2;0.00;2'] }, ['COST_IS_ZERO', 8]],
    ['a cost that is no amount', { projects: ['1;60;2', '2;-5;2'] }, ['NOT_AN_AMOUNT', 8]],
    ['a cost with a comma', { projects: ['1;60;2', '2;5,5;2'] }, ['NOT_AN_AMOUNT', 8]],
    ['a cost past all bounds', { projects: ['1;60;2', `2;${'9'.repeat(400)};2`] }, ['NOT_AN_AMOUNT', 8]],
    [
      'a cost too large once counted in hundredths',
      { projects: ['1;60.01;2', `2;${'9'.repeat(18)};2`] },
      ['NOT_AN_AMOUNT', null],
    ],
    ['a project listed twice', { projects: ['1;60;2', '1;50;2'], votes: [] }, ['REPEATED_PROJECT', 8]],
    ['a budget that is missing', { meta: ['budget;'] }, ['MISSING_KEY', null]],
    ['a budget in words', { meta: ['budget;much'] }, ['NOT_AN_AMOUNT', 4]],
    ['a kind of ballot that there is not', { meta: ['vote_type;wish'] }, ['UNKNOWN_VOTE_TYPE', 4]],
    ['a kind of ballot that is not said', { meta: ['vote_type;'] }, ['MISSING_KEY', null]],
    ['a ballot for a project that there is not', { votes: ['a;1', 'b;7'] }, ['UNKNOWN_PROJECT', 12]],
    [
      'a choose-one ballot with two',
      { meta: ['vote_type;choose-1'], votes: ['a;1,2'] },
      ['TOO_MANY_CHOICES', 11],
    ],
    ['no column of points', { meta: ['vote_type;cumulative'] }, ['MISSING_COLUMN', 10]],
    ['points for other than the choices', { ...points, votes: ['a;1,2;3'] }, ['POINTS_DO_NOT_FIT', 11]],
    ['points that are no number', { ...points, votes: ['a;1;-3'] }, ['NOT_AN_AMOUNT', 11]],
    ['points past all bounds', { ...points, votes: ['a;1;9999999999'] }, ['NOT_AN_AMOUNT', 11]],
    [
      'a default score',
      { ...points, meta: ['vote_type;scoring', 'default_score;1'], votes: [] },
      ['UNSUPPORTED', 5],
    ],
    ['a max_length that is no number', { meta: ['max_length;some'] }, ['NOT_AN_AMOUNT', 5]],
  ])('%s', (_, parts, expected) => {
    const found = pabulibElection(fileOf(parts));
    expect(found.ok ? [] : found.problems.map(({ kind, line }) => [kind, line])).toEqual([expected]);
  });
});

describe('the rule of a file', () => {
  const ruleOf = (word: string) => ruleOfFile(fileOf({ meta: [`rule;${word}`] }));

  test('is taken where it means the same here', () => {
    expect(ruleOf('equalshares/add1')).toEqual({
      word: 'equalshares/add1',
      rule: 'equal-shares-add1',
      caveat: null,
    });
    expect(ruleOf('Greedy-Threshold')).toMatchObject({ rule: 'greedy-threshold', caveat: null });
  });

  test('is replaced by the next to it, and that is said', () => {
    expect(ruleOf('greedy-custom')).toMatchObject({
      rule: 'greedy-no-skip',
      caveat: expect.stringContaining('reserve'),
    });
    expect(ruleOf('greedy-exclusive')).toMatchObject({ rule: 'greedy', caveat: expect.any(String) });
  });

  test('is none where the file does not say or says something else', () => {
    expect(ruleOf('unknown').rule).toBeNull();
    expect(ruleOf('').rule).toBeNull();
    expect(ruleOf('toString')).toMatchObject({ rule: null, caveat: expect.stringContaining('tostring') });
  });
});

test('figures of the file that its ballots do not give are named', () => {
  const parts = { meta: ['num_votes;3', 'num_projects;2'], projects: ['1;60;1', '2;50;5'] };
  expect(recountRemarks(fileOf(parts), filed(parts))).toEqual([
    'META num_votes says 3, the file holds 2 ballots: 1 is missing and not counted.',
    'Line 10: project 2 has votes 5, its ballots give 2.',
  ]);
});
