import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, IntegerColumn, RefColumn, TextColumn } from '@coop/shared/persistence';

/** A councillor's part in a decision. */
@Entity('decision_participant')
@Index(['decisionId', 'position'])
@ObjectType({ description: 'A councillor’s part in a decision.' })
export class DecisionParticipant {
  @IdColumn()
  id!: string;

  @RefColumn()
  decisionId!: string;

  @RefColumn()
  councillorId!: string;

  /** Place in the record, from 0. */
  @IntegerColumn()
  position!: number;

  @Field(() => String, { description: 'The councillor’s name on the day.' })
  @TextColumn(200)
  name!: string;

  @Field(() => Boolean, { description: 'True where a disclosable pecuniary interest was declared.' })
  @FlagColumn()
  hasPecuniaryInterest!: boolean;

  @Field(() => Boolean, { description: 'Took part in the discussion.' })
  @FlagColumn()
  discussed!: boolean;

  @Field(() => Boolean, { description: 'Voted; how is not recorded here.' })
  @FlagColumn()
  voted!: boolean;

  @Field(() => Boolean, {
    description: 'Had shown a view on the matter before, which is no bar (Localism Act 2011 s. 25).',
  })
  @FlagColumn()
  hadShownView!: boolean;

  /** Id of a dispensation that was relied on; null for none. */
  @RefColumn({ nullable: true })
  dispensationId!: string | null;
}
