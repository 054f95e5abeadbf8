import type { Lifecycle } from '@coop/shared/lifecycle';
import type { Problem } from '@coop/shared/problems';
import { rollProblems } from './roll.rules';
import { voteProjectLifecycle } from './vote-project.lifecycle';
import { assessProject, openDeliveries, reportProgress } from './vote-project.rules';
import { voteLifecycle, type VoteAction } from './vote.lifecycle';
import {
  permitInVote,
  mayTally,
  openVoting,
  planProblems,
  publishesBallots,
  stateAt,
  type VoteClock,
  type VotePlan,
} from './vote.rules';

const NOW = new Date('2026-06-01T11:00:00Z');
const at = (text: string) => new Date(text);
const kinds = (decision: { ok: boolean; problems?: readonly { kind: string; path?: readonly string[] }[] }) =>
  decision.problems?.map(({ kind, path }) => [kind, ...(path ?? [])].join(' ')) ?? ['ok'];

const iso = (instant: Date) => instant.toISOString();
/** A problem with the instant that it names. */
const timed = (problem: Problem): string => {
  const instant =
    problem.kind === 'TooLate' ? problem.deadline : problem.kind === 'TooEarly' ? problem.earliest : null;
  return [problem.kind, ...(instant ? [iso(instant)] : [])].join(' ');
};

/** State → action → where it may lead. What is not written here must be refused. */
const MOVES: readonly [Lifecycle<string, string>, Record<string, Record<string, string[]>>][] = [
  [
    voteLifecycle,
    {
      PROPOSALS: {
        propose: ['PROPOSALS'],
        keepRoll: ['PROPOSALS'],
        closeProposals: ['FEASIBILITY'],
        cancel: ['CANCELLED'],
      },
      FEASIBILITY: {
        assess: ['FEASIBILITY'],
        keepRoll: ['FEASIBILITY'],
        openVoting: ['VOTING'],
        cancel: ['CANCELLED'],
      },
      VOTING: {
        cast: ['VOTING'],
        keepRoll: ['VOTING'],
        enterPaper: ['VOTING'],
        close: ['TALLY'],
        cancel: ['CANCELLED'],
      },
      TALLY: { enterPaper: ['TALLY'], tally: ['DELIVERY'], cancel: ['CANCELLED'] },
      DELIVERY: { report: ['DELIVERY'], complete: ['DELIVERED'] },
      DELIVERED: {},
      CANCELLED: {},
    },
  ],
  [
    voteProjectLifecycle,
    {
      PROPOSED: { assess: ['FEASIBLE', 'NOT_FEASIBLE'], withdraw: ['WITHDRAWN'] },
      FEASIBLE: { assess: ['FEASIBLE', 'NOT_FEASIBLE'], tally: ['CHOSEN', 'NOT_CHOSEN'] },
      NOT_FEASIBLE: { assess: ['FEASIBLE', 'NOT_FEASIBLE'] },
      WITHDRAWN: {},
      CHOSEN: { report: ['UNDER_WAY', 'DELIVERED', 'GIVEN_UP'] },
      NOT_CHOSEN: {},
      UNDER_WAY: { report: ['UNDER_WAY', 'DELIVERED', 'GIVEN_UP'] },
      DELIVERED: {},
      GIVEN_UP: {},
    },
  ],
];

describe.each(MOVES.map(([lifecycle, moves]) => [lifecycle.name, lifecycle, moves] as const))(
  'the life of a %s',
  (_name, lifecycle, moves) => {
    const pairs = lifecycle.stateNames.flatMap((state) =>
      lifecycle.actions.map((action) => [state, action] as const),
    );
    test.each(pairs)('in %s: %s', (state, action) => {
      const to = moves[state]?.[action];
      expect(lifecycle.permit(action, state).ok).toBe(to !== undefined);
      for (const each of lifecycle.stateNames) {
        if (to?.includes(each)) expect(lifecycle.move(action, state, each)).toBe(each);
        else expect(() => lifecycle.move(action, state, each)).toThrow(state);
      }
    });
  },
);

describe('a vote', () => {
  const voting: VoteClock = {
    state: 'VOTING',
    opensAt: at('2026-06-01T08:00:00Z'),
    closesAt: at('2026-06-15T21:00:00.000Z'),
    talliedAt: null,
  };

  test('closes by the clock, to the millisecond', () => {
    expect(stateAt(voting, at('2026-06-15T20:59:59.999Z'))).toBe('VOTING');
    expect(stateAt(voting, at('2026-06-15T21:00:00.000Z'))).toBe('TALLY');
  });

  const OPENS = voting.opensAt!;
  const CLOSES = voting.closesAt!;
  const TALLIED = at('2026-06-16T09:30:00Z');
  const unset = { opensAt: null, closesAt: null };
  const counted = { talliedAt: TALLIED };
  /** Every stage, and each side of every instant that matters. */
  const MOMENTS: Readonly<Record<string, readonly [vote: VoteClock, now: Date]>> = {
    'taking proposals': [{ ...voting, ...unset, state: 'PROPOSALS' }, NOW],
    'assessing them': [{ ...voting, ...unset, state: 'FEASIBILITY' }, NOW],
    'about to open': [voting, at('2026-06-01T07:59:59.999Z')],
    'just open': [voting, OPENS],
    'about to close': [voting, at('2026-06-15T20:59:59.999Z')],
    'just closed': [voting, CLOSES],
    'closed, which is written down': [{ ...voting, state: 'TALLY' }, CLOSES],
    counted: [{ ...voting, ...counted, state: 'DELIVERY' }, TALLIED],
    'counted, for whoever asked before the close': [{ ...voting, ...counted, state: 'DELIVERY' }, NOW],
    delivered: [{ ...voting, ...counted, state: 'DELIVERED' }, at('2027-01-01T00:00:00Z')],
    'called off before it opened': [{ ...voting, ...unset, state: 'CANCELLED' }, NOW],
    'called off after the close': [{ ...voting, state: 'CANCELLED' }, at('2026-06-17T00:00:00Z')],
  };
  type Told = Partial<Record<VoteAction, string>>;
  const OPEN: Told = { cast: 'ok', keepRoll: 'ok', enterPaper: 'ok', close: 'ok', cancel: 'ok' };
  const UNOPENED: Told = { ...OPEN, cast: `TooEarly ${iso(OPENS)}`, enterPaper: `TooEarly ${iso(OPENS)}` };
  const late = `TooLate ${iso(CLOSES)}`;
  const SHUT: Told = { cast: late, keepRoll: late, enterPaper: 'ok', tally: 'ok', cancel: 'ok' };
  const OVER: Told = { cast: late, keepRoll: late, enterPaper: `TooLate ${iso(TALLIED)}` };
  /** What is not written here is refused as WrongState. */
  const TOLD: Readonly<Record<string, Told>> = {
    'taking proposals': { propose: 'ok', keepRoll: 'ok', closeProposals: 'ok', cancel: 'ok' },
    'assessing them': { assess: 'ok', keepRoll: 'ok', openVoting: 'ok', cancel: 'ok' },
    'about to open': UNOPENED,
    'just open': OPEN,
    'about to close': OPEN,
    'just closed': SHUT,
    'closed, which is written down': SHUT,
    counted: { ...OVER, report: 'ok', complete: 'ok' },
    'counted, for whoever asked before the close': { ...OVER, report: 'ok', complete: 'ok' },
    delivered: OVER,
    'called off before it opened': {},
    'called off after the close': {},
  };
  const cells = Object.keys(MOMENTS).flatMap((moment) =>
    voteLifecycle.actions.map((action) => [moment, action] as const),
  );

  test.each(cells)(
    '%s: whoever wants to %s is told what stands against it, and the instant',
    (moment, action) => {
      const [vote, now] = MOMENTS[moment]!;
      const decision = permitInVote(vote, action, now);
      const told = decision.ok ? ['ok'] : decision.problems.map(timed);
      expect(told).toEqual([TOLD[moment]![action] ?? 'WrongState']);
    },
  );

  test('names the closing instant in words of London', () => {
    expect(permitInVote(voting, 'cast', CLOSES)).toMatchObject({
      problems: [{ message: expect.stringContaining('15 June 2026, 22:00') as unknown }],
    });
  });

  test('is tallied after the close, once no paper waits for a second person', () => {
    const late = at('2026-06-16T00:00:00Z');
    expect(mayTally(voting, 0, late).ok).toBe(true);
    expect(kinds(mayTally(voting, 2, late))).toEqual(['Ineligible']);
    expect(mayTally(voting, 0, NOW)).toMatchObject({
      problems: [{ kind: 'TooEarly', earliest: voting.closesAt }],
    });
    expect(kinds(mayTally({ ...voting, state: 'DELIVERY' }, 0, late))).toEqual(['WrongState']);
  });

  test('opens when every proposal is decided and one at least is feasible', () => {
    const vote: VoteClock = { state: 'FEASIBILITY', opensAt: null, closesAt: null, talliedAt: null };
    const facts = { undecided: 0, feasible: 3, opensAt: NOW, closesAt: at('2026-06-02T00:00:00Z') };
    const opened = (more: object) => kinds(openVoting(vote, { ...facts, ...more }, NOW));
    expect(opened({})).toEqual(['ok']);
    expect(opened({ undecided: 1 })).toEqual(['Ineligible']);
    expect(opened({ feasible: 0 })).toEqual(['Ineligible']);
    expect(opened({ feasible: 201 })).toEqual(['LimitExceeded']);
    expect(opened({ opensAt: at('2026-06-01T10:59:59.999Z') })).toEqual(['InvalidInput opensAt']);
    expect(opened({ closesAt: NOW })).toEqual(['InvalidInput closesAt']);
    expect(kinds(openVoting(voting, facts, NOW))).toEqual(['WrongState']);
  });

  test('has a plan that holds together', () => {
    const sound: VotePlan = {
      title: 'The square',
      budgetPence: 100,
      ballotKind: 'APPROVAL',
      mostChoices: null,
      points: null,
      leastSupport: null,
      hasThreshold: false,
      minimumAge: 0,
      ageOn: '2026-06-01',
    };
    const planned = (more: Partial<VotePlan>) =>
      planProblems({ ...sound, ...more }, '2026-06-01').map(({ path }) => path?.join('.'));
    expect(planned({})).toEqual([]);
    expect(planned({ title: ' ', budgetPence: 0 })).toEqual(['title', 'budgetPence']);
    expect(planned({ ballotKind: 'CUMULATIVE' })).toEqual(['points']);
    expect(planned({ points: 5 })).toEqual(['points']);
    expect(planned({ ballotKind: 'CUMULATIVE', points: 5 })).toEqual([]);
    expect(planned({ ballotKind: 'CHOOSE_ONE', mostChoices: 2 })).toEqual(['mostChoices']);
    expect(planned({ hasThreshold: true })).toEqual(['leastSupport']);
    expect(planned({ leastSupport: 3 })).toEqual(['leastSupport']);
    expect(planned({ minimumAge: 7 })).toEqual(['minimumAge']);
  });

  test('publishes ballots one by one when there are ten at least', () => {
    expect([null, 0, 9, 10].map((count) => publishesBallots(count, '2026-06-01'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('a project', () => {
  const proposal = { state: 'PROPOSED', costPence: 5_000 } as const;
  const finding = { isFeasible: true, costPence: null, statementOfReasons: 'Can be built.' };
  const assessed = (more: object, on: object = {}) =>
    kinds(assessProject({ ...proposal, ...on }, { ...finding, ...more }, 10_000));

  test('is found feasible at a cost above zero and within the budget, with reasons', () => {
    expect(assessProject(proposal, finding, 10_000)).toEqual({
      ok: true,
      state: 'FEASIBLE',
      costPence: 5_000,
    });
    expect(assessed({ costPence: 10_000 })).toEqual(['ok']);
    expect(assessed({ costPence: 0 })).toEqual(['InvalidInput costPence']);
    expect(assessed({}, { costPence: 0 })).toEqual(['InvalidInput costPence']);
    expect(assessed({ costPence: 10_001 })).toEqual(['LimitExceeded costPence']);
    expect(assessed({ statementOfReasons: ' ' })).toEqual(['InvalidInput statementOfReasons']);
    expect(assessed({ isFeasible: false, costPence: 99_999 })).toEqual(['ok']);
    expect(assessed({}, { state: 'WITHDRAWN' })).toEqual(['WrongState']);
  });

  test('that was chosen is under way, delivered or given up, and says so in words', () => {
    expect(reportProgress('CHOSEN', 'UNDER_WAY', 'Ordered.')).toEqual({ ok: true, state: 'UNDER_WAY' });
    expect(kinds(reportProgress('CHOSEN', 'GIVEN_UP', ''))).toEqual(['InvalidInput note']);
    expect(kinds(reportProgress('NOT_CHOSEN', 'DELIVERED', 'Done.'))).toEqual(['WrongState']);
    expect(openDeliveries(['CHOSEN', 'UNDER_WAY', 'DELIVERED', 'GIVEN_UP', 'NOT_CHOSEN'])).toBe(2);
  });
});

describe('the roll', () => {
  const electorate = { wards: ['E05013941'], minimumAge: 16, ageOn: '2026-06-01' };
  const problems = (more: object, who: object) =>
    rollProblems({ ...electorate, ...more }, { wardGssCode: 'E05013941', bornOn: '2010-06-01', ...who }, [
      'voters',
      '0',
    ]).map(({ path }) => path?.join('.'));

  test('takes residents of the wards who are old enough on the day', () => {
    expect(problems({}, {})).toEqual([]);
    expect(problems({}, { bornOn: '2010-06-02' })).toEqual(['voters.0.bornOn']);
    expect(problems({}, { bornOn: null })).toEqual(['voters.0.bornOn']);
    expect(problems({}, { bornOn: '2027-01-01' })).toEqual(['voters.0.bornOn']);
    expect(problems({}, { wardGssCode: 'E05013942', bornOn: null })).toEqual([
      'voters.0.wardGssCode',
      'voters.0.bornOn',
    ]);
    expect(problems({ wards: [], minimumAge: 0 }, { wardGssCode: null, bornOn: null })).toEqual([]);
  });
});
