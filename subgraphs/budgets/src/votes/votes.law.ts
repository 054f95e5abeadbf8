import { lawTable } from '@coop/shared/law';
import type { Rule } from '@coop/shared/problems';

const policy = (section: string): Rule => ({
  title: "The council's rules for participatory votes",
  section,
  url: null,
});

/** What the answers of this folder cite: participatory votes are policy, no statute asks for them. */
export const VOTE_RULES = {
  stages: policy('stages'),
  roll: policy('who may vote'),
  ballot: policy('how a ballot is filled in'),
  secrecy: policy('secrecy of the ballot'),
  paper: policy('paper ballots'),
  feasibility: policy('feasibility'),
  tally: policy('tally'),
} as const satisfies Record<string, Rule>;

/** Figures of the policy. */
export interface VotePolicy {
  /** With fewer ballots than this they are not published one by one: a neighbour might tell whose is whose. */
  readonly fewestPublished: number;
  /** The youngest that a vote may admit, in years. */
  readonly youngest: number;
  /** The most projects that a ballot paper may have. */
  readonly mostProjects: number;
}

/** The policy by date. The figures are this project's own: councils set theirs here. */
export const votePolicy = lawTable<VotePolicy>('participatory votes', [
  {
    from: '2011-12-01',
    until: null,
    source: policy('secrecy of the ballot'),
    value: { fewestPublished: 10, youngest: 8, mostProjects: 200 },
  },
]);

/** What a ballot may say. The words are those of the published files of real votes. */
export const BALLOT_KINDS = {
  APPROVAL: 'Any projects that the voter approves of, up to the most that the vote allows.',
  CHOOSE_ONE: 'One project.',
  CUMULATIVE: 'Points given to projects, which add up to exactly what the vote gives each voter.',
  ORDINAL: 'Projects in order, the best first.',
  KNAPSACK: 'Projects that together cost no more than the budget.',
} as const;

/** What a ballot may say. */
export type BallotKind = keyof typeof BALLOT_KINDS;
