export * from './link-code';
export * from './shared-state';
