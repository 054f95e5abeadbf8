export * from './describe-databases';
export * from './world';
