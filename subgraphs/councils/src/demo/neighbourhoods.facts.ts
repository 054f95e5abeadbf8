import type { LocalDate } from '@coop/shared/time';
import type { NeighbourhoodPart } from '../neighbourhoods/neighbourhoods.rules';

/** A neighbourhood of the demo world. */
export interface NeighbourhoodFact {
  readonly key: string;
  readonly name: string;
  /** Code of the council that keeps it on record. */
  readonly council: string;
  readonly from: LocalDate | null;
  readonly parts: readonly NeighbourhoodPart[];
  /** True for one of the ten pilots of neighbourhood community budgets. */
  readonly isPilot: boolean;
  /** True where the wards are not on record and stand for the place. */
  readonly illustrative: boolean;
}

/** The day on which the pilots were announced. */
const ANNOUNCED = '2011-12-21';

const whole = (...codes: string[]): NeighbourhoodPart[] => codes.map((ward) => ({ ward, part: null }));
const part = (ward: string, words: string): NeighbourhoodPart => ({ ward, part: words });

function pilot(
  key: string,
  name: string,
  council: string,
  parts: readonly NeighbourhoodPart[],
  illustrative = false,
) {
  return { key, name, council, from: ANNOUNCED, parts, isPilot: true, illustrative };
}

function district(key: string, name: string, ...codes: string[]) {
  return {
    key,
    name,
    council: 'E08000004',
    from: '2023-05-04',
    parts: whole(...codes),
    isPilot: false,
    illustrative: true,
  };
}

/** The ten neighbourhood pilots by the wards of their day, and Oldham's districts by the wards of today. */
export const NEIGHBOURHOOD_FACTS: readonly NeighbourhoodFact[] = [
  pilot('white-city', 'White City', 'E09000013', [part('E05000265', 'the White City estate')]),
  pilot(
    'cowgate',
    'Cowgate, Kenton Bar and Montague',
    'E08000021',
    [part('E05001090', 'Cowgate and Montague'), part('E05001099', 'Kenton Bar')],
    true,
  ),
  pilot('norbiton', 'Norbiton', 'E09000021', whole('E05000409')),
  pilot('ilfracombe', 'Ilfracombe', 'E07000043', whole('E05003546', 'E05003547', 'E05003548')),
  pilot('haverhill', 'Haverhill', 'E07000204', whole('E05007173', 'E05007174', 'E05007175', 'E05007176')),
  pilot('bradford-trident', 'Bradford Trident (Little Horton)', 'E08000032', [
    part('E05001358', 'the area of the Trident community company'),
  ]),
  pilot(
    'birmingham',
    'Castle Vale, Shard End and Balsall Heath',
    'E08000025',
    [part('E05001215', 'Castle Vale'), ...whole('E05001203'), part('E05001207', 'Balsall Heath')],
    true,
  ),
  pilot(
    'poplar',
    'Poplar',
    'E09000030',
    [
      part('E05009325', 'homes of the housing association'),
      part('E05009328', 'homes of the housing association'),
    ],
    true,
  ),
  pilot('queens-park', 'Queen’s Park', 'E09000033', whole('E05000642')),
  pilot('sherwood', 'Sherwood', 'E07000116', whole('E05005146')),
  district('chadderton', 'Chadderton', 'E05014647', 'E05014648', 'E05014649'),
  district('failsworth-hollinwood', 'Failsworth and Hollinwood', 'E05014652', 'E05014653', 'E05014654'),
  district(
    'royton-shaw-crompton',
    'Royton, Shaw and Crompton',
    'E05014651',
    'E05014656',
    'E05014657',
    'E05014661',
  ),
  district('saddleworth-lees', 'Saddleworth and Lees', 'E05014658', 'E05014659', 'E05014660'),
  district('east-oldham', 'East Oldham', 'E05014646', 'E05014662', 'E05014663', 'E05014664'),
  district('west-oldham', 'West Oldham', 'E05014650', 'E05014655', 'E05014665'),
];
