import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Money, toConnection, type RequestContext } from '@coop/shared/graphql';
import { decideForCouncil, ownSubmission, readConfidential } from '../access';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { TransferOrder } from './transfer.enums';
import { TransferReview } from './transfer-review.entity';
import { Transfer } from './transfer.entity';
import { transferLifecycle } from './transfer.lifecycle';
import { nextReviewOf, reviewsOfTransfer, transferById, transferPage } from './transfer.queries';
import {
  NextTransferReview,
  TransferConnection,
  TransferConsent,
  TransferFilter,
  TransferRecipient,
  TransferViewerCan,
} from './transfer.types';

const mayReadAll = (transfer: Transfer, { actor }: RequestContext): boolean =>
  readConfidential.allows(actor, transfer) || ownSubmission.allows(actor, transfer);

/** Community asset transfers, and what is worked out of them. */
@Resolver(() => Transfer)
export class TransferResolver {
  @Query(() => Transfer, {
    nullable: true,
    description: 'The community asset transfer with an id; null when there is none.',
  })
  transfer(
    @Arg('id', () => ID, { description: 'Its id, `transfer_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Transfer | null> {
    return transferById.load(context, id);
  }

  @ListSize()
  @Query(() => TransferConnection, {
    description: 'Community asset transfers, from enquiries to those that ended.',
  })
  async transfers(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => TransferFilter, { nullable: true, description: 'Which of them.' })
    filter: TransferFilter | null,
    @Arg('orderBy', () => TransferOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: TransferOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(TransferConnection, await transferPage(context, args, filter ?? {}, orderBy));
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that it is of.' })
  asset(@Root() { assetId }: Transfer, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that holds the asset.' })
  council(@Root() { gssCode }: Transfer): Council {
    return { gssCode };
  }

  @FieldResolver(() => TransferRecipient, { description: 'The community body.' })
  recipient(@Root() { recipientName, recipientOrganisationId }: Transfer): TransferRecipient {
    return {
      name: recipientName,
      organisation: recipientOrganisationId === null ? null : { id: recipientOrganisationId },
    };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The business case. For officers and auditors of the council and whoever handed it in; null for others.',
  })
  businessCase(@Root() transfer: Transfer, @Ctx() context: RequestContext): string | null {
    return mayReadAll(transfer, context) ? transfer.businessCaseText : null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What the interest would fetch without restrictions, as a qualified valuer found; null when not valued, and before the decision.',
  })
  unrestrictedValue(@Root() { unrestrictedValuePence }: Transfer): Money | null {
    return Money.orNull(unrestrictedValuePence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What the council takes for it: premium, or capitalised rent; null before the decision.',
  })
  consideration(@Root() { considerationPence }: Transfer): Money | null {
    return Money.orNull(considerationPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'Unrestricted value less consideration, never below nothing; null when not valued, and before the decision.',
  })
  undervalue(@Root() { undervaluePence }: Transfer): Money | null {
    return Money.orNull(undervaluePence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Rent for a year; nothing at a peppercorn, null for the freehold and before completion.',
  })
  rent(@Root() { rentPence }: Transfer): Money | null {
    return Money.orNull(rentPence);
  }

  @FieldResolver(() => TransferConsent, {
    nullable: true,
    description: "The ministers' consent, where the General Disposal Consent does not cover it.",
  })
  consent(@Root() { consentGivenOn, consentReference }: Transfer): TransferConsent | null {
    return consentGivenOn === null || consentReference === null
      ? null
      : { givenOn: consentGivenOn, reference: consentReference };
  }

  @FieldResolver(() => [TransferReview], { description: 'Its reviews, the first year first.' })
  async reviews(@Root() { id }: Transfer, @Ctx() context: RequestContext): Promise<TransferReview[]> {
    return (await reviewsOfTransfer.load(context, id)) ?? [];
  }

  @FieldResolver(() => NextTransferReview, {
    nullable: true,
    description: 'The review that comes next; null unless it is completed and has not ended.',
  })
  nextReview(@Root() transfer: Transfer, @Ctx() context: RequestContext): Promise<NextTransferReview | null> {
    return nextReviewOf(context, transfer);
  }

  @FieldResolver(() => TransferViewerCan, { description: 'What the viewer may do with it as it stands now.' })
  viewerCan(@Root() transfer: Transfer, @Ctx() context: RequestContext): TransferViewerCan {
    const officer = decideForCouncil.allows(context.actor, transfer);
    const body = ownSubmission.allows(context.actor, transfer);
    const open = (action: (typeof transferLifecycle.actions)[number]) =>
      transferLifecycle.permit(action, transfer.state).ok;
    return {
      expressInterest: body && open('expressInterest'),
      submitCase: body && open('submitCase'),
      decide: officer && open('decide'),
      decline: officer && open('decline'),
      agreeTerms: officer && open('agreeTerms'),
      complete: officer && open('complete'),
      review: officer && open('review'),
      end: officer && open('end'),
      withdraw: body && open('withdraw'),
      readConfidential: mayReadAll(transfer, context),
    };
  }
}
