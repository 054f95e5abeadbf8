export * from './graph-port';
export * from './http-graph';
export * from './named-councils';
