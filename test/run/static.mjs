import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from '../../gateway/bin/setup/child.mjs';

const AT_ONCE = 2; // checks running side by side

/** Runs the static checks and prints each in its turn; a failed one with all that it said. */
export async function runStatic(root, steps, say) {
  const due = steps.filter(({ name, needs }) => {
    const applies = needs === undefined || existsSync(join(root, needs));
    if (!applies) say(`- ${name}: nothing to check, there is no ${needs}`);
    return applies;
  });
  const results = due.map(() => {
    const { promise, resolve } = withResolvers();
    return { promise, resolve };
  });
  const queue = [...due.keys()];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [command, ...args] = due[next].command;
      results[next].resolve(await runQuietly(command, args, { cwd: root }));
    }
  };
  for (let n = 0; n < AT_ONCE; n += 1) void worker();
  let failed = 0;
  for (const [index, { name }] of due.entries()) {
    const { code, output } = await results[index].promise;
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) {
      failed += 1;
      say(output.trimEnd().replaceAll(/^/gm, '    '));
    }
  }
  return { passed: due.length - failed, failed, skipped: [] };
}

function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
