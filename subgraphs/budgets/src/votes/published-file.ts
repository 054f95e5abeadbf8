import { penceToPounds } from '@coop/shared/money';
import { ruleWord } from '../pabulib/file-rule';
import { voteTypeOf } from '../pabulib/pabulib-election';
import { makePabulib, type Table } from '../pabulib/write-pabulib';
import type { PabulibFile } from '../pabulib/pabulib-file';
import type { BallotContent } from './ballot.rules';
import { RULE_NAMES, type AllocationRule } from './tally.rules';
import type { BallotKind } from './votes.law';

/** A vote as its published file tells of it. */
export interface PublishedVote {
  readonly title: string;
  readonly gssCode: string;
  readonly ballotKind: BallotKind;
  readonly rule: AllocationRule;
  readonly budgetPence: number;
  readonly mostChoices: number | null;
  readonly points: number | null;
  readonly leastSupport: number | null;
  /** First and last day of voting, `YYYY-MM-DD`; null where it is not known. */
  readonly opened: string | null;
  readonly closed: string | null;
}

/** A project as the published file tells of it. */
export interface PublishedProject {
  readonly number: number;
  readonly name: string;
  readonly costPence: number;
  readonly votes: number;
  readonly support: number;
  readonly isFunded: boolean;
}

const day = (iso: string): string => iso.split('-').reverse().join('.');
/** A line break would end a record of the file. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A vote as a `.pb` file: everything that it takes to count again. Ballots are numbered in the order in which they
 * come, which is that of their random keys; nothing is said of those who cast them.
 */
export function publishedFile(
  vote: PublishedVote,
  projects: readonly PublishedProject[],
  ballots: readonly BallotContent[],
): PabulibFile {
  const { ballotKind, mostChoices, points, leastSupport, opened, closed } = vote;
  const scored = ballotKind === 'CUMULATIVE' || ballotKind === 'ORDINAL';
  const longest = ballotKind === 'CHOOSE_ONE' ? 1 : mostChoices;
  const meta: [string, string | null][] = [
    ['description', oneLine(vote.title)],
    ['country', 'United Kingdom'],
    ['unit', vote.gssCode],
    ['instance', (closed ?? opened ?? '').slice(0, 4)],
    ['num_projects', String(projects.length)],
    ['num_votes', String(ballots.length)],
    ['budget', penceToPounds(vote.budgetPence)],
    ['vote_type', voteTypeOf(ballotKind)],
    ['rule', ruleWord(RULE_NAMES[vote.rule])],
    ['date_begin', opened && day(opened)],
    ['date_end', closed && day(closed)],
    ['min_length', '1'],
    ['max_length', longest === null ? null : String(longest)],
    ['min_sum_points', points === null ? null : String(points)],
    ['max_sum_points', points === null ? null : String(points)],
    ['min_project_score_threshold', leastSupport === null ? null : String(leastSupport)],
    ['currency', 'GBP'],
    ['language', 'en'],
  ];
  const said = meta.flatMap(([key, value]) =>
    value === null || value === '' ? [] : [[key, value] as const],
  );
  return makePabulib(said, projectTable(projects, scored), voteTable(ballots, ballotKind));
}

function projectTable(projects: readonly PublishedProject[], scored: boolean): Table {
  return {
    columns: ['project_id', 'cost', 'votes', ...(scored ? ['score'] : []), 'name', 'selected'],
    rows: projects.map(({ number, costPence, votes, support, name, isFunded }) => [
      String(number),
      penceToPounds(costPence),
      String(votes),
      ...(scored ? [String(support)] : []),
      oneLine(name),
      isFunded ? '1' : '0',
    ]),
  };
}

function voteTable(ballots: readonly BallotContent[], kind: BallotKind): Table {
  const hasPoints = kind === 'CUMULATIVE';
  return {
    columns: ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])],
    rows: ballots.map(({ choices, points }, index) => [
      String(index + 1),
      choices.join(','),
      ...(hasPoints ? [(points ?? []).join(',')] : []),
    ]),
  };
}
