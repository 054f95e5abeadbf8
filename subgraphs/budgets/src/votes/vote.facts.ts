import type { BallotContent } from './ballot.rules';
import type { AllocationRule } from './tally.rules';
import type { VoteProjectState } from './vote-project.lifecycle';
import type { VoteState } from './vote.lifecycle';
import type { BallotKind } from './votes.law';

/** A project of the demo world: its name, what it is, its cost in pence, and where it stands when it is loaded. */
export interface ProjectFact {
  readonly name: string;
  readonly description: string;
  readonly costPence: number;
  readonly state: Extract<VoteProjectState, 'PROPOSED' | 'FEASIBLE' | 'NOT_FEASIBLE' | 'WITHDRAWN'>;
  /** What the council found; null before. */
  readonly reasons: string | null;
}

/** A vote of the demo world. All of them are made up; the place and its priorities are not. */
export interface VoteFact {
  /** The key of its id: `fixedId('vote', key)`. */
  readonly key: string;
  readonly council: string;
  /** Key of the community budget. */
  readonly budget: string;
  readonly title: string;
  readonly description: string;
  readonly state: Extract<VoteState, 'PROPOSALS' | 'FEASIBILITY' | 'VOTING'>;
  readonly ballotKind: BallotKind;
  readonly rule: AllocationRule;
  readonly budgetPence: number;
  readonly mostChoices: number | null;
  readonly points: number | null;
  readonly wards: readonly string[];
  readonly minimumAge: number;
  /** Days before the day of loading on which it began. */
  readonly started: number;
  /** Days from the day of loading to opening and close; negative for days before it. Null before voting. */
  readonly opens: number | null;
  readonly closes: number | null;
  /** True when its ballots are counted: the close has passed. */
  readonly isTallied: boolean;
  /** How many stand on the roll beside those who have codes and tokens of the demo world. */
  readonly roll: number;
  readonly ballots: readonly BallotContent[];
  readonly projects: readonly ProjectFact[];
}

const feasible = (name: string, pounds: number, description: string): ProjectFact => ({
  name,
  description,
  costPence: pounds * 100,
  state: 'FEASIBLE',
  reasons: 'Made up: can be done within a year; the cost is an estimate with a tenth for the unexpected.',
});

const refused = (name: string, pounds: number, description: string, reasons: string): ProjectFact => ({
  name,
  description,
  costPence: pounds * 100,
  state: 'NOT_FEASIBLE',
  reasons,
});

const proposed = (name: string, pounds: number, description: string): ProjectFact => ({
  name,
  description,
  costPence: pounds * 100,
  state: 'PROPOSED',
  reasons: null,
});

const approve = (count: number, ...choices: number[]): BallotContent[] =>
  Array.from({ length: count }, () => ({ choices }));

/** Who can vote in the open vote of the demo world beside whoever an officer adds: codes that are no secret. */
export const DEMO_VOTING_CODES: readonly string[] = Array.from(
  { length: 20 },
  (_, index) => `DEM0-N0RB-1T0N-V0TE-${String(index + 1).padStart(4, '0')}`,
);

/** Subjects of tokens that stand on the roll of the open vote: `coop token --as resident --council E09000021`. */
export const DEMO_VOTERS: readonly string[] = ['demo-resident', 'resident-1', 'resident-2', 'resident-3'];

const KINGSTON = 'E09000021';
/** Norbiton, as it is drawn since 2022. */
const NORBITON = 'E05013941';

const COMMON = {
  council: KINGSTON,
  budget: 'norbiton',
  wards: [NORBITON],
  minimumAge: 14,
  points: null,
} as const;

/** The votes of the demo world. */
export const VOTE_FACTS: readonly VoteFact[] = [
  {
    ...COMMON,
    key: 'norbiton-first',
    title: 'Norbiton decides: the first £60,000 (example)',
    description:
      'Made up: residents of Norbiton share out the first £60,000 of the community budget among projects for its five priorities.',
    state: 'VOTING',
    ballotKind: 'APPROVAL',
    rule: 'EQUAL_SHARES_ADD1',
    budgetPence: 6_000_000,
    mostChoices: 4,
    started: 150,
    opens: -60,
    closes: -30,
    isTallied: true,
    roll: 40,
    ballots: [
      ...approve(14, 1, 2, 5),
      ...approve(9, 1, 3),
      ...approve(8, 2, 4, 6),
      ...approve(7, 3, 6),
      ...approve(6, 4, 5, 7),
      ...approve(5, 7),
      ...approve(3, 6, 7, 8),
      ...approve(2, 8),
    ],
    projects: [
      feasible('Lighting on the estate paths', 18_500, 'Brighter lamps on four paths: community safety.'),
      feasible('Youth club on two more evenings', 14_000, 'Staff and room for a year: youth activities.'),
      feasible('Damp survey of council homes', 16_000, 'For 120 homes that asked for it: housing.'),
      feasible('Job club at the library', 9_500, 'Advice on two mornings a week: worklessness.'),
      feasible('Benches and trees on the parade', 12_250, 'Eight trees, six benches: public realm.'),
      feasible('Repair café', 3_400, 'Tools and insurance for a monthly meeting.'),
      feasible('Skate corner in the park', 22_000, 'A small concrete bowl beside the courts.'),
      feasible('Community notice boards', 2_600, 'Four boards with locks and lights.'),
      refused(
        'A bridge over the railway',
        55_000,
        'A foot bridge beside the station.',
        'Made up: the railway would have to agree, and a bridge costs far more than the whole budget.',
      ),
    ],
  },
  {
    ...COMMON,
    key: 'norbiton-summer',
    title: 'Norbiton decides: summer activities (example)',
    description:
      'Made up: £15,000 for the summer. Choose what you would do with the whole sum; together it must not cost more.',
    state: 'VOTING',
    ballotKind: 'KNAPSACK',
    rule: 'GREEDY',
    budgetPence: 1_500_000,
    mostChoices: null,
    started: 70,
    opens: -7,
    closes: 14,
    isTallied: false,
    roll: 30,
    ballots: [...approve(5, 1, 3), ...approve(4, 2, 4, 5), ...approve(3, 1, 5)],
    projects: [
      feasible('Football summer school', 7_200, 'Three weeks, forty places.'),
      feasible('Open-air cinema', 5_400, 'Three evenings in the park.'),
      feasible('Street party fund', 4_000, 'Up to £400 for each street.'),
      feasible('Swimming for families', 6_300, 'Half-price tickets for six weeks.'),
      feasible('Mobile library garden', 2_700, 'A reading tent on Saturdays.'),
    ],
  },
  {
    ...COMMON,
    key: 'norbiton-next',
    title: 'Norbiton decides: your ideas for next year (example)',
    description: 'Made up: £80,000 for next year. Proposals are open: what should there be to vote on?',
    state: 'PROPOSALS',
    ballotKind: 'CUMULATIVE',
    rule: 'EQUAL_SHARES',
    budgetPence: 8_000_000,
    mostChoices: null,
    points: 10,
    started: 12,
    opens: null,
    closes: null,
    isTallied: false,
    roll: 0,
    ballots: [],
    projects: [
      proposed('Warm room in the church hall', 11_000, 'Open on weekdays from November to March.'),
      proposed('Cargo bikes to borrow', 8_500, 'Four bikes, free for two hours.'),
      proposed('Music lessons after school', 15_000, 'Sixty places a week for a year.'),
    ],
  },
];

/** How the delivery of the winners of the tallied vote stands, by their number on the ballot paper. */
export const DEMO_PROGRESS: Readonly<
  Record<number, readonly [state: 'UNDER_WAY' | 'DELIVERED', note: string]>
> = {
  1: ['UNDER_WAY', 'Made up: posts are ordered; work begins after the spring.'],
  6: ['DELIVERED', 'Made up: the first café was in the church hall.'],
};
