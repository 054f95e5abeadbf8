import { Money } from '@coop/shared/graphql';
import type { Asset } from './asset.entity';
import type { AssetLocation, AssetRetirement, AssetSteward } from './asset.types';
import { ACCURACY_METRES } from './place';

/** The address on one line: `105 Mainwood Road, Altrincham`; null where nothing of it is known. */
export function addressOf({ streetNumber, streetName, postTown }: Asset): string | null {
  const street = [streetNumber, streetName].filter(Boolean).join(' ');
  return [street, postTown].filter(Boolean).join(', ') || null;
}

/** Where an asset is; null where the register does not say. */
export function locationOf({
  easting,
  northing,
  latitude,
  longitude,
  placedBy,
}: Asset): AssetLocation | null {
  if (easting === null || northing === null || latitude === null || longitude === null || placedBy === null)
    return null;
  return { easting, northing, latitude, longitude, givenIn: placedBy, accuracyMetres: ACCURACY_METRES };
}

/** Who has the care of an asset; null where that is the council. */
export function stewardOf(asset: Asset): AssetSteward | null {
  if (asset.stewardName === null || asset.stewardResponsibility === null) return null;
  return {
    name: asset.stewardName,
    organisation: asset.stewardOrganisationId === null ? null : { id: asset.stewardOrganisationId },
    responsibility: asset.stewardResponsibility,
    leaseUntil: asset.stewardLeaseUntil,
    rent: Money.orNull(asset.stewardRentPence),
  };
}

/** When and why an asset left the register; null while it stands there. */
export function retirementOf(asset: Asset): AssetRetirement | null {
  if (asset.retiredOn === null || asset.retirementReason === null) return null;
  return {
    on: asset.retiredOn,
    reason: asset.retirementReason,
    statementOfReasons: asset.retirementStatement,
  };
}
