export * from './settings-error';
export * from './settings';
export type { Environment } from './reader';
