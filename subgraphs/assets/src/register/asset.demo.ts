import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays } from '@coop/shared/time';
import { AssetWord } from './asset-word.entity';
import { derivedColumns, placeColumns, wordRows } from './asset-row.queries';
import { Asset } from './asset.entity';
import { ASSET_FACTS, type AssetFact } from './asset.facts';
import { placeOfDegrees } from './place';

/** Numbers that no property has: the first that were given out are far higher and far lower. */
const FIRST_UPRN = 999_000_000_001;

/** The register of the demo world: illustrative, every one of them. */
export async function registerDemo({ tx, today }: DemoWorld): Promise<void> {
  const assets = ASSET_FACTS.map((fact, index) =>
    Object.assign(tx.manager.create(Asset), {
      ...rowOf(fact, String(FIRST_UPRN + index)),
      stewardLeaseUntil: fact.steward?.leaseDays ? addDays(today, fact.steward.leaseDays) : null,
      effectiveOn: addDays(today, -90),
    }),
  );
  for (const asset of assets) Object.assign(asset, derivedColumns(asset));
  await tx.insertMany(Asset, assets);
  for (const asset of assets) await tx.insertMany(AssetWord, wordRows([asset]));
}

function rowOf(fact: AssetFact, uprn: string): Partial<Asset> {
  const { steward, council, ward, buildingSize, landArea, latitude, longitude, ...said } = fact;
  return {
    ...said,
    ...placeColumns(placeOfDegrees(latitude, longitude)),
    id: fixedId('asset', fact.reference),
    gssCode: council,
    wardGssCode: ward,
    state: 'HELD',
    uprn,
    tenureNote: null,
    buildingSizeSquareMetres: buildingSize,
    landAreaSquareMetres: landArea || null,
    stewardName: steward?.name ?? null,
    stewardOrganisationId: steward?.organisation ? fixedId('organisation', steward.organisation) : null,
    stewardResponsibility: steward?.responsibility ?? null,
    stewardRentPence: steward?.rentPence ?? null,
    listedOn: '',
    listedUntil: '',
    retiredOn: null,
    retirementReason: null,
    retirementStatement: null,
    importRunId: '',
    illustrative: true,
  };
}
