#!/usr/bin/env node
// `npm start` and `npm run coop -- …`: sets the project up, then runs the compiled gateway or command line.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';
import { setUp } from './setup.mjs';
import { orStop, Stop } from './setup/stop.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [, , ...args] = process.argv;
const asksForHelp = args.includes('--help') || args.includes('-h');
const [program, rest] = args[0] === 'start' && !asksForHelp ? ['main.js', args.slice(1)] : ['cli.js', args];

await orStop(async () => {
  await setUp(root);
  const file = join(root, 'gateway', 'dist', program);
  if (!existsSync(file)) throw new Stop(`gateway/dist/${program} is missing: is gateway/src complete?`);
  launch(file, rest);
});
