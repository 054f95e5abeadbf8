export * from './rule';
export * from './problem';
export * from './decision';
