// Lets a child process of a test run the sources: `node -C source -r register.cjs program.ts`.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const { swcrc, ...settings } = require('../swc.cjs');

require('reflect-metadata');
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, swcrc: false, filename });
  module._compile(code, filename);
};
