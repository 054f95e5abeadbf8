import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChangeInput,
  IsDay,
  IsIdText,
  IsText,
  LocalDateScalar,
  MutationInput,
  Nested,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CommunityGroupInput } from '../groups/group.types';
import { BidRequestOutcome, DisposalKind, DisposalRecipient, ExemptionGround } from './disposal.enums';

const STATEMENT = 10_000;

/** The shape of a disposal that somebody has in mind, or has made. */
@InputType({
  description:
    'The shape of a disposal, by which it is told whether it is a relevant one (Localism Act 2011 s. 96).',
})
export class DisposalShapeInput {
  @IsIn(Object.keys(DisposalKind))
  @Field(() => DisposalKind, { description: 'What is disposed of.' })
  kind!: DisposalKind;

  @IsBoolean()
  @Field(() => Boolean, {
    description: 'Whether the land passes empty: a sale subject to a tenancy is not with vacant possession.',
  })
  withVacantPossession!: boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9_999)
  @Field(() => Int, {
    nullable: true,
    description:
      'Of a lease: the whole years that it has, or had, to run on the day when it is, or was, granted.',
  })
  leaseYearsAtGrant?: number | null;
}

/** An owner, as the notice names it. */
@InputType({ description: 'An owner of land, as named in the notice.' })
export class DisposalOwnerInput {
  @IsText(300)
  @Field(() => String, {
    description: "The owner's name. Published where it is an organisation, not a person's.",
  })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'Its id in the directory, `organisation_…`, if it is there.',
  })
  organisationId?: string | null;
}

/** An owner's notice of a wish to dispose of listed land. */
@InputType({
  description: "An owner's notice of a wish to dispose of listed land (Localism Act 2011 s. 95(2)).",
})
export class DisposalNotifyInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the asset, `asset_…`.' })
  assetId!: string;

  @IsObject()
  @Nested(() => DisposalOwnerInput)
  @Field(() => DisposalOwnerInput, { description: 'Who owns the land.' })
  owner!: DisposalOwnerInput;

  @IsObject()
  @Nested(() => DisposalShapeInput)
  @Field(() => DisposalShapeInput, { description: 'What the owner wishes to do.' })
  disposal!: DisposalShapeInput;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'For an officer who records a notice on paper: the day on which the council received it. Today unless told.',
  })
  receivedOn?: LocalDate | null;
}

/** Taking a notice back. */
@InputType({ description: "Takes an owner's notice back." })
export class DisposalWithdrawInput extends ChangeInput {}

/** A request to be treated as a potential bidder. */
@InputType({
  description:
    "A community interest group's request to be treated as a potential bidder (Localism Act 2011 s. 95(3)(a)). It needs neither money nor a plan, and binds nobody.",
})
export class DisposalRequestBidInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the notice, `disposal_…`.' })
  noticeId!: string;

  @IsObject()
  @Nested(() => CommunityGroupInput)
  @Field(() => CommunityGroupInput, { description: 'The group that asks.' })
  group!: CommunityGroupInput;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'For an officer who records a request on paper: the day on which the council received it. Today unless told.',
  })
  receivedOn?: LocalDate | null;
}

/** What the council finds of a group that asked. */
@InputType({
  description: 'What the council finds of a group that asked to be treated as a potential bidder.',
})
export class BidRequestCheckInput extends ChangeInput {
  @IsIn(Object.keys(BidRequestOutcome))
  @Field(() => BidRequestOutcome, { description: 'The outcome.' })
  outcome!: BidRequestOutcome;

  @IsText(STATEMENT)
  @Field(() => String, {
    description: 'The reasons; needed when the group is found to be none that may ask. Published.',
  })
  statementOfReasons!: string;
}

/** Taking a bid request back. */
@InputType({ description: 'Takes a bid request back. The full moratorium that it started goes on.' })
export class BidRequestWithdrawInput extends ChangeInput {}

/** A disposal that was made. */
@InputType({
  description:
    'Records that a disposal of an asset was entered into. Refused, with the reasons, where the law did not permit it on that day.',
})
export class DisposalCompleteInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the asset, `asset_…`.' })
  assetId!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the notice on which it was made; left out, the one that permitted it is found.',
  })
  noticeId?: string | null;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the exemption under which it was made; needed when several are on record.',
  })
  exemptDisposalId?: string | null;

  @IsDay()
  @Field(() => LocalDateScalar, {
    description:
      'The day on which it was entered into: that of the binding agreement, if there was one (s. 96(4)).',
  })
  on!: LocalDate;

  @IsIn(Object.keys(DisposalRecipient))
  @Field(() => DisposalRecipient, { description: 'To whom.' })
  to!: DisposalRecipient;

  @IsObject()
  @Nested(() => DisposalShapeInput)
  @Field(() => DisposalShapeInput, { description: 'What was disposed of.' })
  disposal!: DisposalShapeInput;
}

/** An exempt disposal. */
@InputType({ description: 'Records that a disposal of listed land is exempt (Localism Act 2011 s. 95(5)).' })
export class ExemptDisposalRecordInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the asset, `asset_…`.' })
  assetId!: string;

  @IsIn(Object.keys(ExemptionGround))
  @Field(() => ExemptionGround, { description: 'On what ground.' })
  ground!: ExemptionGround;

  @IsText(STATEMENT)
  @Field(() => String, {
    description:
      'What makes the ground out, and where it can be seen. Not published: it may tell of a family.',
  })
  evidence!: string;

  @IsOptional()
  @IsDay()
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the obligation or agreement; needed for the grounds that rest on one.',
  })
  agreedOn?: LocalDate | null;
}

/** The end of an exemption. */
@InputType({ description: 'Ends an exemption: its disposal was made or given up.' })
export class ExemptDisposalEndInput extends ChangeInput {
  @IsDay()
  @Field(() => LocalDateScalar, { description: 'The first day on which it is off again.' })
  endedOn!: LocalDate;
}
