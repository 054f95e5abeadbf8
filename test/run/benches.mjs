import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the benches whose file name holds one of the given words (all of them when none is given), one after the
 * other and each in a process of its own, so that one's garbage is not another's pause.
 */
export async function runBenches(root, words) {
  const folder = join(root, 'test', 'bench');
  const files = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort();
  let failed = 0;
  for (const name of files) {
    process.stdout.write(`${name}\n`);
    const args = ['--conditions=source', '--expose-gc', '--require', join(folder, 'register.cjs')];
    const child = spawn(process.execPath, [...args, join(folder, name)], { cwd: root, stdio: 'inherit' });
    const code = await new Promise((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
    if (code !== 0) failed += 1;
  }
  return { passed: files.length - failed, failed, skipped: [] };
}
