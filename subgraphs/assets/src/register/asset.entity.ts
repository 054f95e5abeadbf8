import { Field, Float, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import {
  AssetState,
  HoldingPurpose,
  HoldingType,
  Tenure,
  TenureDetail,
  type RetirementReason,
  type StewardResponsibility,
} from './asset.enums';

/** A piece of land or a building that a council holds, as its published register tells. */
@Entity('asset')
// An import of a large register spends most of its time on these indices: each has to earn its place. The last
// column of the first two lets a filter by tenure be answered inside the index.
@Index(['gssCode', 'state', 'nameSort', 'id', 'tenure'])
@Index(['gssCode', 'state', 'id', 'tenure'])
@Index(['gssCode', 'referenceSort'], { unique: true })
@Index(['gssCode', 'listedUntil'])
@Index(['wardGssCode'])
@Index(['cell'])
@Index(['importRunId'])
@NodeId('asset')
@ObjectType({
  implements: [Node],
  description:
    'A piece of land or a building that a council holds, with what the Local Government Transparency Code 2015 (paras. 35–37) asks to be published of it. Open data.',
})
export class Asset {
  @IdColumn()
  id!: string;

  /** The council that holds it. */
  @CodeColumn(9)
  gssCode!: string;

  @Field(() => AssetState, { description: 'Whether it stands on the register.' })
  @CodeColumn(32)
  state!: AssetState;

  @Field(() => String, {
    nullable: true,
    description: "The council's own reference, unique within the council whatever its case; null where none.",
  })
  @TextColumn(100, { nullable: true })
  reference!: string | null;

  /** By what the entry is recognised within its council, and sorted: see `referenceKey`. */
  @TextColumn(191)
  referenceSort!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Unique property reference number, 1 to 12 digits without leading zeros; null where the register gives none. Several entries may share one.',
  })
  @CodeColumn(12, { nullable: true })
  uprn!: string | null;

  @Field(() => String, { description: 'What it is called, or what it is.' })
  @TextColumn(300)
  name!: string;

  /** The name in its normal form, to sort by. */
  @TextColumn(191)
  nameSort!: string;

  @Field(() => String, { nullable: true, description: 'Number or name of the building in its street.' })
  @TextColumn(100, { nullable: true })
  streetNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The street, or where the land lies.' })
  @TextColumn(300, { nullable: true })
  streetName!: string | null;

  @Field(() => String, { nullable: true, description: 'The post town, or the locality.' })
  @TextColumn(100, { nullable: true })
  postTown!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The postcode, in capitals with its space: `OL1 1UT`; only its outward half (`M31`) where the register gives no more.',
  })
  @CodeColumn(8, { nullable: true })
  postcode!: string | null;

  @Field(() => Tenure, { description: 'How the council holds it.' })
  @CodeColumn(32)
  tenure!: Tenure;

  @Field(() => TenureDetail, { description: 'Who has the use of it, under what kind of arrangement.' })
  @CodeColumn(32)
  tenureDetail!: TenureDetail;

  @Field(() => String, {
    nullable: true,
    description: "More about tenure or use in the register's own words.",
  })
  @TextColumn(1000, { nullable: true })
  tenureNote!: string | null;

  @Field(() => HoldingType, { description: 'What is held: land, a building, or both.' })
  @CodeColumn(32)
  holdingType!: HoldingType;

  @Field(() => HoldingPurpose, { description: 'What the council holds it for.' })
  @CodeColumn(32)
  holdingPurpose!: HoldingPurpose;

  @Field(() => Float, {
    nullable: true,
    description: 'Gross internal area of the building, in square metres.',
  })
  @RealColumn({ nullable: true })
  buildingSizeSquareMetres!: number | null;

  @Field(() => Float, { nullable: true, description: 'Area of the land, in square metres.' })
  @RealColumn({ nullable: true })
  landAreaSquareMetres!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why nobody occupies it; null where it is in use or the register does not explain.',
  })
  @TextColumn(1000, { nullable: true })
  whyUnoccupied!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day as of which the entry is true, as the register says.',
  })
  @DayColumn({ nullable: true })
  effectiveOn!: LocalDate | null;

  /** The system in which its place was given, `OSGB36` or `WGS84`; the other one is worked out. */
  @CodeColumn(8, { nullable: true })
  placedBy!: 'OSGB36' | 'WGS84' | null;

  @RealColumn({ nullable: true })
  easting!: number | null;

  @RealColumn({ nullable: true })
  northing!: number | null;

  @RealColumn({ nullable: true })
  latitude!: number | null;

  @RealColumn({ nullable: true })
  longitude!: number | null;

  /** The cell of the search grid that its place lies in: see `grid.ts`. */
  @IntegerColumn({ nullable: true })
  cell!: number | null;

  /** The ward that it lies in; null until that is known. */
  @CodeColumn(9, { nullable: true })
  wardGssCode!: string | null;

  /** Who has the care of it, where that is not the council; the name as it was when it was recorded. */
  @TextColumn(300, { nullable: true })
  stewardName!: string | null;

  @RefColumn({ nullable: true })
  stewardOrganisationId!: string | null;

  @CodeColumn(32, { nullable: true })
  stewardResponsibility!: StewardResponsibility | null;

  @DayColumn({ nullable: true })
  stewardLeaseUntil!: LocalDate | null;

  /** Rent for a year; 0 is a peppercorn. */
  @PenceColumn({ nullable: true })
  stewardRentPence!: number | null;

  /** First day of its entry on the list of assets of community value: a copy, kept by whoever writes listings. */
  @CodeColumn(10)
  listedOn!: LocalDate | '';

  /** Last day of that entry, early removal taken into account; '' when it was never listed. A kept copy. */
  @CodeColumn(10)
  listedUntil!: LocalDate | '';

  @DayColumn({ nullable: true })
  retiredOn!: LocalDate | null;

  @CodeColumn(32, { nullable: true })
  retirementReason!: RetirementReason | null;

  @TextColumn(2000, { nullable: true })
  retirementStatement!: string | null;

  /** Every word that it is found by, in normal form, each after a space: see `search-words.ts`. */
  @TextColumn(1000)
  words!: string;

  /** The import that brought it; '' when it was not imported. Invisible until that import is complete. */
  @CodeColumn(64)
  importRunId!: string;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
