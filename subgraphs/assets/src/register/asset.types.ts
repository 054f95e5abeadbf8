import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, Money } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Organisation } from '../stubs';
import { Asset } from './asset.entity';
import {
  AssetState,
  CoordinateSystem,
  HoldingPurpose,
  RetirementReason,
  StewardResponsibility,
  Tenure,
} from './asset.enums';

/** A page of assets. */
export const AssetConnection = connectionType(Asset, 'Asset', 'assets');

/** Where an asset is. */
@ObjectType({
  description:
    'Where an asset is, in both systems: the register gives one, the other is worked out of it by the seven parameters of the Ordnance Survey.',
})
export class AssetLocation {
  @Field(() => Float, { description: 'Metres east on the British National Grid.' })
  easting!: number;

  @Field(() => Float, { description: 'Metres north on the British National Grid.' })
  northing!: number;

  @Field(() => Float, { description: 'Degrees north (WGS84).' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, negative west of Greenwich (WGS84).' })
  longitude!: number;

  @Field(() => CoordinateSystem, { description: 'The system in which the register gives the place.' })
  givenIn!: CoordinateSystem;

  @Field(() => Float, {
    description:
      'How far the pair that was worked out may lie from the true one, in metres; the pair that was given is shown as it was given, however true that is.',
  })
  accuracyMetres!: number;
}

/** Who has the care of an asset. */
@ObjectType({ description: 'Who has the care of an asset, where that is not the council itself.' })
export class AssetSteward {
  @Field(() => String, { description: 'Its name, as it was when it was recorded.' })
  name!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: "The body in the directory; null where it is not known by the directory's id.",
  })
  organisation!: Organisation | null;

  @Field(() => StewardResponsibility, { description: 'What it has taken on.' })
  responsibility!: StewardResponsibility;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day of its lease or licence; null where that runs on.',
  })
  leaseUntil!: LocalDate | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Rent for a year; nothing at a peppercorn, null where it is not known.',
  })
  rent!: Money | null;
}

/** That an asset left the register. */
@ObjectType({ description: 'When and why an asset left the register.' })
export class AssetRetirement {
  @Field(() => LocalDateScalar, { description: 'The day from which the council no longer held it.' })
  on!: LocalDate;

  @Field(() => RetirementReason, { description: 'Why.' })
  reason!: RetirementReason;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  statementOfReasons!: string | null;
}

/** What the viewer may do with an asset. */
@ObjectType({ description: 'What the viewer may do with an asset as it stands now.' })
export class AssetViewerCan {
  @Field(() => Boolean, { description: 'Change what the register says of it (`assetUpdate`).' })
  update!: boolean;

  @Field(() => Boolean, {
    description: 'Record who has the care of it (`assetStewardRecord`, `assetStewardEnd`).',
  })
  recordSteward!: boolean;

  @Field(() => Boolean, { description: 'Take it off the register (`assetRetire`).' })
  retire!: boolean;

  @Field(() => Boolean, { description: 'Put it back on the register (`assetRestore`).' })
  restore!: boolean;

  @Field(() => Boolean, {
    description: 'Nominate it for the list of assets of community value (`assetNominate`).',
  })
  nominate!: boolean;

  @Field(() => Boolean, {
    description: 'Ask the council to transfer it to a community body (`transferEnquire`).',
  })
  enquireTransfer!: boolean;
}

/** Which assets to list; everything that is said must hold. */
@InputType({ description: 'Which assets to list; everything that is said must hold.' })
export class AssetFilter {
  @Field(() => ID, { nullable: true, description: 'Only of the council with this GSS code.' })
  council?: string | null;

  @Field(() => AssetState, {
    nullable: true,
    description: 'Only in this state; those on the register (`HELD`) unless told.',
  })
  state?: AssetState | null;

  @Field(() => Tenure, { nullable: true, description: 'Only held in this way.' })
  tenure?: Tenure | null;

  @Field(() => HoldingPurpose, { nullable: true, description: 'Only held for this purpose.' })
  holdingPurpose?: HoldingPurpose | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for assets that are on the list of assets of community value today, false for all others.',
  })
  isListed?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only in the ward with this GSS code.' })
  ward?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only with this postcode, whatever its case and spaces; its outward half (`OL1`) finds all postcodes that begin with it.',
  })
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only with this UPRN.' })
  uprn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only assets that have all of these words, or beginnings of words, in name, address, postcode or UPRN, whatever their case and accents; or, with `council`, whose reference is exactly this. At most 100 characters.',
  })
  text?: string | null;
}

/** An asset and how far away it is. */
@ObjectType({ description: 'An asset and how far away it is.' })
export class NearbyAsset {
  @Field(() => Float, {
    description: 'Metres from the point along the surface of a sphere (haversine), to a tenth of a metre.',
  })
  distanceMetres!: number;

  @Field(() => Asset, { description: 'The asset.' })
  asset!: Asset;
}

/** The assets near a point. */
@ObjectType({ description: 'The assets near a point, the nearest first.' })
export class NearbyAssets {
  @Field(() => [NearbyAsset], { description: 'The nearest, at most as many as were asked for.' })
  nodes!: NearbyAsset[];

  @Field(() => Boolean, { description: 'There are more of them within the circle.' })
  hasMore!: boolean;
}
