export * from './extent';
export * from './fetch-all';
export * from './operation-name';
export * from './page-query';
