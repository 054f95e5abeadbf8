export * from './importer';
export * from './loading';
export * from './reading';
export * from './run-import';
