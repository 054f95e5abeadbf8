import { defineLifecycle } from '../../lifecycle';

/** The life of a run of an import. `moveRun` of the room of imports takes it from state to state. */
export const importRunLifecycle = defineLifecycle({
  name: 'Import run',
  initial: 'LOADING',
  states: {
    LOADING: 'Its file is being read; nobody sees its rows yet.',
    COMPLETE: 'Its rows stand.',
    CLEANING: 'It broke off or was set aside: nobody sees its rows, which are being deleted.',
    ABANDONED: 'Its rows are deleted; the run alone is left.',
  },
  edges: [
    { action: 'complete', from: ['LOADING'], to: ['COMPLETE'], by: 'import' },
    // Two that begin at once may each find the other.
    { action: 'giveWay', from: ['LOADING'], to: ['ABANDONED'], by: 'import' },
    { action: 'setAside', from: ['COMPLETE'], to: ['CLEANING'], by: 'whoever keeps the rows' },
    { action: 'cleanUp', from: ['LOADING', 'CLEANING'], to: ['CLEANING'], by: 'clean-up' },
    { action: 'abandon', from: ['CLEANING'], to: ['ABANDONED'], by: 'clean-up' },
  ],
});

/** Where a run stands. */
export type ImportRunState = (typeof importRunLifecycle.stateNames)[number];
/** What can be done with a run. */
export type ImportRunAction = (typeof importRunLifecycle.actions)[number];

/** The states in which a run has rows that nobody sees: those in which they can still be cleaned up. */
export const UNSEEN_STATES: readonly ImportRunState[] = importRunLifecycle.allowedStates('cleanUp');
