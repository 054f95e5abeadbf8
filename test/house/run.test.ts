import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeTree, ROOT, runNode } from './tree';

// Each run starts a program, which takes a while on a busy machine.
jest.setTimeout(60_000);

/** Evaluates an expression that uses a module of the test runner, and gives its value. */
async function evaluate(module: string, names: string, expression: string): Promise<unknown> {
  const from = JSON.stringify(pathToFileURL(join(ROOT, 'test/run', module)).href);
  const script = `import { ${names} } from ${from};\nconsole.log('\\n' + JSON.stringify(await (${expression})));`;
  const { stdout, stderr } = await runNode(['--input-type=module', '-e', script], ROOT);
  const last = stdout.trimEnd().split('\n').at(-1);
  if (!last) throw new Error(stderr);
  return JSON.parse(last);
}

const count = (report: object, exitCode: number) =>
  evaluate('jest.mjs', 'countJest', `countJest('/project', ${JSON.stringify(report)}, ${exitCode})`);

const report = (passed: number, failed: number, brokenFiles: number, tests: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: brokenFiles,
  testResults: [{ name: '/project/test/a.test.ts', assertionResults: tests }],
});

describe('the count of tests', () => {
  test('names the skipped ones with their file', async () => {
    const tests = [
      { status: 'passed', fullName: 'one' },
      { status: 'pending', fullName: 'on MySQL two' },
      { status: 'todo', fullName: 'three' },
    ];
    expect(await count(report(1, 0, 0, tests), 0)).toEqual({
      passed: 1,
      failed: 0,
      skipped: ['test/a.test.ts: on MySQL two', 'test/a.test.ts: three'],
    });
  });

  test('takes a file that could not run for a failed test', async () => {
    expect(await count(report(4, 2, 1), 1)).toEqual({ passed: 4, failed: 3, skipped: [] });
  });

  test('fails when jest failed for no test at all', async () => {
    expect(await count(report(4, 0, 0), 1)).toEqual({ passed: 4, failed: 1, skipped: [] });
  });

  test('excuses a skipped test only for want of the sample files that it is named after', async () => {
    const tree = makeTree({ 'shared/data/readme': '', 'project/readme': '' });
    try {
      const skipped = JSON.stringify(['a: on MySQL', 'b: reads shared/data/areas']);
      const at = (root: string) =>
        evaluate('jest.mjs', 'inexcusable', `inexcusable(${JSON.stringify(root)}, ${skipped})`);
      expect(await at(join(tree.root, 'project'))).toEqual(['a: on MySQL', 'b: reads shared/data/areas']);
      expect(await at(join(tree.root, 'shared/data'))).toEqual(['a: on MySQL']);
    } finally {
      tree.remove();
    }
  });
});

test('static checks print in their order, a failed one with what it said; an inapplicable one is told', async () => {
  const step = (name: string, script: string, more = {}) => ({
    name,
    command: [process.execPath, '-e', script],
    ...more,
  });
  const steps = [
    step('slow', 'setTimeout(() => undefined, 300)'),
    step('wrong', 'console.log("line 4: no"); process.exit(2)'),
    step('absent', '', { needs: 'no/such.file' }),
  ];
  const expression = `(async () => {
    const said = [];
    const result = await runStatic(${JSON.stringify(ROOT)}, ${JSON.stringify(steps)}, (line) => said.push(line));
    return { result, said };
  })()`;
  expect(await evaluate('static.mjs', 'runStatic', expression)).toEqual({
    result: { passed: 1, failed: 1, skipped: [] },
    said: ['- absent: nothing to check, there is no no/such.file', '✓ slow', '✗ wrong', '    line 4: no'],
  });
});

test('a bench runs from TypeScript in a process of its own, and one over its limit fails the run', async () => {
  const tree = makeTree({
    'test/bench/a.bench.ts':
      "import { report } from './harness';\nreport({ name: 'a', ratio: 1, atMost: 2 });\n",
    'test/bench/b.bench.ts':
      "import { report } from './harness';\nreport({ name: 'b', ratio: 3, atMost: 2 });\n",
  });
  try {
    const files = ['.swcrc', 'test/swc.cjs', 'test/bench/register.cjs', 'test/bench/harness.ts'];
    for (const file of files) copyFileSync(join(ROOT, file), join(tree.root, file));
    symlinkSync(join(ROOT, 'node_modules'), join(tree.root, 'node_modules'), 'junction');
    symlinkSync(join(ROOT, 'test/node_modules'), join(tree.root, 'test/node_modules'), 'junction');
    const run = (words: string[]) =>
      evaluate(
        'benches.mjs',
        'runBenches',
        `runBenches(${JSON.stringify(tree.root)}, ${JSON.stringify(words)})`,
      );
    expect(await run([])).toEqual({ passed: 1, failed: 1, skipped: [] });
    expect(await run(['a.'])).toEqual({ passed: 1, failed: 0, skipped: [] });
  } finally {
    tree.remove();
  }
});
