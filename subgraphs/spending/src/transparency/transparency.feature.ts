import type { Feature } from '@coop/shared/graphql';
import { transparencyExporters } from './transparency.export';
import { TransparencyResolver } from './transparency.resolver';

/** What the Transparency Code has councils publish of their spending. */
export const transparency: Feature = {
  resolvers: [TransparencyResolver],
  exporters: transparencyExporters,
};
