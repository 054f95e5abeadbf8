import type { Feature } from '@coop/shared/graphql';
import { AssetWord } from './asset-word.entity';
import { registerDemo } from './asset.demo';
import { assetExporter } from './asset.export';
import { assetImporter } from './asset.import';
import { Asset } from './asset.entity';
import { assetLifecycle } from './asset.lifecycle';
import { assetMigrations } from './asset.migrations';
import { assetById } from './asset.queries';
import { AssetResolver } from './asset.resolver';
import { CouncilAssetsResolver } from './council-assets.resolver';
import { NearbyResolver } from './nearby.resolver';
import { RegisterResolver } from './register.resolver';
import { WardAssetsResolver } from './ward-assets.resolver';

/** The register of land and buildings. */
export const register: Feature = {
  resolvers: [AssetResolver, NearbyResolver, CouncilAssetsResolver, WardAssetsResolver, RegisterResolver],
  references: { Asset: ({ id }, context) => (typeof id === 'string' ? assetById.load(context, id) : null) },
  entities: [Asset, AssetWord],
  migrations: assetMigrations,
  lifecycles: [assetLifecycle],
  importers: [assetImporter],
  exporters: [assetExporter],
  demo: registerDemo,
};
