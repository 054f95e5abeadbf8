export * from './limits';
export { checkLimits, checkTokens } from './check-limits';
export { ASSUMED_LIST_SIZE, ASSUMED_PAGE_SIZE } from './list-size';
