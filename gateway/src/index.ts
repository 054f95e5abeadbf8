export {
  type CoLocatedSubgraph,
  createGateway,
  type Gateway,
  type GatewayOptions,
  type RemoteSubgraph,
} from './gateway';
export { type Log, silentLog } from './log';
export * from './supergraph';
export * from './transport';
