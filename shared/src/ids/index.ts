export * from './typed-id';
