export * from './describe-databases';
export * from './world';
export * from './child';
