export * from './extent';
export * from './fetch-all';
export * from './page-query';
