export { cleanUpImports } from './clean-up';
export { importTable, type ImportTableOptions } from './import-table';
export { importerOf } from './importer-of';
export { ImportLost, ImportUnderWay } from './run';
export { changedProperties } from './table-import';
export type { ImportedRow, ImportFacts, IncomingRow, RowRefusal, TableImport } from './table-import';
export { UNSEEN_RUNS, visibleImports } from './visible-imports';
// What an importer is made of that writes to several tables at once.
export { abandonRun } from './clean-up';
export { firstRemarks } from './remarks';
export { moveRun } from './move-run';
export { beginRun, importClaim, keepRun, type Counts } from './run';
export { SeenKeys } from './seen-keys';
export { writeProblems } from './write-chunk';
/** Lets requests that came in meanwhile be served: the drivers of an embedded database never wait by themselves. */
export { setImmediate as nextTurn } from 'node:timers/promises';
