import type { MeasureDirection } from './evaluation.law';

/** The evaluation of a budget of the demo world. Every figure is made up. */
export interface EvaluationFact {
  /** Key of the budget. */
  readonly budget: string;
  readonly measures: readonly (readonly [
    name: string,
    unit: string,
    direction: MeasureDirection,
    baseline: number,
    target: number,
    outcome: number | null,
  ])[];
  /** Thousands of pounds in a full year. */
  readonly before: number;
  readonly after: number | null;
}

const crime = (baseline: number, target: number, outcome: number | null) =>
  ['Reported crimes in a year (example)', 'crimes', 'LOWER', baseline, target, outcome] as const;
const work = (baseline: number, target: number, outcome: number | null) =>
  ['People helped into work in a year (example)', 'people', 'HIGHER', baseline, target, outcome] as const;
const content = (baseline: number, target: number, outcome: number | null) =>
  [
    'Residents content with where they live (example)',
    '% of residents',
    'HIGHER',
    baseline,
    target,
    outcome,
  ] as const;

/** The evaluations of the demo world: some better for less, some not, some not known yet. */
export const EVALUATION_FACTS: readonly EvaluationFact[] = [
  {
    budget: 'norbiton',
    measures: [
      ['Homes standing empty (example)', 'homes', 'LOWER', 62, 45, 41],
      crime(410, 370, 366),
      ['Streets graded clean (example)', '% of streets', 'HIGHER', 81, 90, 88],
      work(38, 60, 64),
      ['Young people at weekly activities (example)', 'people', 'HIGHER', 120, 200, 215],
    ],
    ...{ before: 1_240, after: 1_125 },
  },
  { budget: 'white-city', measures: [work(90, 140, 150), content(58, 66, 69)], before: 3_900, after: 3_610 },
  { budget: 'cowgate', measures: [crime(730, 650, 690), content(49, 60, 52)], before: 2_150, after: 2_150 },
  { budget: 'ilfracombe', measures: [content(61, 70, 73), work(44, 60, 58)], before: 1_980, after: 1_790 },
  { budget: 'haverhill', measures: [work(52, 75, 49), content(66, 70, 71)], before: 900, after: 845 },
  { budget: 'bradford-trident', measures: [content(47, 55, 56)], before: 1_310, after: 1_365 },
  {
    budget: 'birmingham',
    measures: [crime(1_950, 1_700, 1_640), content(54, 62, 63)],
    before: 4_420,
    after: 4_100,
  },
  { budget: 'poplar', measures: [work(110, 150, 158), content(57, 63, 64)], before: 3_050, after: 2_760 },
  { budget: 'queens-park', measures: [content(63, 70, null)], before: 1_150, after: null },
  { budget: 'sherwood', measures: [content(60, 68, null)], before: 640, after: null },
  { budget: 'cheshire-west', measures: [content(70, 74, 75)], before: 52_000, after: 49_100 },
  { budget: 'greater-manchester', measures: [work(5_200, 7_000, 7_450)], before: 410_000, after: 392_000 },
  { budget: 'essex', measures: [crime(9_800, 8_900, 8_750)], before: 138_000, after: 131_500 },
  { budget: 'tri-borough', measures: [work(1_900, 2_500, 2_380)], before: 96_000, after: 90_200 },
];
