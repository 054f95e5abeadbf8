import { graphqlEnum } from '@coop/shared/graphql';
import { REVIEW_KINDS } from './transfer-review.rules';
import { transferLifecycle } from './transfer.lifecycle';
import { INTERESTS } from './transfer.rules';
import { HOLDING_POWERS, WELLBEING } from './transfers.law';
import { UNDERVALUE_BASES } from './undervalue.rules';

/** Where a community asset transfer stands. */
export const TransferState = graphqlEnum(
  'TransferState',
  'Where a community asset transfer stands.',
  transferLifecycle.states,
);
export type TransferState = keyof typeof TransferState;

/** What a business case is decided to be. */
export const TransferOutcome = graphqlEnum('TransferOutcome', 'How the council decides on a business case.', {
  APPROVED: transferLifecycle.states.APPROVED,
  DECLINED: transferLifecycle.states.DECLINED,
});
export type TransferOutcome = keyof typeof TransferOutcome;

/** What a community body gets. */
export const TransferInterest = graphqlEnum(
  'TransferInterest',
  'What the community body gets in a completed transfer.',
  INTERESTS,
);
export type TransferInterest = keyof typeof TransferInterest;

/** What covers a disposal for less than the best consideration. */
export const UndervalueBasis = graphqlEnum(
  'UndervalueBasis',
  'How a transfer stands to the duty to get the best consideration (Local Government Act 1972 s. 123(2)).',
  UNDERVALUE_BASES,
);
export type UndervalueBasis = keyof typeof UndervalueBasis;

/** Under which powers the council holds the land. */
export const HoldingPower = graphqlEnum(
  'HoldingPower',
  'Under which powers the council holds the land, and so whose consent a disposal at an undervalue needs.',
  HOLDING_POWERS,
);
export type HoldingPower = keyof typeof HoldingPower;

/** What a disposal at an undervalue must help to promote or improve. */
export const TransferWellbeing = graphqlEnum(
  'TransferWellbeing',
  'What a transfer at an undervalue must help to promote or improve (General Disposal Consent 2003 para. 2).',
  WELLBEING,
);
export type TransferWellbeing = keyof typeof TransferWellbeing;

/** The kind of review that belongs to a year. */
export const TransferReviewKind = graphqlEnum(
  'TransferReviewKind',
  'The kind of review that a completed transfer has in a year.',
  REVIEW_KINDS,
);
export type TransferReviewKind = keyof typeof TransferReviewKind;

/** The orders of a list of transfers. */
export const TransferOrder = graphqlEnum('TransferOrder', 'The order of a list of transfers.', {
  NEWEST: 'The latest enquiry first.',
  REVIEW_DUE: 'The one whose next review is due earliest first; those without one come last.',
});
export type TransferOrder = keyof typeof TransferOrder;
