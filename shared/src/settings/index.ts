export * from './settings-error';
export * from './settings';
