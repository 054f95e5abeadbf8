export { NodeDataSource } from './node-data-source';
export type { AskEntities } from './entities';
export { MAXIMUM_IDS, NODE_SUBGRAPH, nodeSdl, nodeSubgraph } from './node-subgraph';
export { type PublicType, publicTypes } from './public-types';
