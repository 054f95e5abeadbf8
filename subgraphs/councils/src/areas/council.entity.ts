import { Directive, Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import { NOUN_DESCRIPTIONS } from '@coop/shared/nouns';
import { CodeColumn, DayColumn, IdColumn, TextColumn } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import type { AreaNameSource } from '../area-tables/area-sources.law';
import { Area } from './area.types';
import { CouncilKind, Governance, Nation } from './council.enums';

/** A local authority, present or abolished. */
@Entity('council')
@Index(['gssCode'], { unique: true })
@Index(['nameSort', 'id'])
@Index(['kind', 'nameSort', 'id'])
@Index(['nation', 'nameSort', 'id'])
@Index(['region', 'nameSort', 'id'])
@Directive('@key(fields: "gssCode")')
@NodeId('council')
@ObjectType({
  implements: [Node, Area],
  description: NOUN_DESCRIPTIONS.Council,
})
export class Council {
  /** `council_` and the code: the same in every database. */
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @TextColumn(200)
  name!: string;

  /** The name in its normal form, to sort and search by. */
  @TextColumn(191)
  nameSort!: string;

  /** Where the name comes from: a weightier source renames it. */
  @CodeColumn(20, { default: 'RECORD' })
  nameSource!: AreaNameSource;

  @Field(() => String, {
    nullable: true,
    description:
      'Its name in full, such as `Oldham Metropolitan Borough Council`; null where it is not known.',
  })
  @TextColumn(200, { nullable: true })
  officialName!: string | null;

  @Field(() => CouncilKind, { description: 'What kind of authority it is, as its code says.' })
  @CodeColumn(40)
  kind!: CouncilKind;

  @Field(() => Nation, { description: 'The nation that it is in.' })
  @CodeColumn(20)
  nation!: Nation;

  @Field(() => String, {
    nullable: true,
    description: 'The English region that it is in, such as `North West`; null elsewhere or where unknown.',
  })
  @TextColumn(60, { nullable: true })
  region!: string | null;

  @Field(() => Governance, {
    nullable: true,
    description: 'How it is governed (Local Government Act 2000, Part 1A); null where that is not recorded.',
  })
  @CodeColumn(40, { nullable: true })
  governance!: Governance | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null where it is not known.' })
  @DayColumn({ nullable: true })
  validFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day; null while it exists, or where its end is not known.',
  })
  @DayColumn({ nullable: true })
  validUntil!: LocalDate | null;
}
