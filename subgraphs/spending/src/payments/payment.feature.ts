import type { Feature } from '@coop/shared/graphql';
import { paymentsDemo } from './payment.demo';
import { Payment } from './payment.entity';
import { paymentExporter } from './payment.export';
import { paymentMigrations } from './payment.migrations';
import { paymentById } from './payment.queries';
import { CouncilPaymentsResolver, PaymentResolver } from './payment.resolver';

/** Payments as councils published them. */
export const payments: Feature = {
  resolvers: [PaymentResolver, CouncilPaymentsResolver],
  references: {
    Payment: ({ id }, context) => (typeof id === 'string' ? paymentById.load(context, id) : null),
  },
  entities: [Payment],
  migrations: paymentMigrations,
  exporters: [paymentExporter],
  demo: paymentsDemo,
};
