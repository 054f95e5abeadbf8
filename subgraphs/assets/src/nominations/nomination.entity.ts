import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
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
import type { LocalDate } from '@coop/shared/time';
import { BroughtByGroup } from '../groups/group.entity';
import { NominationFindings } from './findings.types';
import { CommunityValueLimb, NominationState } from './nomination.enums';

/** A community nomination of land (Localism Act 2011 s. 89). */
@Entity('nomination')
@Index(['assetId', 'receivedOn', 'id'])
@Index(['gssCode', 'receivedOn', 'id'])
@Index(['gssCode', 'decisionDueBy', 'id'])
@Index(['gssCode', 'state', 'receivedOn', 'id'])
@Index(['gssCode', 'state', 'decisionDueBy', 'id'])
@Index(['receivedOn', 'id'])
@Index(['decisionDueBy', 'id'])
@Index(['state', 'receivedOn', 'id'])
@Index(['state', 'decisionDueBy', 'id'])
@NodeId('nomination')
@ObjectType({
  implements: [Node],
  description:
    'A community nomination of land for the list of assets of community value (Localism Act 2011 ss. 89–90). Public, but for what is said to be personal.',
})
export class Nomination extends BroughtByGroup {
  @IdColumn()
  id!: string;

  /** The council in whose area the land lies, which decides. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  @Field(() => String, {
    description: 'The land with its proposed boundaries, as the nominator describes it.',
  })
  @TextColumn('long')
  landDescription!: string;

  @Field(() => String, {
    description:
      'Why the nominator thinks that the council should conclude that the land is of community value (SI 2012/2421 reg. 6(c)).',
  })
  @TextColumn('long')
  statementOfReasons!: string;

  /** Names and addresses of owners and occupiers, as far as the nominator knows them. Personal. */
  @TextColumn('long', { nullable: true })
  ownersAndOccupiers!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day on which the council received it.' })
  @DayColumn()
  receivedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'The last day for the decision: eight weeks after the day of receipt (SI 2012/2421 reg. 7). A later decision is valid all the same.',
  })
  @DayColumn()
  decisionDueBy!: LocalDate;

  @Field(() => NominationState, { description: 'Where it stands.' })
  @CodeColumn(32)
  state!: NominationState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was decided or returned; null before, and when it was withdrawn.',
  })
  @DayColumn({ nullable: true })
  decidedOn!: LocalDate | null;

  /** The issuer's id of the officer who decided. Never shown. */
  @TextColumn(200, { nullable: true })
  decidedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The council's written reasons for the decision or for returning it (Localism Act 2011 s. 90(5)–(6)); null before.",
  })
  @TextColumn('long', { nullable: true })
  decisionReasons!: string | null;

  @Field(() => NominationFindings, {
    nullable: true,
    description: 'What the council found of the land; null before the decision.',
  })
  @JsonColumn({ nullable: true })
  findings!: NominationFindings | null;

  @Field(() => CommunityValueLimb, {
    nullable: true,
    description: 'Which half of the test of community value was met; null unless it was accepted.',
  })
  @CodeColumn(32, { nullable: true })
  limb!: CommunityValueLimb | null;

  @Field(() => Boolean, { description: 'True when it was decided after the last day for it.' })
  @FlagColumn()
  isLate!: boolean;

  @InstantColumn()
  createdAt!: Date;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
