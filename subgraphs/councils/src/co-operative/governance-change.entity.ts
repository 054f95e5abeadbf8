import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import { CodeColumn, DayColumn, FlagColumn, IdColumn } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { Governance } from '../areas/council.enums';

/** That a council resolved to change how it is governed. */
@Entity('governance_change')
@Index(['councilGssCode', 'resolvedOn'])
@NodeId('governancechange')
@ObjectType({
  implements: Node,
  description:
    'A council’s resolution to change how it is governed (Local Government Act 2000 s. 9KC). Public.',
})
export class GovernanceChange {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @Field(() => Governance, {
    nullable: true,
    description: 'How it was governed before; null where that was not on record.',
  })
  @CodeColumn(40, { nullable: true })
  former!: Governance | null;

  @Field(() => Governance, { description: 'How it is governed by this resolution.' })
  @CodeColumn(40)
  wanted!: Governance;

  @Field(() => LocalDateScalar, { description: 'Day of the resolution.' })
  @DayColumn()
  resolvedOn!: LocalDate;

  @Field(() => Boolean, {
    description: 'True where the people approved in a referendum, so that the five years did not matter.',
  })
  @FlagColumn()
  approvedByReferendum!: boolean;
}
