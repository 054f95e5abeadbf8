import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CouncilPower } from '../decisions/decision.enums';

/** A power or right as a council put it to use. */
@Entity('power_use')
@Index(['councilGssCode', 'usedOn', 'id'])
@Index(['power', 'usedOn', 'id'])
@Index(['usedOn', 'id'])
@NodeId('poweruse')
@ObjectType({
  implements: Node,
  description:
    'A power or right as a council put it to use: the general power of competence (Localism Act 2011 s. 1), the community rights and others. Public.',
})
export class PowerUse {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @Field(() => String, { description: 'What it was used for, in a few words.' })
  @TextColumn(300)
  title!: string;

  @Field(() => CouncilPower, { description: 'The power that was used.' })
  @CodeColumn(40)
  power!: CouncilPower;

  @Field(() => LocalDateScalar, { description: 'Day from which it was used.' })
  @DayColumn()
  usedOn!: LocalDate;

  @Field(() => String, { description: 'What had stood in the way before.' })
  @TextColumn('long')
  barrierRemoved!: string;

  /** Saving that the council claims for a year, in pence; null when it claims none. */
  @PenceColumn({ nullable: true })
  savingClaimedPence!: number | null;

  @Field(() => Boolean, { description: 'True where it is done for a commercial purpose.' })
  @FlagColumn()
  isCommercial!: boolean;

  @Field(() => Boolean, {
    description:
      'True where it is done through a company, as commercial purposes ask (Localism Act 2011 s. 4(2)).',
  })
  @FlagColumn()
  throughCompany!: boolean;

  /** Id of the decision that it rests on; null where none is on record. */
  @RefColumn({ nullable: true })
  decisionId!: string | null;

  @Field(() => Boolean, { description: 'True for a row of the demo world that is made up.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written.' })
  @VersionColumn()
  version!: number;
}
