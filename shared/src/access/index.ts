export * from './actor';
export * from './access-error';
export * from './token-verifier';
export { KeysUnavailable, type KeyFetching, type KeySource } from './keys';
export * from './demo-issuer';
export * from './rights';
export * from './roles-held';
