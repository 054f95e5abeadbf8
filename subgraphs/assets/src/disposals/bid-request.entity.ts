import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { BroughtByGroup } from '../groups/group.entity';
import { BidRequestState } from './disposal.enums';

/** A community interest group's request to be treated as a potential bidder. */
@Entity('bid_request')
@Index(['noticeId'])
@Index(['assetId'])
@NodeId('bidrequest')
@ObjectType({
  implements: [Node],
  description:
    "A community interest group's request to be treated as a potential bidder for land (Localism Act 2011 s. 95(3)(a)). Its receipt is published (s. 97(3)) and told to the owner (s. 98).",
})
export class BidRequest extends BroughtByGroup {
  @IdColumn()
  id!: string;

  /** The council that keeps the list. */
  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  noticeId!: string;

  @RefColumn()
  assetId!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which the council received it.' })
  @DayColumn()
  receivedOn!: LocalDate;

  @Field(() => BidRequestState, { description: 'Where it stands.' })
  @CodeColumn(32)
  state!: BidRequestState;

  @Field(() => String, {
    nullable: true,
    description: 'Why the council found the group to be one, or none, that may ask; null while unchecked.',
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
