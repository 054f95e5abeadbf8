import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, IntegerColumn, RefColumn, TextColumn } from '@coop/shared/persistence';

/** A ward of a neighbourhood, or a part of one. */
@Entity('neighbourhood_part')
@Index(['neighbourhoodId', 'position'])
@Index(['wardGssCode'])
@ObjectType({ description: 'A ward that makes up a neighbourhood, or the part of it that does.' })
export class NeighbourhoodPart {
  @IdColumn()
  id!: string;

  @RefColumn()
  neighbourhoodId!: string;

  @CodeColumn(9)
  wardGssCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which part of the ward, in words: `the Cowgate estate`; null for the whole of it.',
  })
  @TextColumn(200, { nullable: true })
  part!: string | null;

  /** Its place in the list, from 0. */
  @IntegerColumn()
  position!: number;
}
