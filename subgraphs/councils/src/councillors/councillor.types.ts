import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { CouncillorInterest } from './councillor-interest.entity';
import { Councillor } from './councillor.entity';
import { Dispensation } from './dispensation.entity';

/** A page of councillors. */
export const CouncillorConnection = connectionType(Councillor, 'Councillor', 'councillors');

/** A page of dispensations. */
export const DispensationConnection = connectionType(Dispensation, 'Dispensation', 'dispensations');

/** A page of interests. */
export const CouncillorInterestConnection = connectionType(
  CouncillorInterest,
  'CouncillorInterest',
  'registered interests',
);

/** Which councillors to list; everything that is said must hold. */
@InputType({ description: 'Which councillors to list; everything that is said must hold.' })
export class CouncillorFilter {
  @Field(() => ID, { nullable: true, description: 'Code of a council: only its councillors.' })
  council?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of a ward: only those who sit for it.' })
  ward?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those in office on this day.' })
  on?: LocalDate | null;
}

/** What the viewer may do with a councillor's record. */
@ObjectType({ description: 'What the viewer may do with a councillor’s record now.' })
export class CouncillorViewerCan {
  @Field(() => Boolean, { description: 'End the term: `councillorEnd`.' })
  end!: boolean;

  @Field(() => Boolean, { description: 'Grant a dispensation: `dispensationGrant`.' })
  grantDispensation!: boolean;

  @Field(() => Boolean, { description: 'Enter an interest: `councillorInterestRegister`.' })
  registerInterest!: boolean;
}

/** What the viewer may do with a dispensation. */
@ObjectType({ description: 'What the viewer may do with a dispensation now.' })
export class DispensationViewerCan {
  @Field(() => Boolean, { description: 'Take it back: `dispensationWithdraw`.' })
  withdraw!: boolean;
}
