import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Decision } from './decision.entity';
import { CouncilPower, DecisionMaker } from './decision.enums';

/** A page of decisions. */
export const DecisionConnection = connectionType(Decision, 'Decision', 'decisions');

/** Which of a council's decisions to list; everything that is said must hold. */
@InputType({ description: 'Which of a council’s decisions to list; everything that is said must hold.' })
export class CouncilDecisionFilter {
  @Field(() => DecisionMaker, { nullable: true, description: 'Only those taken by these.' })
  decidedBy?: DecisionMaker | null;

  @Field(() => CouncilPower, { nullable: true, description: 'Only those that rest on this power.' })
  power?: CouncilPower | null;

  @Field(() => Boolean, { nullable: true, description: 'True for key decisions only, false for all others.' })
  isKeyDecision?: boolean | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those taken on this day or later.' })
  takenFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those taken on this day or before.' })
  takenUntil?: LocalDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to list records that a later one corrects too; they are left out otherwise.',
  })
  includeCorrected?: boolean | null;
}

/** Which decisions to list; everything that is said must hold. */
@InputType({ description: 'Which decisions to list; everything that is said must hold.' })
export class DecisionFilter extends CouncilDecisionFilter {
  @Field(() => ID, { nullable: true, description: 'Code of a council: only its decisions.' })
  council?: string | null;
}

/** What the viewer may do with a decision. */
@ObjectType({ description: 'What the viewer may do with a decision now.' })
export class DecisionViewerCan {
  @Field(() => Boolean, { description: 'Correct the record: `decisionCorrect`.' })
  correct!: boolean;
}
