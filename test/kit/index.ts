export * from './describe-databases';
export * from './subgraph';
export * from './world';
export { schemaDifferences } from '@coop/shared/persistence';
export * from './child';
export * from './awkward';
export * from './fuzz';
