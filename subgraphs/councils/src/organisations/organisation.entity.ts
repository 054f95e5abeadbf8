import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { Node, NodeId } from '@coop/shared/graphql';
import { NOUN_DESCRIPTIONS } from '@coop/shared/nouns';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import { OrganisationKind, OrganisationStanding } from './organisation.enums';

/** A body with a name that is not a person. A record that was merged into another stays, and points to it. */
@Entity('organisation')
@Index(['nameSort', 'id'])
@Index(['isVcse', 'nameSort', 'id'])
@Index(['isSme', 'nameSort', 'id'])
@Index(['kind', 'nameSort', 'id'])
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['localAuthorityGssCode'])
@Index(['nameCompact'])
@Index(['importRunId'])
@Directive('@key(fields: "orgId")')
@NodeId('organisation')
@ObjectType({
  implements: [Node],
  description: NOUN_DESCRIPTIONS.Organisation,
})
export class Organisation {
  @IdColumn()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its number in the register that tells most, as open data writes it (org-id.guide): `GB-COH-01234567`; null for a body that is in no register.',
  })
  @CodeColumn(140, { nullable: true })
  orgId!: string | null;

  @Field(() => String, { description: 'Its name.' })
  @TextColumn(255)
  name!: string;

  /** The name as text sorts. */
  @TextColumn(191)
  nameSort!: string;

  /** Its normal form without spaces, by which names are matched. */
  @TextColumn(191)
  nameCompact!: string;

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  @CodeColumn(40)
  kind!: OrganisationKind;

  /** What a person found on looking at its objects; null when nobody looked. */
  @FlagColumn({ nullable: true })
  declaredVcse!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for a voluntary or community sector organisation or social enterprise (Local Government Transparency Code 2015, para. 32). Null where it is not known, never to be read as false; `vcseReason` says why.',
  })
  @FlagColumn({ nullable: true })
  isVcse!: boolean | null;

  /** What somebody stated about its size; null when nobody did. */
  @FlagColumn({ nullable: true })
  declaredSme!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for a small or medium-sized enterprise (Procurement Act 2023, s. 123(1)). Null where its size is not known, never to be read as false; `smeReason` says why.',
  })
  @FlagColumn({ nullable: true })
  isSme!: boolean | null;

  @Field(() => OrganisationStanding, {
    description: 'Whether it still stands, as the registers that it is in tell.',
  })
  @CodeColumn(20)
  standing!: OrganisationStanding;

  /** Code of the council in whose area it is registered or mainly works. */
  @CodeColumn(9, { nullable: true })
  councilGssCode!: string | null;

  /** Code of the council that it is. */
  @CodeColumn(9, { nullable: true })
  localAuthorityGssCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postcode of its registered office or public address; null where unknown.',
  })
  @CodeColumn(10, { nullable: true })
  postcode!: string | null;

  /** Id of the record that it was merged into, which stands itself; null for one that stands. Not indexed: a planner would start from it. */
  @RefColumn({ nullable: true })
  mergedInto!: string | null;

  @Field(() => Boolean, { description: 'True for a body of the demo world that is made up.' })
  @FlagColumn()
  illustrative!: boolean;

  /** The import that brought it; empty for a record that a person made. */
  @RefColumn()
  importRunId!: string;

  @Field(() => Int, {
    description: 'Counts its changes; send it as `expectedVersion` to be told when somebody else was faster.',
  })
  @VersionColumn()
  version!: number;
}
