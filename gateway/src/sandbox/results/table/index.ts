export * from './csv';
export * from './find-lists';
export * from './format-cell';
export * from './list-path';
export * from './sort-rows';
export * from './table';
export * from './table-of';
