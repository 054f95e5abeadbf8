import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import { CodeColumn, DayColumn, FlagColumn, IdColumn, RefColumn, TextColumn } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { ResourceForm } from './ledger.enums';

/** What is set aside for a priority or a service. Its money is in the accounts that it owns. */
@Entity('allocation')
@Index(['fundId', 'allocatedOn'])
@Index(['gssCode', 'allocatedOn'])
@NodeId('allocation')
@ObjectType({
  implements: [Node],
  description: 'What is set aside out of a community budget for one of its priorities or services. Public.',
})
export class Allocation {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  @Field(() => ResourceForm, { description: 'In which form it was put in.' })
  @CodeColumn(16)
  form!: ResourceForm;

  @Field(() => String, { description: 'What it is for.' })
  @TextColumn(300)
  purpose!: string;

  @RefColumn({ nullable: true })
  priorityId!: string | null;

  /** The service of the plan's package. */
  @RefColumn({ nullable: true })
  serviceId!: string | null;

  @Field(() => LocalDateScalar, { description: 'Day on which it was first set aside.' })
  @DayColumn()
  allocatedOn!: LocalDate;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;
}
