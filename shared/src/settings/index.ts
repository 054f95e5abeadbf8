export * from './settings-error';
export * from './settings';
export { makeFolder } from './folder';
export type { Environment } from './reader';
