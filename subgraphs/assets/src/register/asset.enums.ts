import { graphqlEnum } from '@coop/shared/graphql';
import { assetLifecycle } from './asset.lifecycle';
import { HOLDING_PURPOSES, HOLDING_TYPES, TENURE_DETAILS, TENURES } from './register.law';
import { RETIREMENT_REASONS, STEWARD_RESPONSIBILITIES } from './retirement.law';

/** How the council holds an asset. */
export const Tenure = graphqlEnum('Tenure', 'How the council holds an asset.', TENURES);
export type Tenure = keyof typeof Tenure;

/** Who has the use of an asset, under what kind of arrangement. */
export const TenureDetail = graphqlEnum(
  'TenureDetail',
  'Who has the use of an asset, under what kind of arrangement.',
  TENURE_DETAILS,
);
export type TenureDetail = keyof typeof TenureDetail;

/** What is held. */
export const HoldingType = graphqlEnum(
  'HoldingType',
  'What is held: land, a building, or both.',
  HOLDING_TYPES,
);
export type HoldingType = keyof typeof HoldingType;

/** What a council holds an asset for. */
export const HoldingPurpose = graphqlEnum(
  'HoldingPurpose',
  'What the council holds an asset for, after the classes of its accounts.',
  HOLDING_PURPOSES,
);
export type HoldingPurpose = keyof typeof HoldingPurpose;

/** Where an entry of the register stands. */
export const AssetState = graphqlEnum(
  'AssetState',
  'Where an entry of the register stands.',
  assetLifecycle.states,
);
export type AssetState = keyof typeof AssetState;

/** Why an asset left the register. */
export const RetirementReason = graphqlEnum(
  'RetirementReason',
  'Why an asset left the register.',
  RETIREMENT_REASONS,
);
export type RetirementReason = keyof typeof RetirementReason;

/** What somebody other than the council has taken on for an asset. */
export const StewardResponsibility = graphqlEnum(
  'StewardResponsibility',
  'What somebody other than the council has taken on for an asset.',
  STEWARD_RESPONSIBILITIES,
);
export type StewardResponsibility = keyof typeof StewardResponsibility;

/** Systems of coordinates. */
export const CoordinateSystem = graphqlEnum('CoordinateSystem', 'A system of coordinates.', {
  OSGB36: 'Easting and northing on the British National Grid.',
  WGS84: 'Latitude and longitude, as satellites give them.',
});
export type CoordinateSystem = keyof typeof CoordinateSystem;

/** The orders of a list of assets. */
export const AssetOrder = graphqlEnum('AssetOrder', 'The order of a list of assets.', {
  NAME: 'By name, whatever its case and accents.',
  REFERENCE: "By the council's own reference; those without one come last.",
  NEWEST: 'Those that came onto the register last come first.',
});
export type AssetOrder = keyof typeof AssetOrder;
