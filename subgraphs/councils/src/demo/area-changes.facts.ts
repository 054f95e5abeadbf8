import type { LocalDate } from '@coop/shared/time';
import type { AreaChange } from '../areas/area-history.rules';

const merged = (to: string, on: LocalDate, from: readonly string[]): AreaChange[] =>
  from.map((code) => ({ from: code, to, on, kind: 'MERGE' }));

/** What became of councils and wards of the demo world. Wards that only bear an old name are no row: nobody said so. */
export const AREA_CHANGE_FACTS: readonly AreaChange[] = [
  ...merged('E07000245', '2019-04-01', ['E07000201', 'E07000204']),
  ...merged('E06000065', '2023-04-01', [
    'E10000023',
    'E07000163',
    'E07000164',
    'E07000165',
    'E07000166',
    'E07000167',
    'E07000168',
    'E07000169',
  ]),
  { from: 'E05000409', to: 'E05013941', on: '2022-05-05', kind: 'RECODE' },
  { from: 'E05000642', to: 'E05013804', on: '2022-05-05', kind: 'RECODE' },
  { from: 'E05005146', to: 'E05015813', on: '2024-05-02', kind: 'RECODE' },
];
