import type { SelectQueryBuilder } from 'typeorm';
import { definePageLoader, rowById, type RequestContext } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import type { VoteOrder, VoteProjectOrder } from './vote.enums';
import { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';
import type { ParentVoteFilter, VoteFilter, VoteProjectFilter } from './vote.types';

/** A vote by its id. */
export const voteById = rowById(Vote);

/** A project by its id. */
export const voteProjectById = rowById(VoteProject);

const ORDERS: Readonly<Record<VoteOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'vote.startedOn', direction: 'DESC' },
  TITLE: { name: 'TITLE', column: 'vote.titleSort', direction: 'ASC' },
};

const PROJECT_ORDERS: Readonly<Record<VoteProjectOrder, Ordering>> = {
  NUMBER: { name: 'NUMBER', column: 'project.number', direction: 'ASC' },
  COST: { name: 'COST', column: 'project.costPence', direction: 'DESC' },
};

/** The close comes by the clock: a vote that is written down as open is in the tally from then on. */
function narrow(
  query: SelectQueryBuilder<Vote>,
  { state, ballotKind }: ParentVoteFilter,
  now: Date,
): SelectQueryBuilder<Vote> {
  if (ballotKind) query.andWhere('vote.ballotKind = :ballotKind', { ballotKind });
  if (state === 'TALLY')
    query.andWhere('(vote.state = :tally OR (vote.state = :voting AND vote.closesAt <= :now))', {
      tally: 'TALLY',
      voting: 'VOTING',
      now: instantParameter(query, now),
    });
  else if (state === 'VOTING')
    query.andWhere('vote.state = :voting AND vote.closesAt > :now', {
      voting: 'VOTING',
      now: instantParameter(query, now),
    });
  else if (state) query.andWhere('vote.state = :state', { state });
  return query;
}

/** An instant as the database's own column holds it. */
function instantParameter(query: SelectQueryBuilder<Vote>, now: Date): unknown {
  const { connection } = query;
  const column = connection.getMetadata(Vote).findColumnWithPropertyName('closesAt');
  return column ? connection.driver.preparePersistentValue(now, column) : now;
}

/** Arguments of a list of votes under a parent. */
export interface VoteArgs extends PageArgs {
  readonly filter?: ParentVoteFilter | null;
  readonly orderBy?: VoteOrder | null;
}

const under = (parentColumn: 'vote.gssCode' | 'vote.communityBudgetId') =>
  definePageLoader<Vote, VoteArgs>((parents, { filter, orderBy, ...args }, { database, now }) =>
    keysetPagesByParent({
      query: narrow(database.reader.createQueryBuilder(Vote, 'vote'), filter ?? {}, now),
      alias: 'vote',
      parentColumn,
      parents: [...parents],
      ordering: ORDERS[orderBy ?? 'NEWEST'],
      args,
    }),
  );

/** A page of the votes that each council holds. */
export const votesOfCouncil = under('vote.gssCode');

/** A page of the votes on each community budget's money. */
export const votesOfCommunityBudget = under('vote.communityBudgetId');

/** A page of votes of every council, or of one. */
export function votePage(
  { database, now }: RequestContext,
  args: PageArgs,
  filter: VoteFilter,
  orderBy: VoteOrder,
): Promise<Page<Vote>> {
  const query = narrow(database.reader.createQueryBuilder(Vote, 'vote'), filter, now);
  if (filter.council) query.andWhere('vote.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'vote', ordering: ORDERS[orderBy], args });
}

/** Arguments of the list of a vote's projects. */
export interface VoteProjectArgs extends PageArgs {
  readonly filter?: VoteProjectFilter | null;
  readonly orderBy?: VoteProjectOrder | null;
}

/** A page of the projects of each vote. */
export const projectsOfVote = definePageLoader<VoteProject, VoteProjectArgs>(
  (votes, { filter, orderBy, ...args }, { database }) => {
    const query = database.reader.createQueryBuilder(VoteProject, 'project');
    if (filter?.state) query.andWhere('project.state = :state', { state: filter.state });
    return keysetPagesByParent({
      query,
      alias: 'project',
      parentColumn: 'project.voteId',
      parents: [...votes],
      ordering: PROJECT_ORDERS[orderBy ?? 'NUMBER'],
      args,
    });
  },
);
