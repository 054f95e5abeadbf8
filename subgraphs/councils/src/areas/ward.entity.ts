import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import { NOUN_DESCRIPTIONS } from '@coop/shared/nouns';
import { CodeColumn, DayColumn, IdColumn, IntegerColumn, TextColumn } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import type { AreaNameSource } from '../area-tables/area-sources.law';
import { Area } from './area.types';

/** An electoral ward or division. */
@Entity('ward')
@Index(['gssCode'], { unique: true })
@Index(['nameSort', 'id'])
@Directive('@key(fields: "gssCode")')
@NodeId('ward')
@ObjectType({
  implements: [Node, Area],
  description: NOUN_DESCRIPTIONS.Ward,
})
export class Ward {
  /** `ward_` and the code: the same in every database. */
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

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null where it is not known.' })
  @DayColumn({ nullable: true })
  validFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day; null while it exists, or where its end is not known.',
  })
  @DayColumn({ nullable: true })
  validUntil!: LocalDate | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The first year in whose official table the code stands (the tables begin with 2016); null where no table was loaded.',
  })
  @IntegerColumn({ nullable: true })
  firstSeenYear!: number | null;
}
