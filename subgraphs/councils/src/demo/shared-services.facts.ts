import type { SharedServiceState } from '../shared-services/shared-service.lifecycle';
import type { SharedServiceTerms } from '../shared-services/shared-services.rules';
import type { DemoDay } from './demo-day.rules';

/** A shared service of the demo world. That councils share is fact where it says so; the figures are made up. */
export interface SharedServiceFact extends SharedServiceTerms {
  readonly key: string;
  readonly state: SharedServiceState;
  readonly startedOn: DemoDay | null;
  readonly endedOn: DemoDay | null;
  readonly illustrative: true;
}

const TRI_BOROUGH = [
  { council: 'E09000013', weight: 1 },
  { council: 'E09000020', weight: 1 },
  { council: 'E09000033', weight: 1 },
] as const;

/** Shared services and senior posts: the tri-borough's, and made-up ones around Oldham. */
export const SHARED_SERVICE_FACTS: readonly SharedServiceFact[] = [
  {
    key: 'tri-borough-children',
    service: 'Tri-borough children’s services',
    lead: 'E09000033',
    partners: TRI_BOROUGH,
    baselineCostPence: 120_000_000_00,
    presentCostPence: 111_400_000_00,
    state: 'ENDED',
    startedOn: '2012-04-01',
    endedOn: '2018-03-31',
    illustrative: true,
  },
  {
    key: 'tri-borough-libraries',
    service: 'Tri-borough libraries and archives',
    lead: 'E09000020',
    partners: TRI_BOROUGH,
    baselineCostPence: 21_000_000_00,
    presentCostPence: 19_900_000_00,
    state: 'ENDED',
    startedOn: '2012-04-01',
    endedOn: '2018-03-31',
    illustrative: true,
  },
  {
    key: 'legal',
    service: 'Legal services',
    lead: 'E08000004',
    partners: [
      { council: 'E08000004', weight: 3 },
      { council: 'E08000005', weight: 2 },
    ],
    baselineCostPence: 4_150_000_00,
    presentCostPence: 3_620_000_00,
    state: 'RUNNING',
    startedOn: -900,
    endedOn: null,
    illustrative: true,
  },
  {
    key: 'energy-buying',
    service: 'Buying energy together',
    lead: 'E47000001',
    partners: [
      { council: 'E47000001', weight: 0 },
      { council: 'E08000004', weight: 22 },
      { council: 'E08000005', weight: 21 },
      { council: 'E08000009', weight: 24 },
    ],
    baselineCostPence: 31_400_000_00,
    presentCostPence: 29_050_000_01,
    state: 'RUNNING',
    startedOn: -420,
    endedOn: null,
    illustrative: true,
  },
  {
    key: 'monitoring-officer',
    service: 'One monitoring officer for two councils',
    lead: 'E08000005',
    partners: [
      { council: 'E08000004', weight: 1 },
      { council: 'E08000005', weight: 1 },
    ],
    baselineCostPence: 228_000_00,
    presentCostPence: null,
    state: 'PROPOSED',
    startedOn: null,
    endedOn: null,
    illustrative: true,
  },
];
