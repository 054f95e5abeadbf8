import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readJson } from '../../gateway/bin/setup/files.mjs';

const SKIPPED = new Set(['pending', 'skipped', 'disabled', 'todo']);

/** Counts a jest report. A file that could not run at all counts as one failed test. */
export function countJest(root, report, exitCode) {
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => SKIPPED.has(status))
      .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
  );
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Jest may fail for a reason that no test stands for: nothing matched, or something was left open.
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

/** The skipped tests without an excuse: the folder of sample files that a test is named after is missing. */
export function inexcusable(root, skipped) {
  const hasData = existsSync(join(root, '..', 'shared', 'data'));
  return skipped.filter((name) => hasData || !name.includes('shared/data'));
}

/** Runs jest with its own output shown, and counts from its JSON report. */
export async function runJest(root, args) {
  const report = join(root, '.cache', 'jest-report.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const settings = ['--config', 'test/jest.config.cjs', '--json', '--outputFile', report];
  const child = spawn(process.execPath, [jest, ...settings, ...args], {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'], // with --json jest talks on stderr; stdout would repeat the report
  });
  const exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
  return countJest(root, readJson(report), exitCode);
}
