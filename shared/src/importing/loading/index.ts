export { cleanUpImports } from './clean-up';
export { importTable, type ImportTableOptions } from './import-table';
export { importerOf } from './importer-of';
export { ImportLost, ImportUnderWay } from './run';
export { changedProperties } from './table-import';
export type { ImportedRow, ImportFacts, IncomingRow, RowRefusal, TableImport } from './table-import';
export { visibleImports } from './visible-imports';
