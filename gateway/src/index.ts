export {
  type CoLocatedSubgraph,
  createGateway,
  type Gateway,
  type GatewayOptions,
  type RemoteSubgraph,
} from './gateway';
export { builtSubgraphs, SUBGRAPHS } from './host';
export { type Log, silentLog } from './log';
export { startGraph, type RunningGraph, type StartOptions } from './start-graph';
export * from './supergraph';
export * from './transport';
