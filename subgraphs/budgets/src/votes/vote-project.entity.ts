import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { VoteProjectState } from './vote.enums';

/** Sorts behind every number: the project is on no ballot paper. */
export const NO_NUMBER = 1_000_000;

/** A project that residents propose and vote on. */
@Entity('vote_project')
@Index(['gssCode', 'voteId', 'number'])
@Index(['voteId', 'number'])
@Index(['voteId', 'costPence'])
@NodeId('voteproject')
@ObjectType({
  implements: [Node],
  description:
    'A project of a participatory vote: proposed by a resident, checked by the council, voted on, delivered. Public, but for the name of whoever proposed it.',
})
export class VoteProject {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  voteId!: string;

  @Field(() => String, { description: 'What it is called on the ballot paper.' })
  @TextColumn(300)
  name!: string;

  @Field(() => String, { description: 'What is to be done, where and for whom.' })
  @TextColumn('long')
  description!: string;

  /** In pence; the estimate of whoever proposed it until the council has assessed it. */
  @PenceColumn()
  costPence!: number;

  @Field(() => VoteProjectState, { description: 'Where it stands.' })
  @CodeColumn(32)
  state!: VoteProjectState;

  /** Its place on the ballot paper, from 1; `NO_NUMBER` when it is on none. */
  @IntegerColumn()
  number!: number;

  /** Whoever proposed it, in the capacity in which they did (`actorKey`). Never shown. */
  @TextColumn(255)
  proposedBy!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it was proposed.' })
  @DayColumn()
  proposedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the council said whether it can be done; null before.',
  })
  @DayColumn({ nullable: true })
  assessedOn!: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: "The council's reasons for finding that it can or cannot be done; null before.",
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  /** Place among the winners in the order chosen; null when not funded or not tallied. */
  @IntegerColumn({ nullable: true })
  fundedOrder!: number | null;

  /** The score of the tally; null before. */
  @IntegerColumn({ nullable: true })
  support!: number | null;

  /** Ballots that name it; null before the tally. */
  @IntegerColumn({ nullable: true })
  votes!: number | null;

  /** Why the vote funds it or not; null before the tally. */
  @TextColumn('long', { nullable: true })
  explanation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How its delivery stands, or why it will not come; null when nothing was said.',
  })
  @TextColumn('long', { nullable: true })
  progressNote!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the state of its delivery was last reported; null before.',
  })
  @DayColumn({ nullable: true })
  progressOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;

  /** Its place on the ballot paper. */
  @Field(() => Int, {
    nullable: true,
    name: 'number',
    description: 'Its number on the ballot paper and in the published file; null when it is on none.',
  })
  ballotNumber(): number | null {
    return this.number === NO_NUMBER ? null : this.number;
  }
}
