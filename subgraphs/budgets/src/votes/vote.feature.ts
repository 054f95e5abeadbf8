import { BALLOT_ENTITIES, ballotMigrations } from '@coop/shared/ballots';
import type { Feature } from '@coop/shared/graphql';
import { BallotMutations } from './ballot-mutations.resolver';
import { BallotResolver } from './ballot.resolver';
import { CommunityBudgetVotesResolver, CouncilVotesResolver } from './parent-votes.resolver';
import { VoteMutations } from './vote-mutations.resolver';
import { VoteProject } from './vote-project.entity';
import { voteProjectLifecycle } from './vote-project.lifecycle';
import { VoteProjectResolver } from './vote-project.resolver';
import { rollImporter } from './roll.import';
import { votesDemo } from './vote.demo';
import { Vote } from './vote.entity';
import { voteLifecycle } from './vote.lifecycle';
import { voteExporter } from './vote.export';
import { voteMigrations } from './vote.migrations';
import { voteById, voteProjectById } from './vote.queries';
import { VoteResolver } from './vote.resolver';

/** Participatory votes: proposals, feasibility, secret ballots, tally, delivery. */
export const votes: Feature = {
  resolvers: [
    VoteResolver,
    VoteProjectResolver,
    BallotResolver,
    CommunityBudgetVotesResolver,
    CouncilVotesResolver,
    VoteMutations,
    BallotMutations,
  ],
  references: {
    Vote: ({ id }, context) => (typeof id === 'string' ? voteById.load(context, id) : null),
    VoteProject: ({ id }, context) => (typeof id === 'string' ? voteProjectById.load(context, id) : null),
  },
  entities: [Vote, VoteProject, ...BALLOT_ENTITIES],
  migrations: [...ballotMigrations, ...voteMigrations],
  importers: [rollImporter],
  exporters: [voteExporter],
  demo: votesDemo,
  lifecycles: [voteLifecycle, voteProjectLifecycle],
};
