import type { ResourceForm } from './ledger.law';

/** The ledger of a budget of the demo world. Every figure is made up. Days are counted back from the day of loading. */
export interface LedgerFact {
  /** Key of the budget. */
  readonly budget: string;
  readonly contributions: readonly ContributionFact[];
  readonly allocations: readonly AllocationFact[];
  /** How many days ago the last closed period ended; null where none is closed. */
  readonly closedDaysAgo: number | null;
}

/** What a partner put in. */
export interface ContributionFact {
  /** Place of the partner: 0 is the lead. */
  readonly partner: number;
  readonly form: ResourceForm;
  readonly description: string;
  readonly pounds: number;
  /** What has arrived, in pounds. */
  readonly received: number;
  /** Hours and the rate in pounds, where it is time of staff. */
  readonly time?: readonly [hours: number, pounds: number];
  readonly daysAgo: number;
}

/** What was set aside, and what became of it. */
export interface AllocationFact {
  readonly form: ResourceForm;
  /** Rank of the priority and place of the service, from 1. */
  readonly rank: number;
  readonly service: number | null;
  readonly purpose: string;
  readonly pounds: number;
  readonly daysAgo: number;
  /** Pounds of aligned money or gifts in kind that were used. */
  readonly used?: number;
  readonly spending?: readonly SpendingFact[];
}

/** A request and how far it has come. */
export interface SpendingFact {
  readonly payee: string;
  /** Key of the payee's entry in the directory. */
  readonly organisation?: string;
  readonly purpose: string;
  readonly pounds: number;
  readonly daysAgo: number;
  /** How many of the panel approved: 2 commit it. */
  readonly approvals: 0 | 1 | 2;
  /** Pounds that are paid. */
  readonly paid?: number;
}

/** The members of the panel in the demo world: the accounts that tokens are made for, and what they are called. */
export const PANEL_FACTS: readonly (readonly [account: string, name: string])[] = [
  ['demo-panel-1', 'Resident member (example)'],
  ['demo-panel-2', 'Ward councillor (example)'],
  ['demo-panel-3', 'Partners’ member (example)'],
];

const small = (budget: string, cash: number, inKind: number, aligned: number): LedgerFact => ({
  budget,
  contributions: [
    {
      partner: 0,
      form: 'CASH',
      description: 'Money for the pool',
      pounds: cash,
      received: cash,
      daysAgo: 150,
    },
    {
      ...{ partner: 1, form: 'IN_KIND', description: 'Time of staff', pounds: inKind, received: inKind / 2 },
      ...{ time: [inKind / 20, 20], daysAgo: 140 },
    },
    {
      ...{ partner: 1, form: 'ALIGNED', description: 'Services already run here', pounds: aligned },
      ...{ received: aligned, daysAgo: 140 },
    },
  ],
  allocations: [
    {
      ...{ form: 'CASH', rank: 1, service: 1, purpose: 'The first priority', pounds: cash / 2, daysAgo: 120 },
      spending: [
        {
          ...{ payee: 'A local provider (example)', purpose: 'The first months', pounds: cash / 4 },
          ...{ daysAgo: 90, approvals: 2, paid: cash / 8 },
        },
      ],
    },
    {
      ...{ form: 'ALIGNED', rank: 1, service: 1, purpose: 'The first priority', pounds: aligned / 2 },
      ...{ daysAgo: 120, used: aligned / 4 },
    },
  ],
  closedDaysAgo: null,
});

/** The ledgers of the demo world. */
export const LEDGER_FACTS: readonly LedgerFact[] = [
  {
    budget: 'norbiton',
    contributions: [
      {
        ...{ partner: 0, form: 'CASH', description: 'Money of the council for the pool', pounds: 180_000 },
        ...{ received: 180_000, daysAgo: 170 },
      },
      {
        ...{ partner: 1, form: 'CASH', description: 'Money of the housing association', pounds: 60_000 },
        ...{ received: 45_000, daysAgo: 165 },
      },
      {
        ...{ partner: 2, form: 'IN_KIND', description: 'A youth worker for two evenings a week' },
        ...{ pounds: 9_600, received: 4_800, time: [400, 24], daysAgo: 160 },
      },
      {
        ...{ partner: 1, form: 'IN_KIND', description: 'A community room for two evenings a week' },
        ...{ pounds: 6_240, received: 3_120, daysAgo: 160 },
      },
      {
        ...{ partner: 3, form: 'ALIGNED', description: 'The neighbourhood officers’ time and cars' },
        ...{ pounds: 120_000, received: 120_000, daysAgo: 150 },
      },
      {
        ...{
          partner: 2,
          form: 'CASH',
          description: 'Takings of the summer fair',
          pounds: 1_500,
          received: 0,
        },
        daysAgo: 8,
      },
    ],
    allocations: [
      {
        ...{ form: 'CASH', rank: 1, service: 1, purpose: 'Empty homes', pounds: 70_000, daysAgo: 130 },
        spending: [
          {
            ...{
              payee: 'Example Repairs Limited',
              purpose: 'Making four flats fit to live in',
              pounds: 42_000,
            },
            ...{ daysAgo: 110, approvals: 2, paid: 30_000 },
          },
          {
            ...{ payee: 'Example Norbiton Homes', organisation: 'example-norbiton-homes', daysAgo: 12 },
            ...{ purpose: 'A fifth flat', pounds: 9_500, approvals: 1 },
          },
        ],
      },
      {
        ...{ form: 'CASH', rank: 3, service: 3, purpose: 'Streets and green spaces', pounds: 40_000 },
        daysAgo: 130,
        spending: [
          {
            ...{
              payee: 'Example Growers’ Group',
              purpose: 'Planting the station forecourt',
              pounds: 12_750.5,
            },
            ...{ daysAgo: 95, approvals: 2, paid: 12_750.5 },
          },
        ],
      },
      {
        ...{ form: 'CASH', rank: 5, service: 5, purpose: 'Youth evenings', pounds: 35_000, daysAgo: 125 },
        spending: [
          {
            ...{ payee: 'Example Norbiton Youth Club', organisation: 'example-norbiton-youth', daysAgo: 80 },
            ...{ purpose: 'Two terms of evenings', pounds: 18_000, approvals: 2, paid: 9_000 },
          },
          {
            ...{ payee: 'Example Sports Hall', purpose: 'A hall in winter', pounds: 4_200, daysAgo: 6 },
            approvals: 0,
          },
        ],
      },
      {
        ...{ form: 'IN_KIND', rank: 5, service: 5, purpose: 'Youth evenings', pounds: 6_000, daysAgo: 125 },
        used: 2_400,
      },
      {
        ...{ form: 'ALIGNED', rank: 2, service: 2, purpose: 'Neighbourhood safety', pounds: 96_000 },
        ...{ daysAgo: 125, used: 48_000 },
      },
    ],
    closedDaysAgo: 70,
  },
  small('white-city', 240_000, 24_000, 400_000),
  small('cowgate', 120_000, 16_000, 160_000),
  small('ilfracombe', 80_000, 12_000, 320_000),
  small('haverhill', 64_000, 8_000, 96_000),
  small('bradford-trident', 96_000, 8_000, 120_000),
  small('birmingham', 160_000, 20_000, 200_000),
  small('poplar', 200_000, 32_000, 240_000),
  small('queens-park', 72_000, 8_000, 64_000),
  small('sherwood', 48_000, 4_000, 80_000),
  small('cheshire-west', 1_600_000, 80_000, 4_800_000),
  small('greater-manchester', 4_000_000, 160_000, 16_000_000),
  small('essex', 2_400_000, 120_000, 8_000_000),
  small('tri-borough', 1_200_000, 80_000, 6_400_000),
];
