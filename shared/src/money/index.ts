export * from './pence';
export * from './parse-pounds';
export * from './split';
