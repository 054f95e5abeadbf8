/** An operational plan of the demo world. Everything in it is made up but the day on which plans went live. */
export interface PlanFact {
  /** Key of the budget. */
  readonly budget: string;
  readonly state: 'DRAFT' | 'AGREED' | 'LIVE';
  /** Names of services, each with the rank of the priority that it serves and the place of the partner that runs it. */
  readonly services: readonly (readonly [name: string, rank: number, partner: number])[];
  readonly resources: readonly (readonly [
    kind: 'FUNDS' | 'STAFF' | 'PREMISES',
    text: string,
    partner: number,
  ])[];
  /** Places of the partners that have agreed; all of them unless it is a draft. */
  readonly agreedBy: readonly number[];
}

/** Who answers to whom in the plans of the demo world. */
export const ACCOUNTABILITY =
  'Made up: a board of residents and partners decides by majority; the council is the accountable body and keeps the accounts; the board reports to residents every quarter.';

const plan = (
  budget: string,
  services: PlanFact['services'],
  state: PlanFact['state'] = 'LIVE',
  agreedBy: readonly number[] = [],
): PlanFact => ({
  ...{ budget, state, services, agreedBy },
  resources: [
    ['FUNDS', 'Made up: what partners pooled and aligned, as the ledger shows.', 0],
    ['STAFF', 'Made up: hours of work of partners’ staff.', 1],
    ['PREMISES', 'Made up: a hall for two evenings a week.', 0],
  ],
});

/** The plans of the demo world. */
export const PLAN_FACTS: readonly PlanFact[] = [
  plan('norbiton', [
    ['Empty homes brought back to use (example)', 1, 1],
    ['Neighbourhood safety team (example)', 2, 3],
    ['Streets and green spaces by residents (example)', 3, 0],
    ['Work club (example)', 4, 0],
    ['Youth evenings (example)', 5, 2],
  ]),
  plan('white-city', [['Work and health coaching (example)', 1, 0]]),
  plan('cowgate', [['Early years centre (example)', 1, 1]]),
  plan('ilfracombe', [['One town team (example)', 2, 0]]),
  plan('haverhill', [['Youth skills hub (example)', 1, 0]]),
  plan('bradford-trident', [['Healthy start (example)', 1, 0]]),
  plan('birmingham', [['Street patrols with residents (example)', 1, 2]]),
  plan('poplar', [['Health champions (example)', 1, 0]]),
  plan('queens-park', [['First years (example)', 1, 0]], 'AGREED'),
  plan('sherwood', [['Family support (example)', 1, 0]], 'DRAFT', [0]),
  plan('cheshire-west', [['Families first (example)', 1, 0]]),
  plan('greater-manchester', [['New start in early years (example)', 1, 0]]),
  plan('essex', [['Second chances (example)', 1, 0]]),
  plan('tri-borough', [['Skills for work (example)', 1, 0]]),
];
