import fc from 'fast-check';
import {
  ballotProblems,
  contentOf,
  standingMessage,
  type BallotChoice,
  type BallotPaper,
} from './ballot.rules';
import type { VoteClock } from './vote.rules';
import { BALLOT_KINDS, type BallotKind } from './votes.law';

const project = (number: number, costPence: number) => ({ number, costPence });
const PROJECTS = new Map([
  ['p1', project(1, 400_000)],
  ['p2', project(2, 300_000)],
  ['p3', project(3, 500_000)],
  ['free', project(4, 0)],
]);

const paper = (kind: BallotKind, more: Partial<BallotPaper> = {}): BallotPaper => ({
  kind,
  budgetPence: 1_000_000,
  mostChoices: null,
  points: kind === 'CUMULATIVE' ? 10 : null,
  projects: PROJECTS,
  ...more,
});
const named = (...ids: string[]): BallotChoice[] => ids.map((projectId) => ({ projectId }));
const pointed = (points: Readonly<Record<string, number | null>>): BallotChoice[] =>
  Object.entries(points).map(([projectId, given]) => ({ projectId, points: given }));
const found = (one: BallotPaper, choices: readonly BallotChoice[]): string[] =>
  ballotProblems(one, choices).map(({ kind, path }) => `${kind} ${(path ?? []).join('.')}`);

describe('a ballot', () => {
  test.each<[string, BallotPaper, BallotChoice[], string[]]>([
    ['approves of any projects', paper('APPROVAL'), named('p3', 'p1'), []],
    ['names one at least', paper('APPROVAL'), [], ['InvalidInput choices']],
    [
      'names no more than the vote allows',
      paper('APPROVAL', { mostChoices: 1 }),
      named('p1', 'p2'),
      ['LimitExceeded choices'],
    ],
    [
      'names each project once',
      paper('APPROVAL'),
      named('p1', 'p2', 'p1'),
      ['InvalidInput choices.2.projectId'],
    ],
    [
      'names what is on the paper, at its full price',
      paper('APPROVAL'),
      named('p9', 'free'),
      ['InvalidInput choices.0.projectId', 'InvalidInput choices.1.projectId'],
    ],
    [
      'gives points only where the kind has them',
      paper('APPROVAL'),
      pointed({ p1: 3 }),
      ['InvalidInput choices.0.points'],
    ],
    ['chooses one', paper('CHOOSE_ONE'), named('p2'), []],
    ['chooses no more than one', paper('CHOOSE_ONE'), named('p2', 'p1'), ['LimitExceeded choices']],
    ['gives all its points', paper('CUMULATIVE'), pointed({ p1: 7, p2: 3 }), []],
    ['gives neither fewer', paper('CUMULATIVE'), pointed({ p1: 7, p2: 2 }), ['InvalidInput choices']],
    ['nor more', paper('CUMULATIVE'), pointed({ p1: 7, p2: 4 }), ['InvalidInput choices']],
    [
      'gives whole points above zero to each',
      paper('CUMULATIVE'),
      pointed({ p1: 10, p2: 0, p3: null }),
      ['InvalidInput choices.1.points', 'InvalidInput choices.2.points'],
    ],
    ['ranks projects', paper('ORDINAL', { mostChoices: 3 }), named('p3', 'p1', 'p2'), []],
    ['fits the budget to the penny', paper('KNAPSACK', { budgetPence: 900_000 }), named('p1', 'p3'), []],
    [
      'is not a penny over the budget',
      paper('KNAPSACK', { budgetPence: 899_999 }),
      named('p1', 'p3'),
      ['LimitExceeded choices'],
    ],
    [
      'hears of everything at once',
      paper('KNAPSACK', { mostChoices: 2 }),
      named('p1', 'p1', 'p3', 'p0'),
      [
        'InvalidInput choices.1.projectId',
        'InvalidInput choices.3.projectId',
        'LimitExceeded choices',
        'LimitExceeded choices',
      ],
    ],
  ])('%s', (_what, one, choices, expected) => {
    expect(found(one, choices)).toEqual(expected);
  });

  test('is told the rule of the vote, the limit and what was asked for', () => {
    expect(ballotProblems(paper('KNAPSACK'), named('p1', 'p2', 'p3'))).toEqual([
      expect.objectContaining({
        kind: 'LimitExceeded',
        message: 'Together these projects cost £12,000.00, which is £2,000.00 over the budget of £10,000.00.',
        limit: 1_000_000,
        requested: 1_200_000,
        rule: expect.objectContaining({ title: "The council's rules for participatory votes" }) as unknown,
      }),
    ]);
  });

  test('is told what of it counts, and until when that can be changed', () => {
    const vote: VoteClock = {
      state: 'VOTING',
      opensAt: new Date('2026-06-01T08:00:00Z'),
      closesAt: new Date('2026-06-15T21:00:00Z'),
      talliedAt: null,
    };
    const open = new Date('2026-06-02T00:00:00Z');
    const closed = vote.closesAt!;
    const said = (standing: 'CAST' | 'WITHDRAWN' | 'COUNTED', now: Date, on = vote) =>
      standingMessage(standing, on, now);
    expect(said('CAST', open)).toMatch(/counts as it stands.* 15 June 2026, 22:00 .*changed or withdrawn/);
    expect(said('WITHDRAWN', open)).toMatch(
      /nothing of this voter counts now. Until 15 June 2026, 22:00 .*count again with the same receipt/,
    );
    expect(said('CAST', closed)).toMatch(/no longer be changed/);
    expect(said('WITHDRAWN', closed)).toMatch(/does not count. Voting has closed/);
    expect(said('COUNTED', closed)).toMatch(/was counted/);
    expect(said('CAST', closed, { ...vote, state: 'CANCELLED' })).toMatch(/called off: no ballot is counted/);
  });

  test('is kept in the order of the paper unless it ranks', () => {
    expect(contentOf(paper('APPROVAL'), named('p3', 'p1'))).toEqual({ choices: [1, 3] });
    expect(contentOf(paper('ORDINAL'), named('p3', 'p1'))).toEqual({ choices: [3, 1] });
    expect(contentOf(paper('CUMULATIVE'), pointed({ p3: 4, p1: 6 }))).toEqual({
      choices: [1, 3],
      points: [6, 4],
    });
  });

  test('that nothing is wrong with says the same in whatever order it was filled in', () => {
    const ids = fc.shuffledSubarray(['p1', 'p2', 'p3'], { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.constantFrom(...(Object.keys(BALLOT_KINDS) as BallotKind[])), (some, kind) => {
        const one = paper(kind);
        const choices = some.map((projectId, index) => ({
          projectId,
          ...(kind === 'CUMULATIVE' ? { points: index === 0 ? 11 - some.length : 1 } : {}),
        }));
        if (ballotProblems(one, choices).length > 0) return;
        const { choices: kept } = contentOf(one, choices);
        expect([...kept].sort()).toEqual(some.map((id) => PROJECTS.get(id)?.number).sort());
        if (kind !== 'ORDINAL')
          expect(contentOf(one, [...choices].reverse())).toEqual(contentOf(one, choices));
      }),
    );
  });
});
