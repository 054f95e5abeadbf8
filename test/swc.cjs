// The project's own compiler settings, with node_modules' plain JavaScript allowed through as well.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { $schema, ...settings } = JSON.parse(readFileSync(join(__dirname, '..', '.swcrc'), 'utf8'));
module.exports = { ...settings, swcrc: false, sourceMaps: 'inline' };
