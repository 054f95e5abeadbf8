import { describe, expect, it } from '@jest/globals';
import type { Lifecycle } from '@coop/shared/lifecycle';
import { cardBreachLifecycle } from './cards/card-breach.lifecycle';
import { duplicateCandidateLifecycle } from './duplicates/duplicate-candidate.lifecycle';
import { fraudCaseLifecycle } from './fraud/fraud-case.lifecycle';
import { spendImportLifecycle } from './imports/spend-import.lifecycle';

/** State → action → where it may lead. What is not written here must be refused. */
type Moves = Record<string, Record<string, string[]>>;

const VERDICTS = ['UNDER_ENQUIRY', 'DUPLICATE', 'NOT_DUPLICATE', 'RECODING'];

const TABLES: readonly [Lifecycle<string, string>, Moves][] = [
  [
    duplicateCandidateLifecycle,
    Object.fromEntries(['OPEN', ...VERDICTS].map((state) => [state, { judge: VERDICTS }])),
  ],
  [
    cardBreachLifecycle,
    {
      OPEN: { explain: ['EXPLAINED'], uphold: ['UPHELD'], dismiss: ['DISMISSED'] },
      EXPLAINED: { accept: ['ACCEPTED'], uphold: ['UPHELD'], dismiss: ['DISMISSED'] },
      ACCEPTED: {},
      UPHELD: { settle: ['SETTLED'] },
      DISMISSED: {},
      SETTLED: {},
    },
  ],
  [
    fraudCaseLifecycle,
    {
      OPENED: { investigate: ['UNDER_INVESTIGATION'], close: ['CLOSED'] },
      UNDER_INVESTIGATION: { conclude: ['SUBSTANTIATED', 'UNSUBSTANTIATED'], refer: ['REFERRED'] },
      SUBSTANTIATED: { refer: ['REFERRED'], close: ['CLOSED'] },
      UNSUBSTANTIATED: { close: ['CLOSED'] },
      REFERRED: { close: ['CLOSED'] },
      CLOSED: {},
    },
  ],
  [
    spendImportLifecycle,
    {
      LOADING: { complete: ['COMPLETE'], abandon: ['ABANDONED'] },
      COMPLETE: { supersede: ['SUPERSEDED'], withdraw: ['WITHDRAWN'] },
      SUPERSEDED: {},
      WITHDRAWN: {},
      ABANDONED: {},
    },
  ],
] as readonly [unknown, Moves][] as readonly [Lifecycle<string, string>, Moves][];

describe.each(TABLES.map(([lifecycle, moves]) => [lifecycle.name, lifecycle, moves] as const))(
  'the lifecycle of a %s',
  (_name, lifecycle, moves) => {
    it('has the states that the table above has, each with its meaning', () => {
      expect([...lifecycle.stateNames].sort()).toEqual(Object.keys(moves).sort());
      for (const meaning of Object.values(lifecycle.states)) expect(meaning).toMatch(/\.$/);
    });

    const pairs = Object.keys(moves).flatMap((state) =>
      lifecycle.actions.map((action) => [state, action, moves[state]?.[action] ?? []] as const),
    );
    it.each(pairs)('in %s, %s leads to %j', (state, action, targets) => {
      const permitted = lifecycle.permit(action, state);
      expect(permitted.ok).toBe(targets.length > 0);
      if (!permitted.ok)
        expect(permitted.problems).toMatchObject([
          { kind: 'WrongState', state, allowed: lifecycle.allowedStates(action) },
        ]);
      const reached = Object.keys(moves).filter((to) => {
        try {
          return lifecycle.move(action, state, to) === to;
        } catch {
          return false;
        }
      });
      expect(reached.sort()).toEqual([...targets].sort());
    });
  },
);
