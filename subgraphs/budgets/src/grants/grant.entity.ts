import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { DateTimeScalar, LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';

/** Where a recipient is and what it says of itself, as far as the grant's record goes. */
export interface RecipientDetails {
  readonly street: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly postcode: string | null;
  readonly description: string | null;
  readonly url: string | null;
}

/** The place that a grant is for. */
export interface GrantPlace {
  readonly name: string | null;
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geoCode: string | null;
  readonly geoCodeType: string | null;
}

/** A grant, in the fields of the 360Giving standard. */
@Entity('grant_award')
@Index(['gssCode', 'identifier'], { unique: true })
@Index(['gssCode', 'awardedOn'])
@Index(['awardedOn'])
@Index(['gssCode', 'programmeCode', 'awardedOn'])
@Index(['recipientOrganisationId', 'awardedOn'])
@Index(['fundId', 'awardedOn'])
@Index(['importRunId'])
@NodeId('grant')
@ObjectType({
  implements: [Node],
  description:
    'A grant that a council, or a community budget, gave to an organisation, in the fields of the 360Giving standard. Public.',
})
export class Grant {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The community budget out of which it is; null for any other grant of the council. */
  @RefColumn({ nullable: true })
  fundId!: string | null;

  @Field(() => String, { description: 'Its identifier in the 360Giving standard: `360G-publisher-number`.' })
  @TextColumn(180)
  identifier!: string;

  @Field(() => String, { description: 'What it is called.' })
  @TextColumn(500)
  title!: string;

  @Field(() => String, { description: 'What it is for.' })
  @TextColumn('long')
  description!: string;

  @PenceColumn()
  awardedPence!: number;

  @PenceColumn({ nullable: true })
  appliedForPence!: number | null;

  @PenceColumn({ nullable: true })
  disbursedPence!: number | null;

  @Field(() => LocalDateScalar, { description: 'Day of the award.' })
  @DayColumn()
  awardedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of what it is for, as planned.' })
  @DayColumn({ nullable: true })
  startsOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of what it is for, as planned.' })
  @DayColumn({ nullable: true })
  endsOn!: LocalDate | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'How long it is for, in months, as planned.' })
  @IntegerColumn({ nullable: true })
  durationMonths!: number | null;

  /** Identifier of the recipient: an org-id, or one of the publisher's own. */
  @TextColumn(180)
  recipientIdentifier!: string;

  @TextColumn(300)
  recipientName!: string;

  @TextColumn(40, { nullable: true })
  recipientCharityNumber!: string | null;

  @TextColumn(40, { nullable: true })
  recipientCompanyNumber!: string | null;

  @RefColumn({ nullable: true })
  recipientOrganisationId!: string | null;

  @JsonColumn()
  recipientDetails!: RecipientDetails;

  @JsonColumn({ nullable: true })
  place!: GrantPlace | null;

  @TextColumn(180)
  funderIdentifier!: string;

  @TextColumn(300)
  funderName!: string;

  @Field(() => String, { nullable: true, description: 'Department of the funder.' })
  @TextColumn(300, { nullable: true })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the grant programme.' })
  @TextColumn(100, { nullable: true })
  programmeCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the grant programme.' })
  @TextColumn(300, { nullable: true })
  programmeTitle!: string | null;

  @TextColumn(500, { nullable: true })
  programmeUrl!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether anybody could apply; null where it is not known.',
  })
  @FlagColumn({ nullable: true })
  fromOpenCall!: boolean | null;

  @TextColumn(500, { nullable: true })
  relatedActivity!: string | null;

  @Field(() => String, { nullable: true, description: 'Where more can be read.' })
  @TextColumn(500, { nullable: true })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Where its record was published.' })
  @TextColumn(500, { nullable: true })
  dataSource!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its record was last changed, as the publisher says.',
  })
  @InstantColumn({ nullable: true })
  modifiedAt!: Date | null;

  /** The import that brought it; '' where none did. */
  @RefColumn()
  importRunId!: string;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes.' })
  @VersionColumn()
  version!: number;
}

/** Somebody who gives or gets a grant. */
@ObjectType({ description: 'Somebody who gives a grant, or gets one.' })
export class GrantParty {
  @Field(() => ID, { description: "Its org-id, or the publisher's own identifier." })
  identifier!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its charity number.' })
  charityNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Its company number.' })
  companyNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Its postcode.' })
  postcode!: string | null;
}

/** Where a grant is for. */
@ObjectType({ description: 'The place that a grant is for.' })
export class GrantLocation {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Its code in an official list.' })
  geoCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which list that is: `MD` for metropolitan districts.',
  })
  geoCodeType!: string | null;

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees (WGS84).' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS84).' })
  longitude!: number | null;
}
