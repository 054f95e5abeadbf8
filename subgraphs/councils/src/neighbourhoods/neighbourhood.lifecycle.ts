import { defineLifecycle } from '@coop/shared/lifecycle';

/** A neighbourhood that its people name: redrawn by a successor, never in place, so that old figures keep their area. */
export const NEIGHBOURHOOD_LIFECYCLE = defineLifecycle({
  name: 'Neighbourhood',
  initial: 'CURRENT',
  states: {
    CURRENT: 'Named and in use.',
    SUPERSEDED: 'Replaced by another that draws the area anew, or given up; still found by its id.',
  },
  edges: [{ action: 'supersede', from: ['CURRENT'], to: ['SUPERSEDED'], by: 'officer' }],
});

/** State of a neighbourhood. */
export type NeighbourhoodState = keyof typeof NEIGHBOURHOOD_LIFECYCLE.states;
