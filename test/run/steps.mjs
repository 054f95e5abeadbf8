// The static checks, in the order in which they run. One entry is one check in the count.
//   name     what the tick stands beside
//   command  the program and its arguments, run in the project's root; exit code 0 means passed
//   needs    (optional) a file without which there is nothing to check yet
const node = process.execPath;
const bin = (path) => `node_modules/${path}`;
/** A program in TypeScript, run from its source. */
const source = (path) => [node, '-C', 'source', '-r', './test/kit/register.cjs', path];

export const STEPS = [
  {
    name: 'format (prettier)',
    command: [
      node,
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '.',
      '--log-level=warn',
      '--cache',
      '--cache-location=.cache/prettier',
    ],
  },
  {
    name: 'lint (oxlint)',
    command: [node, bin('oxlint/bin/oxlint'), '--config=.oxlintrc.json', '--deny-warnings'],
  },
  {
    name: 'house rules: code',
    command: [node, 'test/house-rules.mjs'],
  },
  {
    name: 'house rules: imports',
    command: [
      node,
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config=.dependency-cruiser.cjs',
      '--output-type=err-long',
      'gateway',
      'shared',
      'subgraphs',
      'test',
    ],
  },
  {
    name: 'types (tsc)',
    command: [node, bin('typescript/bin/tsc'), '-p', 'test/tsconfig.json', '--pretty', 'false'],
  },
  {
    // The page runs in a browser, so it has settings of its own.
    name: 'types of the sandbox page (tsc)',
    command: [node, bin('typescript/bin/tsc'), '-p', 'gateway/src/sandbox/page', '--pretty', 'false'],
    needs: 'gateway/src/sandbox/page/tsconfig.json',
  },
  {
    name: 'generated schemas are up to date',
    command: [node, 'gateway/dist/cli.js', 'schema', '--check'],
  },
  {
    name: 'no change breaks clients',
    command: source('test/check/breaking-changes.ts'),
  },
  {
    name: 'contract: our own operations and the examples of the sandbox page',
    command: [...source('test/check/contract.ts'), 'own'],
  },
  {
    name: 'contract: the operations in ../shared/contract',
    command: [...source('test/check/contract.ts'), 'shared'],
    needs: '../shared/contract',
  },
  {
    name: 'the typed client is up to date',
    command: [...source('test/client/generate.ts'), '--check'],
  },
];
