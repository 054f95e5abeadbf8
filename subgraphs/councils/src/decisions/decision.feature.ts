import type { Feature } from '@coop/shared/graphql';
import { decisionDemo } from './decision.demo';
import { DecisionParticipant } from './decision-participant.entity';
import { Decision } from './decision.entity';
import { decisionMigrations } from './decision.migrations';
import { decisionOfReference } from './decision.queries';
import { DecisionMutationResolver } from './decision-mutation.resolver';
import { CouncilDecisionsResolver, DecisionParticipantResolver, DecisionResolver } from './decision.resolver';

/** Decisions as a public record. */
export const decisions: Feature = {
  resolvers: [
    DecisionResolver,
    DecisionMutationResolver,
    DecisionParticipantResolver,
    CouncilDecisionsResolver,
  ],
  references: { Decision: decisionOfReference },
  entities: [Decision, DecisionParticipant],
  migrations: decisionMigrations,
  demo: decisionDemo,
};
