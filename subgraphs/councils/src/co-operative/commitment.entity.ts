import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CoOperativeApproach, CommitmentMaker } from './co-operative.enums';

/** That a council committed itself to working co-operatively. */
@Entity('co_operative_commitment')
@Index(['councilGssCode', 'endedOn'])
@NodeId('commitment')
@ObjectType({
  implements: Node,
  description:
    'A standing commitment to work as a co-operative council: since when, by whom, and in which ways.',
})
export class CoOperativeCommitment {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day from which it holds; null where only that it holds is known.',
  })
  @DayColumn({ nullable: true })
  since!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null while it stands.' })
  @DayColumn({ nullable: true })
  endedOn!: LocalDate | null;

  @Field(() => CommitmentMaker, { description: 'Who made it: the council itself, or a group on it.' })
  @CodeColumn(40)
  madeBy!: CommitmentMaker;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the group, where not the council itself made it.',
  })
  @TextColumn(200, { nullable: true })
  group!: string | null;

  @Field(() => [CoOperativeApproach], { description: 'In which ways the council works co-operatively.' })
  @JsonColumn()
  approaches!: CoOperativeApproach[];

  @Field(() => Boolean, {
    description: 'True for a row of the demo world whose figures are made up or not known exactly.',
  })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written; send it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
