import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, RuleType } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { CouncilPower, DecisionMaker, DecisionPublicity, Delegation, ExemptGround } from './decision.enums';

/** A decision on a council's public record. */
@Entity('decision')
@Index(['councilGssCode', 'takenOn', 'id'])
@Index(['takenOn', 'id'])
@Index(['corrects'], { unique: true })
@NodeId('decision')
@ObjectType({
  implements: Node,
  description:
    'A decision on the public record of a council. Exempt and confidential ones are shown to the council’s officers, administrators and auditors only; to everybody else they are not there.',
})
export class Decision {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it was taken.' })
  @DayColumn()
  takenOn!: LocalDate;

  @Field(() => DecisionMaker, { description: 'Who took it.' })
  @CodeColumn(30)
  decidedBy!: DecisionMaker;

  @Field(() => Boolean, { description: 'True when the function is the executive’s: cabinet or mayor.' })
  @FlagColumn()
  isExecutive!: boolean;

  @Field(() => Boolean, {
    description: 'True for a key decision (SI 2012/2089 reg. 8): much money, or two or more wards.',
  })
  @FlagColumn()
  isKeyDecision!: boolean;

  @Field(() => Delegation, {
    nullable: true,
    description: 'For an officer: how the decision came to him or her.',
  })
  @CodeColumn(20, { nullable: true })
  delegation!: Delegation | null;

  @Field(() => String, { description: 'What was decided.' })
  @TextColumn('long')
  decision!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reasons, where the record gives them; `rule` says which law asks for them.',
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Options that were considered and rejected; null where none is named: `noAlternatives` tells whether there was none.',
  })
  @TextColumn('long', { nullable: true })
  alternativesRejected!: string | null;

  @Field(() => Boolean, { description: 'True where the record says that no other option was considered.' })
  @FlagColumn()
  noAlternatives!: boolean;

  @Field(() => CouncilPower, {
    nullable: true,
    description: 'The power that it rests on, where one is named.',
  })
  @CodeColumn(40, { nullable: true })
  power!: CouncilPower | null;

  @Field(() => String, { nullable: true, description: 'The power in words, where `power` is OTHER.' })
  @TextColumn(1000, { nullable: true })
  powerDetail!: string | null;

  @Field(() => [String], {
    description: 'Names of councillors who declared a disclosable pecuniary interest; empty for none.',
  })
  @JsonColumn()
  conflictsDeclared!: string[];

  @Field(() => RuleType, {
    nullable: true,
    description: 'The law that asks for the record, as it stood on the day; null where none does.',
  })
  @JsonColumn({ nullable: true })
  rule!: Rule | null;

  @Field(() => DecisionPublicity, { description: 'Whether everybody may read it.' })
  @CodeColumn(20)
  publicity!: DecisionPublicity;

  @Field(() => ExemptGround, { nullable: true, description: 'Why it is exempt; null unless it is.' })
  @CodeColumn(30, { nullable: true })
  exemptGround!: ExemptGround | null;

  /** Id of the record that this one corrects; null for a first record. */
  @RefColumn({ nullable: true })
  corrects!: string | null;

  /** Id of the record that corrects this one; null while it holds. */
  @RefColumn({ nullable: true })
  correctedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why an earlier record was corrected by this one.' })
  @TextColumn(2000, { nullable: true })
  correctionReason!: string | null;

  @Field(() => Date, { description: 'Instant at which it was put on record.' })
  @InstantColumn()
  recordedAt!: Date;

  @Field(() => Boolean, { description: 'True for a row of the demo world that is made up.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => Int, { description: 'How often it was written; send it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
