export * from './law-table';
