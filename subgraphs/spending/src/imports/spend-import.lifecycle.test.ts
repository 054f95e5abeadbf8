import { importRunLifecycle, type ImportRunAction, type ImportRunState } from '@coop/shared/persistence';
import { spendImportLifecycle } from './spend-import.lifecycle';

type State = (typeof spendImportLifecycle.stateNames)[number];
type Action = (typeof spendImportLifecycle.actions)[number];

/** Where the run of an import can stand that is shown in a state: deleting what was brought takes a while. */
const RUNS: Readonly<Record<State, readonly ImportRunState[]>> = {
  LOADING: ['LOADING'],
  COMPLETE: ['COMPLETE'],
  SUPERSEDED: ['CLEANING', 'ABANDONED'],
  WITHDRAWN: ['CLEANING', 'ABANDONED'],
  ABANDONED: ['CLEANING', 'ABANDONED'],
};

/** What happens to the run when something is done with its import. */
const MOVES: Readonly<Record<Action, ImportRunAction>> = {
  complete: 'complete',
  abandon: 'cleanUp',
  supersede: 'setAside',
  withdraw: 'setAside',
};

test.each(spendImportLifecycle.edges)('to $action an import is a move of its run', ({ action, from, to }) => {
  for (const before of from.flatMap((state) => RUNS[state])) {
    const after = importRunLifecycle.move(MOVES[action], before);
    for (const state of to) expect(RUNS[state]).toContain(after);
  }
});

test('what cannot be done with a run that stands cannot be done with its import', () => {
  for (const action of spendImportLifecycle.actions)
    for (const state of ['LOADING', 'COMPLETE'] as const)
      expect(spendImportLifecycle.permit(action, state).ok).toBe(
        importRunLifecycle.permit(MOVES[action], state).ok,
      );
});
