export * from './gss';
export * from './roles';
export * from './stubs';
