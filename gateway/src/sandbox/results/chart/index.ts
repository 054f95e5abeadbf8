export * from './chart-choice';
export * from './chart-text';
export * from './drawing';
export { readableNames } from './readable-names';
