import type { Feature } from '@coop/shared/graphql';
import { FraudCase } from './fraud-case.entity';
import { fraudCaseLifecycle } from './fraud-case.lifecycle';
import { FraudCaseResolver } from './fraud-case.resolver';
import { FraudFigures } from './fraud-figures.entity';
import { FraudIndicator, FraudIndicatorRun } from './fraud-indicator.entity';
import { fraudMigrations } from './fraud.migrations';
import { fraudFiguresById } from './fraud.queries';
import { CouncilFraudResolver, FraudFiguresResolver, FraudIndicatorResolver } from './fraud.resolver';
import { fraudDemo } from './fraud.demo';

/** Indicators, the register of cases, and the yearly figures, which alone are public. */
export const fraud: Feature = {
  resolvers: [FraudIndicatorResolver, FraudCaseResolver, FraudFiguresResolver, CouncilFraudResolver],
  references: {
    FraudFigures: ({ id }, context) => (typeof id === 'string' ? fraudFiguresById.load(context, id) : null),
  },
  entities: [FraudIndicator, FraudIndicatorRun, FraudCase, FraudFigures],
  migrations: fraudMigrations,
  demo: fraudDemo,
  lifecycles: [fraudCaseLifecycle],
};
