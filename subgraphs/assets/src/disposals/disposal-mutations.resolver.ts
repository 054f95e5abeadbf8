import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { checkOrganisation } from '../groups/known-organisation.queries';
import { checkBidRequest } from './check-bid-request.command';
import { completeDisposal } from './complete-disposal.command';
import {
  BidRequestCheckInput,
  BidRequestWithdrawInput,
  DisposalCompleteInput,
  DisposalNotifyInput,
  DisposalRequestBidInput,
  DisposalWithdrawInput,
  ExemptDisposalEndInput,
  ExemptDisposalRecordInput,
} from './disposal-inputs.types';
import { bidRequestById, disposalNoticeById } from './disposal-notice.queries';
import { disposalRecordById, exemptDisposalById } from './disposal.queries';
import {
  BidRequestCheckPayload,
  BidRequestWithdrawPayload,
  DisposalCompletePayload,
  DisposalNotifyPayload,
  DisposalRequestBidPayload,
  DisposalWithdrawPayload,
  ExemptDisposalEndPayload,
  ExemptDisposalRecordPayload,
} from './disposal.types';
import { endExemptDisposal } from './end-exempt-disposal.command';
import { notifyDisposal } from './notify-disposal.command';
import { recordExemptDisposal } from './record-exempt-disposal.command';
import { requestBid } from './request-bid.command';
import { withdrawBidRequest } from './withdraw-bid-request.command';
import { withdrawDisposalNotice } from './withdraw-disposal-notice.command';

/** What is done about disposals of listed land. */
@Resolver()
export class DisposalMutations {
  @Mutation(() => DisposalNotifyPayload, {
    description:
      'Tells the council that the owner wishes to dispose of listed land (Localism Act 2011 s. 95(2)), which starts the three clocks: for the owner, or an officer who records a notice on paper.',
  })
  async disposalNotify(
    @Arg('input', () => DisposalNotifyInput, {
      description:
        'Whose notice it is, of which land, and when it was received: the day from which the clocks run.',
    })
    input: DisposalNotifyInput,
    @Ctx() context: RequestContext,
  ) {
    const organisation = await organisationOf(context, input.owner.organisationId);
    return answer(context, notifyDisposal(organisation), input, 'disposalNotice', disposalNoticeById);
  }

  @Mutation(() => DisposalWithdrawPayload, {
    description:
      'Takes a notice back: for whoever gave it, or an officer who records it. A new wish to dispose needs a new notice.',
  })
  disposalWithdraw(
    @Arg('input', () => DisposalWithdrawInput, {
      description: 'Which notice, and when the owner withdrew it.',
    })
    input: DisposalWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawDisposalNotice, input, 'disposalNotice', disposalNoticeById);
  }

  @Mutation(() => DisposalRequestBidPayload, {
    description:
      'Asks, for a community interest group, to be treated as a potential bidder (s. 95(3)(a)): the full moratorium counts at once. For somebody who acts for the group, or an officer who records a request on paper.',
  })
  async disposalRequestBid(
    @Arg('input', () => DisposalRequestBidInput, {
      description: 'Which notice, and which group asks to be treated as a potential bidder.',
    })
    input: DisposalRequestBidInput,
    @Ctx() context: RequestContext,
  ) {
    const organisation = await organisationOf(context, input.group.organisationId);
    return answer(context, requestBid(organisation), input, 'bidRequest', bidRequestById);
  }

  @Mutation(() => BidRequestCheckPayload, {
    description:
      'Confirms a group as one that may ask, or finds that it is none, so that its request never counted: for an officer of the council.',
  })
  bidRequestCheck(
    @Arg('input', () => BidRequestCheckInput, {
      description: 'Which request, and whether the body qualifies.',
    })
    input: BidRequestCheckInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, checkBidRequest, input, 'bidRequest', bidRequestById);
  }

  @Mutation(() => BidRequestWithdrawPayload, {
    description:
      'Takes a bid request back: for whoever made it, or an officer who records it. The full moratorium goes on.',
  })
  bidRequestWithdraw(
    @Arg('input', () => BidRequestWithdrawInput, { description: 'Which request, and when it was withdrawn.' })
    input: BidRequestWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawBidRequest, input, 'bidRequest', bidRequestById);
  }

  @Mutation(() => DisposalCompletePayload, {
    description:
      'Records that a disposal was entered into, with what follows for notices and list: for an officer of the council. One that the law did not permit is refused with the reasons.',
  })
  disposalComplete(
    @Arg('input', () => DisposalCompleteInput, {
      description: 'Which land went to whom, by what kind of disposal, and on which day it became binding.',
    })
    input: DisposalCompleteInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, completeDisposal, input, 'disposalRecord', disposalRecordById);
  }

  @Mutation(() => ExemptDisposalRecordPayload, {
    description:
      'Records that a disposal of listed land is exempt (s. 95(5)): for an officer of the council.',
  })
  exemptDisposalRecord(
    @Arg('input', () => ExemptDisposalRecordInput, {
      description: 'Which land, on which statutory ground, with what evidence.',
    })
    input: ExemptDisposalRecordInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, recordExemptDisposal, input, 'exemptDisposal', exemptDisposalById);
  }

  @Mutation(() => ExemptDisposalEndPayload, {
    description: 'Ends an exemption that was made use of or given up: for an officer of the council.',
  })
  exemptDisposalEnd(
    @Arg('input', () => ExemptDisposalEndInput, { description: 'Which exemption, and when it ended.' })
    input: ExemptDisposalEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endExemptDisposal, input, 'exemptDisposal', exemptDisposalById);
  }
}

/** Nobody asks the graph on behalf of somebody who may not write anyway. */
const organisationOf = (context: RequestContext, id: string | null | undefined) =>
  checkOrganisation(context, context.actor.kind === 'anonymous' ? null : id);
