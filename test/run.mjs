// `npm test`: sets itself up, then runs the static checks and every test, and ends with the count.
//   npm test                 everything
//   npm test -- ARGUMENTS    the tests only, ARGUMENTS going to jest: a path, -t "name", --coverage …
//   npm run check            the static checks only (--static)
//   npm run bench [-- NAME]  the benches only (--bench)
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from '../gateway/bin/setup.mjs';
import { Stop } from '../gateway/bin/setup/stop.mjs';
import { runBenches } from './run/benches.mjs';
import { inexcusable, runJest } from './run/jest.mjs';
import { runStatic } from './run/static.mjs';
import { STEPS } from './run/steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stdout.write(`${line}\n`);
const [mode, args] = ['--static', '--bench'].includes(process.argv[2])
  ? [process.argv[2], process.argv.slice(3)]
  : ['', process.argv.slice(2)];

async function runAll() {
  try {
    await setUp(root);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return [{ passed: 0, failed: 1, skipped: [] }];
  }
  if (mode === '--bench') return [await runBenches(root, args)];
  const counts = [];
  if (mode === '--static' || args.length === 0) counts.push(await runStatic(root, STEPS, say));
  if (mode === '') counts.push(await runJest(root, args));
  return counts;
}

const counts = await runAll();
const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
const skipped = counts.flatMap((count) => count.skipped);
if (skipped.length > 0) {
  say(`\nSKIPPED, not tested on this machine (${skipped.length}):`);
  for (const name of skipped) say(`  ! ${name}`);
}
// Where everything can be had (.ci/run), a skipped test is a test that somebody forgot to make possible.
const forbidden = process.env.CI_NO_SKIPS ? inexcusable(root, skipped) : [];
if (forbidden.length > 0) say(`\n${forbidden.length} of these may not be skipped here.`);
say('');
say(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
);
const nothingRan = mode !== '--bench' && sum('passed') === 0;
process.exit(sum('failed') > 0 || forbidden.length > 0 || nothingRan ? 1 : 0);
