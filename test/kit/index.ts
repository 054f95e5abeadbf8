export * from './describe-databases';
export * from './subgraph';
export * from './world';
export * from './child';
