export * from './gss';
export * from './stubs';
export * from './role';
