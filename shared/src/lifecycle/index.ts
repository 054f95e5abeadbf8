export * from './lifecycle';
export * from './mermaid';
