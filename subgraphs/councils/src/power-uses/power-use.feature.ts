import type { Feature } from '@coop/shared/graphql';
import { powerUseDemo } from './power-use.demo';
import { PowerUse } from './power-use.entity';
import { powerUseMigrations } from './power-use.migrations';
import { powerUseOfReference } from './power-use.queries';
import { CouncilPowerUsesResolver, PowerUseResolver } from './power-use.resolver';

/** Powers and rights as councils used them. */
export const powerUses: Feature = {
  resolvers: [PowerUseResolver, CouncilPowerUsesResolver],
  references: { PowerUse: powerUseOfReference },
  entities: [PowerUse],
  migrations: powerUseMigrations,
  demo: powerUseDemo,
};
