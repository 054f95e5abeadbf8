import { graphqlEnum } from '@coop/shared/graphql';
import { CO_OPERATIVE_APPROACHES, COMMITMENT_MAKERS } from './approaches.law';
import { COMMITMENT_LIFECYCLE, type CommitmentState as State } from './commitment.lifecycle';

/** Ways in which a council works co-operatively. */
export const CoOperativeApproach = graphqlEnum(
  'CoOperativeApproach',
  'A way in which a council works co-operatively.',
  CO_OPERATIVE_APPROACHES,
);
export type CoOperativeApproach = keyof typeof CO_OPERATIVE_APPROACHES;

/** Who made a commitment. */
export const CommitmentMaker = graphqlEnum(
  'CommitmentMaker',
  'Who made a co-operative commitment.',
  COMMITMENT_MAKERS,
);
export type CommitmentMaker = keyof typeof COMMITMENT_MAKERS;

/** States of commitments. */
export const CommitmentState = graphqlEnum(
  'CommitmentState',
  'How a co-operative commitment stands.',
  COMMITMENT_LIFECYCLE.states,
);
export type CommitmentState = State;
