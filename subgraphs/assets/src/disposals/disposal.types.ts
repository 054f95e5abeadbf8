import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, payloadType, Reason } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Organisation } from '../stubs';
import { BidRequest } from './bid-request.entity';
import { CompensationClaim } from './compensation-claim.entity';
import { DisposalStanding } from './disposal.enums';
import { DisposalNotice } from './disposal-notice.entity';
import { DisposalRecord } from './disposal-record.entity';
import { ExemptDisposal } from './exempt-disposal.entity';

/** A page of notices. */
export const DisposalNoticeConnection = connectionType(
  DisposalNotice,
  'DisposalNotice',
  "owners' notices of a wish to dispose of listed land",
);

/** A page of claims. */
export const CompensationClaimConnection = connectionType(
  CompensationClaim,
  'CompensationClaim',
  'claims for compensation',
);

/** Whether an owner may dispose of an asset. */
@ObjectType({
  description:
    'Whether the owner of an asset may dispose of it on a day, and why (Localism Act 2011 ss. 95–96). Worked out of what is on record; no legal advice.',
})
export class MayDispose {
  @Field(() => Boolean, { description: 'Whether a relevant disposal may be entered into on that day.' })
  permitted!: boolean;

  @Field(() => DisposalStanding, { description: 'On what footing the answer stands.' })
  standing!: DisposalStanding;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The last day on which `permitted` stays what it is, by what is known today; null when no change is in sight.',
  })
  until!: LocalDate | null;

  @Field(() => [Reason], { description: 'Why, each reason with the law behind it.' })
  reasons!: readonly Reason[];
}

/** The owner of land. */
@ObjectType({ description: 'The owner of land, as a notice names it.' })
export class DisposalOwner {
  @Field(() => String, { description: 'The name, as it stood in the notice.' })
  name!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where none was named, or where the directory is away.',
  })
  organisation!: Organisation | null;
}

/** Which of a council's notices to list. */
@InputType({ description: "Which of a council's notices to list; everything that is said must hold." })
export class CouncilDisposalNoticeFilter {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for those of which a clock still runs: a moratorium or the protected period, and the notice neither used nor taken back. False for all others.',
  })
  isRunning?: boolean | null;
}

/** Which notices to list. */
@InputType({ description: 'Which notices to list; everything that is said must hold.' })
export class DisposalNoticeFilter extends CouncilDisposalNoticeFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** What the viewer may do with a notice. */
@ObjectType({ description: 'What the viewer may do with a notice as it stands now.' })
export class DisposalNoticeViewerCan {
  @Field(() => Boolean, { description: 'Take it back (`disposalWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, {
    description: 'Ask, for a group, to be treated as a potential bidder (`disposalRequestBid`).',
  })
  requestBid!: boolean;

  @Field(() => Boolean, { description: 'Record a disposal on it (`disposalComplete`).' })
  complete!: boolean;

  @Field(() => Boolean, { description: "Read what is not published: a person's name as owner." })
  readConfidential!: boolean;
}

/** What the viewer may do with a bid request. */
@ObjectType({ description: 'What the viewer may do with a bid request as it stands now.' })
export class BidRequestViewerCan {
  @Field(() => Boolean, { description: 'Check whether the group may ask (`bidRequestCheck`).' })
  check!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`bidRequestWithdraw`).' })
  withdraw!: boolean;
}

/** What the viewer may do with a claim. */
@ObjectType({ description: 'What the viewer may do with a claim as it stands now.' })
export class CompensationClaimViewerCan {
  @Field(() => Boolean, { description: 'Decide on it (`compensationClaimDecide`).' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`compensationClaimWithdraw`).' })
  withdraw!: boolean;
}

/** What `disposalNotify` answers. */
export const DisposalNotifyPayload = payloadType('DisposalNotifyPayload', 'disposalNotice', DisposalNotice);
/** What `disposalWithdraw` answers. */
export const DisposalWithdrawPayload = payloadType(
  'DisposalWithdrawPayload',
  'disposalNotice',
  DisposalNotice,
);
/** What `disposalRequestBid` answers. */
export const DisposalRequestBidPayload = payloadType('DisposalRequestBidPayload', 'bidRequest', BidRequest);
/** What `bidRequestCheck` answers. */
export const BidRequestCheckPayload = payloadType('BidRequestCheckPayload', 'bidRequest', BidRequest);
/** What `bidRequestWithdraw` answers. */
export const BidRequestWithdrawPayload = payloadType('BidRequestWithdrawPayload', 'bidRequest', BidRequest);
/** What `disposalComplete` answers. */
export const DisposalCompletePayload = payloadType(
  'DisposalCompletePayload',
  'disposalRecord',
  DisposalRecord,
);
/** What `exemptDisposalRecord` answers. */
export const ExemptDisposalRecordPayload = payloadType(
  'ExemptDisposalRecordPayload',
  'exemptDisposal',
  ExemptDisposal,
);
/** What `exemptDisposalEnd` answers. */
export const ExemptDisposalEndPayload = payloadType(
  'ExemptDisposalEndPayload',
  'exemptDisposal',
  ExemptDisposal,
);
/** What `compensationClaimReceive` answers. */
export const CompensationClaimReceivePayload = payloadType(
  'CompensationClaimReceivePayload',
  'compensationClaim',
  CompensationClaim,
);
/** What `compensationClaimDecide` answers. */
export const CompensationClaimDecidePayload = payloadType(
  'CompensationClaimDecidePayload',
  'compensationClaim',
  CompensationClaim,
);
/** What `compensationClaimWithdraw` answers. */
export const CompensationClaimWithdrawPayload = payloadType(
  'CompensationClaimWithdrawPayload',
  'compensationClaim',
  CompensationClaim,
);
