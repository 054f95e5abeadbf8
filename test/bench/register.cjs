// Lets node run the project's TypeScript as it is: compiled by swc when it is required, with the settings of
// the build. For benches only; run with --conditions=source so that packages resolve to their sources.
require('reflect-metadata');
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');
const settings = require('../swc.cjs');

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformFileSync(filename, { ...settings, sourceMaps: 'inline' }).code, filename);
};
