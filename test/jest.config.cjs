// One runner for every package; sources are compiled by swc as they are loaded.
module.exports = {
  rootDir: '..',
  testMatch: ['<rootDir>/{gateway,shared,subgraphs,test}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.coop/'],
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  // jose, cookie and the calendar library are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(?:\\.pnpm/)?(?:cookie|jose|temporal-[a-z]+|ulid)[@/])'],
  transform: { '^.+\\.(t|m?j)s$': ['@swc/jest', require('./swc.cjs')] },
  globalSetup: '<rootDir>/test/kit/global-setup.cjs',
  globalTeardown: '<rootDir>/test/kit/global-teardown.cjs',
  setupFiles: ['reflect-metadata', '<rootDir>/test/kit/source-workers.cjs'],
  cacheDirectory: '<rootDir>/.cache/jest',
  maxWorkers: 2,
  // For a test that hangs. No test is about time, and a machine may be busy with something else.
  testTimeout: 60_000,
};
