export * from './gss';
export * from './stubs';
