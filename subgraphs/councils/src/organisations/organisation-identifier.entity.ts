import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { OrganisationStanding } from './organisation.enums';

/** A number of an organisation in a register, with what the register says about it. */
@Entity('organisation_identifier')
@Index(['organisationId'])
@Index(['scheme', 'position', 'nameSort', 'id'])
@Index(['importRunId'])
@ObjectType({
  description: 'A number of an organisation in a register, with what the register says about it.',
})
export class OrganisationIdentifier {
  /** The org-id where the number tells one body from all others, so that it is there once; else an id of its own. */
  @IdColumn()
  id!: string;

  @RefColumn()
  organisationId!: string;

  @Field(() => String, {
    description: 'Code of the register in the org-id list (org-id.guide): `GB-COH`, `GB-CHC`, `GB-MPR`.',
  })
  @CodeColumn(12)
  scheme!: string;

  /** The number in the register's own normal form; the field `id`. */
  @CodeColumn(120)
  number!: string;

  /** Place among the numbers of its organisation in the same register, from 0. */
  @IntegerColumn()
  position!: number;

  /** The organisation's name as text sorts: so that the bodies in a register are listed by name. */
  @TextColumn(191)
  nameSort!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name in the register; null where the entry has not been read.',
  })
  @TextColumn(255, { nullable: true })
  registeredName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The state of the entry in the register’s own words: `Active`, `Removed`, `Deregistered`.',
  })
  @TextColumn(80, { nullable: true })
  status!: string | null;

  @Field(() => OrganisationStanding, { description: 'What the state of the entry comes to.' })
  @CodeColumn(20)
  standing!: OrganisationStanding;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of registration; null where unknown.' })
  @DayColumn({ nullable: true })
  registeredOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day of removal, dissolution or deregistration; null while it stands or where unknown.',
  })
  @DayColumn({ nullable: true })
  endedOn!: LocalDate | null;

  /** The import that brought it; empty for one that a person added. */
  @RefColumn()
  importRunId!: string;
}
