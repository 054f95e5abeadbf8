import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of an entry in the register of land and buildings. Nothing is deleted: what left can be looked up. */
export const assetLifecycle = defineLifecycle({
  name: 'Asset',
  initial: 'HELD',
  states: {
    HELD: 'The council holds it: it stands on the register.',
    RETIRED: 'It has left the register; the entry says when and why.',
  },
  edges: [
    { action: 'update', from: ['HELD'], to: ['HELD'], by: 'officer' },
    { action: 'recordSteward', from: ['HELD'], to: ['HELD'], by: 'officer' },
    { action: 'retire', from: ['HELD'], to: ['RETIRED'], by: 'officer' },
    { action: 'restore', from: ['RETIRED'], to: ['HELD'], by: 'officer' },
  ],
});

/** Where an entry of the register stands. */
export type AssetState = (typeof assetLifecycle.stateNames)[number];
