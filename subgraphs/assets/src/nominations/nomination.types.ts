import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, payloadType } from '@coop/shared/graphql';
import { NominationState } from './nomination.enums';
import { Nomination } from './nomination.entity';

/** A page of nominations. */
export const NominationConnection = connectionType(Nomination, 'Nomination', 'nominations');

/** Which of a council's nominations to list. */
@InputType({ description: "Which of a council's nominations to list; everything that is said must hold." })
export class CouncilNominationFilter {
  @Field(() => NominationState, { nullable: true, description: 'Only in this state.' })
  state?: NominationState | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for those that still wait after the last day for their decision, false for all others.',
  })
  isOverdue?: boolean | null;
}

/** Which nominations to list. */
@InputType({ description: 'Which nominations to list; everything that is said must hold.' })
export class NominationFilter extends CouncilNominationFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;
}

/** What the viewer may do with a nomination. */
@ObjectType({ description: 'What the viewer may do with a nomination as it stands now.' })
export class NominationViewerCan {
  @Field(() => Boolean, { description: 'Decide it (`nominationDecide`).' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Return it as no community nomination (`nominationReturn`).' })
  return!: boolean;

  @Field(() => Boolean, { description: 'Take it back (`nominationWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, {
    description: "Read what is not published: the group's contact, its members, owners and occupiers.",
  })
  readConfidential!: boolean;
}

/** What `assetNominate` answers. */
export const AssetNominatePayload = payloadType('AssetNominatePayload', 'nomination', Nomination);
/** What `nominationDecide` answers. */
export const NominationDecidePayload = payloadType('NominationDecidePayload', 'nomination', Nomination);
/** What `nominationReturn` answers. */
export const NominationReturnPayload = payloadType('NominationReturnPayload', 'nomination', Nomination);
/** What `nominationWithdraw` answers. */
export const NominationWithdrawPayload = payloadType('NominationWithdrawPayload', 'nomination', Nomination);
