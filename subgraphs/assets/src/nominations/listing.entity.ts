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
import { ListingRemovalGround } from './listing.enums';

/** An entry on the list of assets of community value (Localism Act 2011 s. 87). */
@Entity('listing')
@Index(['assetId', 'listedOn'])
@Index(['nominationId'])
@Index(['gssCode', 'listedOn', 'id'])
@Index(['gssCode', 'expiresOn', 'id'])
@Index(['listedOn', 'id'])
@Index(['expiresOn', 'id'])
@NodeId('listing')
@ObjectType({
  implements: [Node],
  description:
    "An entry on a council's public list of assets of community value (Localism Act 2011 s. 87). Entries that ended stay readable.",
})
export class Listing {
  @IdColumn()
  id!: string;

  /** The council whose list it is. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  assetId!: string;

  /** The nomination that led to it. */
  @RefColumn()
  nominationId!: string;

  @Field(() => LocalDateScalar, { description: 'The date of the entry: the first day on the list.' })
  @DayColumn()
  listedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'The last day on the list, unless it is removed earlier: five years beginning with the date of the entry (s. 87(3)).',
  })
  @DayColumn()
  expiresOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day off the list, when it was removed before its time; null when it was not.',
  })
  @DayColumn({ nullable: true })
  removedOn!: LocalDate | null;

  @Field(() => ListingRemovalGround, { nullable: true, description: 'Why it was removed before its time.' })
  @CodeColumn(32, { nullable: true })
  removalGround!: ListingRemovalGround | null;

  @Field(() => String, { nullable: true, description: "The council's reasons for removing it." })
  @TextColumn('long', { nullable: true })
  removalReasons!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day on which the owner was given written notice of the entry (s. 91), from which the time to ask for a review runs; null until it was.',
  })
  @DayColumn({ nullable: true })
  noticeGivenOn!: LocalDate | null;

  /** The issuer's ids of everybody who took part in the decision to list, and so may not review it. Never shown. */
  @JsonColumn()
  tookPart!: string[];

  @InstantColumn()
  createdAt!: Date;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
