import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { checkOrganisation } from '../groups/known-organisation.queries';
import { completeTransfer } from './complete-transfer.command';
import { decideTransfer } from './decide-transfer.command';
import { enquireTransfer } from './enquire-transfer.command';
import {
  agreeTransferTerms,
  declineTransfer,
  endTransfer,
  expressTransferInterest,
  submitTransferCase,
  withdrawTransfer,
} from './move-transfer.command';
import { reviewTransfer } from './review-transfer.command';
import {
  TransferEnquireInput,
  TransferExpressInterestInput,
  TransferSubmitCaseInput,
  TransferDecideInput,
  TransferDeclineInput,
  TransferAgreeTermsInput,
  TransferCompleteInput,
  TransferReviewInput,
  TransferEndInput,
  TransferWithdrawInput,
} from './transfer-inputs.types';
import { transferById } from './transfer.queries';
import {
  TransferEnquirePayload,
  TransferExpressInterestPayload,
  TransferSubmitCasePayload,
  TransferDecidePayload,
  TransferDeclinePayload,
  TransferAgreeTermsPayload,
  TransferCompletePayload,
  TransferReviewPayload,
  TransferEndPayload,
  TransferWithdrawPayload,
} from './transfer.types';

/** What is done about community asset transfers. */
@Resolver()
export class TransferMutations {
  @Mutation(() => TransferEnquirePayload, {
    description:
      'Asks, for a community body, about an asset of the council: for somebody who acts for the body, or an officer who records it.',
  })
  async transferEnquire(
    @Arg('input', () => TransferEnquireInput, {
      description: 'Which land or building, and who would take it on.',
    })
    input: TransferEnquireInput,
    @Ctx() context: RequestContext,
  ) {
    const named = context.actor.kind === 'anonymous' ? null : input.recipient.organisationId;
    const organisation = await checkOrganisation(context, named);
    return answer(context, enquireTransfer(organisation), input, 'transfer', transferById);
  }

  @Mutation(() => TransferExpressInterestPayload, {
    description:
      'Sets out what the body wants the asset for: for whoever enquired, or an officer who records it.',
  })
  transferExpressInterest(
    @Arg('input', () => TransferExpressInterestInput, {
      description: 'Which transfer, and what the body would do with the asset.',
    })
    input: TransferExpressInterestInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, expressTransferInterest, input, 'transfer', transferById);
  }

  @Mutation(() => TransferSubmitCasePayload, {
    description:
      'Hands in the business case, or says where it can be read: for whoever enquired, or an officer who records it.',
  })
  transferSubmitCase(
    @Arg('input', () => TransferSubmitCaseInput, { description: 'Which transfer, and its business case.' })
    input: TransferSubmitCaseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, submitTransferCase, input, 'transfer', transferById);
  }

  @Mutation(() => TransferDecidePayload, {
    description:
      'Decides on the business case: for an officer of the council. An approval states the money, and has to stand by its price (Local Government Act 1972 s. 123; General Disposal Consent 2003).',
  })
  transferDecide(
    @Arg('input', () => TransferDecideInput, {
      description:
        'Which transfer, what is decided on which terms, and why; with the undervalue in whole pence where there is one.',
    })
    input: TransferDecideInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, decideTransfer, input, 'transfer', transferById);
  }

  @Mutation(() => TransferDeclinePayload, {
    description:
      'Says no, with the reasons, before there is a business case or after it was approved: for an officer of the council.',
  })
  transferDecline(
    @Arg('input', () => TransferDeclineInput, { description: 'Which transfer, and the reasons.' })
    input: TransferDeclineInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, declineTransfer, input, 'transfer', transferById);
  }

  @Mutation(() => TransferAgreeTermsPayload, {
    description: 'States the heads of terms: for an officer of the council.',
  })
  transferAgreeTerms(
    @Arg('input', () => TransferAgreeTermsInput, {
      description: 'Which transfer, and the heads of terms that were agreed.',
    })
    input: TransferAgreeTermsInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, agreeTransferTerms, input, 'transfer', transferById);
  }

  @Mutation(() => TransferCompletePayload, {
    description:
      'Records that the lease was granted or the freehold transferred: for an officer of the council. The body shows on the register as the steward from then on; listed land is held back as for any owner.',
  })
  transferComplete(
    @Arg('input', () => TransferCompleteInput, {
      description: 'Which transfer, by lease or freehold, and on which day.',
    })
    input: TransferCompleteInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, completeTransfer, input, 'transfer', transferById);
  }

  @Mutation(() => TransferReviewPayload, {
    description: 'Records a yearly or five-yearly review: for an officer of the council.',
  })
  transferReview(
    @Arg('input', () => TransferReviewInput, {
      description: 'Which transfer, and what the review found on which day.',
    })
    input: TransferReviewInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, reviewTransfer, input, 'transfer', transferById);
  }

  @Mutation(() => TransferEndPayload, {
    description:
      "Says how a completed transfer came to its end: for an officer of the council. The asset is in the council's own care again.",
  })
  transferEnd(
    @Arg('input', () => TransferEndInput, { description: 'Which transfer, and when and why it ended.' })
    input: TransferEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endTransfer, input, 'transfer', transferById);
  }

  @Mutation(() => TransferWithdrawPayload, {
    description: "Takes the body's wish back: for whoever enquired, or an officer who records it.",
  })
  transferWithdraw(
    @Arg('input', () => TransferWithdrawInput, { description: 'Which transfer, and when the body withdrew.' })
    input: TransferWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawTransfer, input, 'transfer', transferById);
  }
}
