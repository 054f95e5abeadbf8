import { defineLifecycle, toMermaid, type LifecycleTable } from '.';

type State = 'RECEIVED' | 'LISTED' | 'NOT_LISTED' | 'EXPIRED';
type Action = 'decide' | 'expire' | 'reopen';

const table: LifecycleTable<State, Action> = {
  name: 'Nomination',
  initial: 'RECEIVED',
  states: {
    RECEIVED: 'Waiting for a decision.',
    LISTED: 'On the list.',
    NOT_LISTED: 'On the list of failed nominations.',
    EXPIRED: 'Five years are over.',
  },
  edges: [
    { action: 'decide', from: ['RECEIVED'], to: ['LISTED', 'NOT_LISTED'], by: 'officer' },
    { action: 'expire', from: ['LISTED'], to: ['EXPIRED'], by: 'time' },
    { action: 'reopen', from: ['NOT_LISTED', 'EXPIRED'], to: ['RECEIVED'], by: 'officer' },
  ],
};

const edge = (action: string, from: string[], to: string[]) => ({ action, from, to, by: 'officer' });
const two = { name: 'Thing', initial: 'A', states: { A: 'a', B: 'b' } };

test.each([
  ['an unknown initial state', { ...two, initial: 'C', edges: [] }, /initial state C is not a state/],
  [
    'a state that nothing leads to',
    { ...two, edges: [edge('go', ['A'], ['A'])] },
    /state B cannot be reached/,
  ],
  [
    'two states that lead only to each other',
    {
      ...two,
      states: { A: 'a', B: 'b', C: 'c' },
      edges: [edge('go', ['B'], ['C']), edge('back', ['C'], ['B'])],
    },
    /state B cannot be reached/,
  ],
  [
    'an edge from an unknown state',
    { ...two, edges: [edge('go', ['A', 'X'], ['B'])] },
    /go names unknown state X/,
  ],
  [
    'an edge to an unknown state',
    { ...two, edges: [edge('go', ['A'], ['B', 'X'])] },
    /go names unknown state X/,
  ],
  ['an edge from nowhere', { ...two, edges: [edge('go', [], ['B'])] }, /go leads from or to nowhere/],
  ['an edge to nowhere', { ...two, edges: [edge('go', ['A'], [])] }, /go leads from or to nowhere/],
  [
    'one action twice out of one state',
    { ...two, edges: [edge('go', ['A'], ['B']), edge('go', ['B', 'A'], ['A'])] },
    /go in A stands in two edges/,
  ],
])('%s fails when the table is defined', (_what, wrong, message) => {
  expect(() => defineLifecycle(wrong)).toThrow(message);
  expect(() => defineLifecycle(wrong)).toThrow(/^Lifecycle Thing: /);
});

const nomination = defineLifecycle(table);

test('what is allowed is read from the table', () => {
  expect(nomination.stateNames).toEqual(['RECEIVED', 'LISTED', 'NOT_LISTED', 'EXPIRED']);
  expect(nomination.stateEnum.NOT_LISTED).toBe('NOT_LISTED');
  expect(nomination.actions).toEqual(['decide', 'expire', 'reopen']);
  expect(nomination.actionsIn('LISTED')).toEqual(['expire']);
  expect(nomination.allowedStates('reopen')).toEqual(['NOT_LISTED', 'EXPIRED']);
  expect(nomination.isFinal('EXPIRED')).toBe(false);
  expect(defineLifecycle({ ...two, edges: [edge('go', ['A'], ['B'])] }).isFinal('B')).toBe(true);
});

test('an action is permitted exactly in the states of its edges', () => {
  for (const action of nomination.actions)
    for (const state of nomination.stateNames)
      expect(nomination.permit(action, state).ok).toBe(nomination.allowedStates(action).includes(state));
});

test('a refusal carries the state, the states in which it could be done, and the rule', () => {
  const rule = { title: 'Localism Act 2011', section: 's. 92', url: null };
  expect(nomination.permit('reopen', 'LISTED', rule)).toEqual({
    ok: false,
    problems: [
      {
        kind: 'WrongState',
        message: 'Nomination is listed; this needs it to be not listed or expired.',
        state: 'LISTED',
        allowed: ['NOT_LISTED', 'EXPIRED'],
        rule,
      },
    ],
  });
});

test('a move follows an edge, and one with several outcomes must be told which', () => {
  expect(nomination.move('expire', 'LISTED')).toBe('EXPIRED');
  expect(nomination.move('decide', 'RECEIVED', 'NOT_LISTED')).toBe('NOT_LISTED');
  expect(() => nomination.move('decide', 'RECEIVED')).toThrow(/several outcomes/);
  expect(() => nomination.move('decide', 'RECEIVED', 'EXPIRED')).toThrow(
    /does not lead from RECEIVED to EXPIRED/,
  );
  expect(() => nomination.move('expire', 'RECEIVED')).toThrow(/not an edge out of RECEIVED/);
});

test('the drawing shows every edge once, where it begins and where it ends', () => {
  expect(toMermaid(table)).toBe(
    [
      'stateDiagram-v2',
      '  [*] --> RECEIVED',
      '  RECEIVED --> LISTED: decide (officer)',
      '  RECEIVED --> NOT_LISTED: decide (officer)',
      '  LISTED --> EXPIRED: expire (time)',
      '  NOT_LISTED --> RECEIVED: reopen (officer)',
      '  EXPIRED --> RECEIVED: reopen (officer)',
    ].join('\n'),
  );
  expect(toMermaid({ ...two, edges: [edge('go', ['A'], ['B'])] })).toContain('  B --> [*]');
});
