export * from './importer';
export * from './reading';
