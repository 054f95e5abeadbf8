import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { DateTimeScalar, LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { AllocationRule, BallotKind, type VoteState } from './vote.enums';

/** A participatory vote: residents decide what a sum of money is spent on. */
@Entity('vote')
@Index(['gssCode', 'startedOn'])
@Index(['gssCode', 'titleSort'])
@Index(['gssCode', 'state', 'closesAt'])
@Index(['communityBudgetId', 'startedOn'])
@Index(['communityBudgetId', 'titleSort'])
@Index(['startedOn'])
@Index(['titleSort'])
@NodeId('vote')
@ObjectType({
  implements: [Node],
  description:
    'A participatory vote: residents propose projects, the council checks what can be done, and residents decide by secret ballot what a sum of money is spent on. Public, but for the roll; who voted how is known to nobody.',
})
export class Vote {
  @IdColumn()
  id!: string;

  /** The council that holds it. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn({ nullable: true })
  communityBudgetId!: string | null;

  @Field(() => String, { description: 'What it is called.' })
  @TextColumn(300)
  title!: string;

  @TextColumn(191)
  titleSort!: string;

  @Field(() => String, { description: 'What it is about, for residents.' })
  @TextColumn('long')
  description!: string;

  /** The stage as it was written down; the clock may have gone further: see `stateAt`. */
  @CodeColumn(32)
  state!: VoteState;

  @Field(() => BallotKind, { description: 'What a ballot may say.' })
  @CodeColumn(32)
  ballotKind!: BallotKind;

  @Field(() => AllocationRule, { description: 'How the budget is allocated when the ballots are counted.' })
  @CodeColumn(32)
  rule!: AllocationRule;

  @PenceColumn()
  budgetPence!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The most projects that a ballot may name; null for any number.',
  })
  @IntegerColumn({ nullable: true })
  mostChoices!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Points that each voter gives away, all of them; null where ballots give no points.',
  })
  @IntegerColumn({ nullable: true })
  points!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The least support that a project needs under GREEDY_THRESHOLD; null under other rules.',
  })
  @IntegerColumn({ nullable: true })
  leastSupport!: number | null;

  /** GSS codes of the wards whose residents may vote; empty for the council's whole area. */
  @JsonColumn()
  wards!: string[];

  @Field(() => Int, { description: 'The youngest that may vote, in years; 0 for no lowest age.' })
  @IntegerColumn()
  minimumAge!: number;

  @Field(() => LocalDateScalar, { description: 'The day on which a voter must be that old.' })
  @DayColumn()
  ageOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Day on which it was begun.' })
  @DayColumn()
  startedOn!: LocalDate;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When voting opens; null until that is set.' })
  @InstantColumn({ nullable: true })
  opensAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When voting closes, to the millisecond by the clock of the service; null until that is set.',
  })
  @InstantColumn({ nullable: true })
  closesAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the tally was run; null before.' })
  @InstantColumn({ nullable: true })
  talliedAt!: Date | null;

  /** Ballots that were counted; null before the tally. */
  @IntegerColumn({ nullable: true })
  ballotsCounted!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Voters who were put on the roll after voting was set; null for a vote from before it was counted. A roll that grew while ballots were cast asks for a look: see `turnout`.',
  })
  @IntegerColumn({ nullable: true })
  votersAddedWhileOpen!: number | null;

  @PenceColumn({ nullable: true })
  spentPence!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null when it was not.' })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
