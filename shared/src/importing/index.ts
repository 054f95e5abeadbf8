export * from './importer';
export * from './loading';
export * from './reading';
export { keepHeapSmall } from './small-heap';
