export * from './graph-port';
export * from './http-graph';
