import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, payloadType } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Organisation } from '../stubs';
import { TransferReviewKind, TransferState } from './transfer.enums';
import { Transfer } from './transfer.entity';

/** A page of transfers. */
export const TransferConnection = connectionType(Transfer, 'Transfer', 'community asset transfers');

/** The community body of a transfer. */
@ObjectType({ description: 'The community body that a transfer is to, or that asks for one.' })
export class TransferRecipient {
  @Field(() => String, { description: 'Its name, as it was when it asked.' })
  name!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where it named none, or where the directory is away.',
  })
  organisation!: Organisation | null;
}

/** A minister's consent. */
@ObjectType({
  description: "A minister's consent to a disposal at an undervalue, as the council recorded it.",
})
export class TransferConsent {
  @Field(() => LocalDateScalar, { description: 'The day of the consent.' })
  givenOn!: LocalDate;

  @Field(() => String, { description: 'Reference of the letter.' })
  reference!: string;
}

/** The review that comes next. */
@ObjectType({ description: 'The review of a completed transfer that comes next.' })
export class NextTransferReview {
  @Field(() => Int, { description: 'The year since completion that it is of, counted from 1.' })
  year!: number;

  @Field(() => TransferReviewKind, { description: 'What kind of review it is.' })
  kind!: TransferReviewKind;

  @Field(() => LocalDateScalar, { description: 'The last day for it: the anniversary of completion.' })
  dueBy!: LocalDate;

  @Field(() => Boolean, { description: 'True after that day, on the day of the request.' })
  isOverdue!: boolean;
}

/** Which transfers under a parent to list. */
@InputType({ description: 'Which of these transfers to list; everything that is said must hold.' })
export class CouncilTransferFilter {
  @Field(() => TransferState, { nullable: true, description: 'Only in this state.' })
  state?: TransferState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those whose next review is overdue today, false for all others.',
  })
  isReviewOverdue?: boolean | null;
}

/** Which transfers to list. */
@InputType({ description: 'Which transfers to list; everything that is said must hold.' })
export class TransferFilter extends CouncilTransferFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** What the viewer may do with a transfer. */
@ObjectType({ description: 'What the viewer may do with a transfer as it stands now.' })
export class TransferViewerCan {
  @Field(() => Boolean, { description: 'Set out what it is wanted for (`transferExpressInterest`).' })
  expressInterest!: boolean;

  @Field(() => Boolean, { description: 'Hand in the business case (`transferSubmitCase`).' })
  submitCase!: boolean;

  @Field(() => Boolean, { description: 'Decide on the business case (`transferDecide`).' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Decline it (`transferDecline`).' })
  decline!: boolean;

  @Field(() => Boolean, { description: 'State the heads of terms (`transferAgreeTerms`).' })
  agreeTerms!: boolean;

  @Field(() => Boolean, { description: 'Record its completion (`transferComplete`).' })
  complete!: boolean;

  @Field(() => Boolean, { description: 'Record a review (`transferReview`).' })
  review!: boolean;

  @Field(() => Boolean, { description: 'Record its end (`transferEnd`).' })
  end!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`transferWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Read the business case.' })
  readConfidential!: boolean;
}

/** What `transferEnquire` answers. */
export const TransferEnquirePayload = payloadType('TransferEnquirePayload', 'transfer', Transfer);
/** What `transferExpressInterest` answers. */
export const TransferExpressInterestPayload = payloadType(
  'TransferExpressInterestPayload',
  'transfer',
  Transfer,
);
/** What `transferSubmitCase` answers. */
export const TransferSubmitCasePayload = payloadType('TransferSubmitCasePayload', 'transfer', Transfer);
/** What `transferDecide` answers. */
export const TransferDecidePayload = payloadType('TransferDecidePayload', 'transfer', Transfer);
/** What `transferDecline` answers. */
export const TransferDeclinePayload = payloadType('TransferDeclinePayload', 'transfer', Transfer);
/** What `transferAgreeTerms` answers. */
export const TransferAgreeTermsPayload = payloadType('TransferAgreeTermsPayload', 'transfer', Transfer);
/** What `transferComplete` answers. */
export const TransferCompletePayload = payloadType('TransferCompletePayload', 'transfer', Transfer);
/** What `transferReview` answers. */
export const TransferReviewPayload = payloadType('TransferReviewPayload', 'transfer', Transfer);
/** What `transferEnd` answers. */
export const TransferEndPayload = payloadType('TransferEndPayload', 'transfer', Transfer);
/** What `transferWithdraw` answers. */
export const TransferWithdrawPayload = payloadType('TransferWithdrawPayload', 'transfer', Transfer);
