export * from './config.types';
export { EXAMPLES_FOLDER, ExampleError, loadExamples, parseExample } from './examples';
export { PAGE_FOLDER, sandboxRoutes, type SandboxOptions } from './routes';
export type { IssueToken } from './demo-token';
