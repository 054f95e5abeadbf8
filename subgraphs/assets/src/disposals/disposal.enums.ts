import { graphqlEnum } from '@coop/shared/graphql';
import { bidRequestLifecycle } from './bid-request.lifecycle';
import { compensationClaimLifecycle } from './compensation-claim.lifecycle';
import { disposalNoticeLifecycle } from './disposal-notice.lifecycle';
import { EXEMPTIONS, type ExemptionGround as ExemptionGroundName } from './exemptions.law';
import { RECIPIENTS, STANDINGS } from './may-dispose.rules';
import { DISPOSAL_KINDS } from './relevant-disposal.rules';

/** Where a disposal notice stands. */
export const DisposalNoticeState = graphqlEnum(
  'DisposalNoticeState',
  "Where an owner's notice of a wish to dispose of listed land stands, on the day of the request. Read from its dates.",
  disposalNoticeLifecycle.states,
);
export type DisposalNoticeState = keyof typeof DisposalNoticeState;

/** Where a bid request stands. */
export const BidRequestState = graphqlEnum(
  'BidRequestState',
  "Where a group's request to be treated as a potential bidder stands.",
  bidRequestLifecycle.states,
);
export type BidRequestState = keyof typeof BidRequestState;

/** What the check of a bid request is decided to be. */
export const BidRequestOutcome = graphqlEnum(
  'BidRequestOutcome',
  'What the council finds of a group that asked to be treated as a potential bidder.',
  {
    CONFIRMED: bidRequestLifecycle.states.CONFIRMED,
    DISQUALIFIED: bidRequestLifecycle.states.DISQUALIFIED,
  },
);
export type BidRequestOutcome = keyof typeof BidRequestOutcome;

/** Where a claim for compensation stands. */
export const CompensationClaimState = graphqlEnum(
  'CompensationClaimState',
  "Where an owner's claim for compensation stands.",
  compensationClaimLifecycle.states,
);
export type CompensationClaimState = keyof typeof CompensationClaimState;

/** The kinds of disposal that are told apart. */
export const DisposalKind = graphqlEnum(
  'DisposalKind',
  'What is disposed of. Which kinds are relevant disposals: Localism Act 2011 s. 96.',
  DISPOSAL_KINDS,
);
export type DisposalKind = keyof typeof DisposalKind;

/** To whom an owner wants to dispose of land. */
export const DisposalRecipient = graphqlEnum(
  'DisposalRecipient',
  'To whom the owner wants to dispose of the land.',
  RECIPIENTS,
);
export type DisposalRecipient = keyof typeof DisposalRecipient;

/** On what footing the answer to "may this be disposed of?" stands. */
export const DisposalStanding = graphqlEnum(
  'DisposalStanding',
  'On what footing the answer to "may this be disposed of?" stands.',
  STANDINGS,
);
export type DisposalStanding = keyof typeof DisposalStanding;

const meanings = Object.fromEntries(
  Object.entries(EXEMPTIONS).map(([ground, { meaning }]) => [ground, meaning]),
) as Record<ExemptionGroundName, string>;

/** The grounds on which a relevant disposal is exempt. */
export const ExemptionGround = graphqlEnum(
  'ExemptionGround',
  'The ground on which a relevant disposal of listed land is exempt (Localism Act 2011 s. 95(5); SI 2012/2421 Sch. 3).',
  meanings,
);
export type ExemptionGround = ExemptionGroundName;

/** The orders of a list of notices. */
export const DisposalNoticeOrder = graphqlEnum('DisposalNoticeOrder', 'The order of a list of notices.', {
  NEWEST: 'The latest received first.',
  ENDING: 'The one whose last clock ends, or ended, earliest first.',
});
export type DisposalNoticeOrder = keyof typeof DisposalNoticeOrder;
