import { join } from 'node:path';
import { makeTree, ROOT, runNode, type Tree } from './tree';

// Each run starts a program, which takes a while on a busy machine.
jest.setTimeout(60_000);

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const REGISTER = 'subgraphs/assets/src/register';
const exporting = 'export const one = 1;\n';
const packageJson = (name: string, exports: unknown) => JSON.stringify({ name, version: '1.0.0', exports });
const oneDoor = { '.': { source: './src/index.ts', default: './dist/index.js' } };

/** A project in which everything is where it belongs. */
const CLEAN: Record<string, string> = {
  'node_modules/typeorm/package.json': packageJson('typeorm', './index.js'),
  'node_modules/typeorm/index.js': '',
  'node_modules/type-graphql/package.json': packageJson('type-graphql', './index.js'),
  'node_modules/type-graphql/index.js': '',
  'shared/package.json': packageJson('@coop/shared', {
    './*': { source: './src/*/index.ts', default: './dist/*/index.js' },
  }),
  'shared/src/time/index.ts': exporting,
  'shared/src/law/index.ts': "export { one } from '../time';\n",
  'shared/src/persistence/index.ts': exporting,
  'shared/src/commands/index.ts': "import { one } from '../persistence';\nexport const two = one + 1;\n",
  'shared/src/access/index.ts': exporting,
  'shared/src/graphql/index.ts': exporting,
  'shared/src/importing/index.ts': exporting,
  'shared/src/exporting/index.ts': exporting,
  'subgraphs/councils/package.json': packageJson('@coop/councils', oneDoor),
  'subgraphs/councils/src/index.ts': exporting,
  'subgraphs/assets/package.json': packageJson('@coop/assets', oneDoor),
  'subgraphs/assets/src/index.ts': "export * from './register/register.resolver';\n",
  'subgraphs/assets/src/access.ts': "export { one as mayWrite } from '@coop/shared/access';\n",
  [`${REGISTER}/register.law.ts`]: "export { one as law } from '@coop/shared/law';\n",
  [`${REGISTER}/register.lifecycle.ts`]: "export { one as states } from '@coop/shared/time';\n",
  [`${REGISTER}/grid.ts`]: exporting,
  [`${REGISTER}/register.rules.ts`]:
    "import { law } from './register.law';\nimport { one } from './grid';\nexport const decide = law + one;\n",
  [`${REGISTER}/register.entity.ts`]:
    "import 'typeorm';\nimport type {} from '@coop/shared/persistence';\nexport class Row {}\n",
  [`${REGISTER}/register.types.ts`]:
    "import 'type-graphql';\nimport type { Row } from './register.entity';\nexport type Shown = Row;\n",
  [`${REGISTER}/register.queries.ts`]:
    "import type { Row } from './register.entity';\nexport const find = (): Row[] => [];\n",
  [`${REGISTER}/change-row.command.ts`]:
    "import '@coop/shared/commands';\nimport '../access';\nimport './register.queries';\nexport const change = 1;\n",
  [`${REGISTER}/register.resolver.ts`]:
    "import './change-row.command';\nimport './register.types';\nexport const face = 1;\n",
  [`${REGISTER}/register.enums.ts`]: "import '@coop/shared/graphql';\nexport const kinds = 1;\n",
  [`${REGISTER}/register.migrations.ts`]: "import 'typeorm';\nimport '@coop/shared/persistence';\n",
  [`${REGISTER}/register.facts.ts`]: "import './register.law';\nexport const rows = 1;\n",
  [`${REGISTER}/register.demo.ts`]:
    "import './register.facts';\nimport './change-row.command';\nimport './register.entity';\n",
  [`${REGISTER}/register.feature.ts`]:
    "import './register.resolver';\nimport './register.migrations';\nimport './register.demo';\n",
  [`${REGISTER}/register.import.ts`]:
    "import 'node:fs';\nimport '@coop/shared/importing';\nimport './grid';\n",
  [`${REGISTER}/register.export.ts`]: "import '@coop/shared/exporting';\nimport './register.queries';\n",
  [`${REGISTER}/register.tool.ts`]: "import 'node:fs';\nimport '@coop/shared/graphql';\nimport './grid';\n",
  [`${REGISTER}/register.rules.test.ts`]:
    "import './register.rules';\nimport '../../../../test/kit/index';\n",
  'gateway/src/host.ts': "export { one } from '@coop/councils';\n",
  'gateway/src/main.ts': "import './host';\n",
  'test/kit/index.ts': exporting,
};

/** One file for each rule that breaks it, and where its import leads. */
const OFFENCES: Record<string, { file: string; text: string; to: string }> = {
  'kind-law': {
    file: `${REGISTER}/broken.law.ts`,
    text: "import type { Row } from './register.entity';\nexport type Broken = Row;\n",
    to: `${REGISTER}/register.entity.ts`,
  },
  'kind-lifecycle': {
    file: `${REGISTER}/broken.lifecycle.ts`,
    text: "import './register.law';\n",
    to: `${REGISTER}/register.law.ts`,
  },
  'kind-rules': {
    // Only a type, and by the package's name: the rule holds on what it resolves to.
    file: `${REGISTER}/broken.rules.ts`,
    text: "import type { one } from '@coop/shared/persistence';\nexport type Broken = typeof one;\n",
    to: 'shared/src/persistence/index.ts',
  },
  'kind-plain': {
    file: `${REGISTER}/broken.ts`,
    text: "import 'typeorm';\n",
    to: 'node_modules/typeorm/index.js',
  },
  'kind-enums': {
    file: `${REGISTER}/broken.enums.ts`,
    text: "import type { Row } from './register.entity';\nexport type Broken = Row;\n",
    to: `${REGISTER}/register.entity.ts`,
  },
  'kind-migrations': {
    file: `${REGISTER}/broken.migrations.ts`,
    text: "import { Row } from './register.entity';\nexport { Row };\n",
    to: `${REGISTER}/register.entity.ts`,
  },
  'kind-facts': {
    file: `${REGISTER}/broken.facts.ts`,
    text: "import './register.entity';\n",
    to: `${REGISTER}/register.entity.ts`,
  },
  'kind-demo': {
    file: `${REGISTER}/broken.demo.ts`,
    text: "import './register.resolver';\n",
    to: `${REGISTER}/register.resolver.ts`,
  },
  'kind-stubs': {
    file: 'subgraphs/assets/src/stubs.ts',
    text: "import './register/register.queries';\n",
    to: `${REGISTER}/register.queries.ts`,
  },
  'kind-feature': {
    file: `${REGISTER}/broken.feature.ts`,
    text: "import 'typeorm';\n",
    to: 'node_modules/typeorm/index.js',
  },
  'kind-entity': {
    file: `${REGISTER}/broken.entity.ts`,
    text: "import './register.queries';\n",
    to: `${REGISTER}/register.queries.ts`,
  },
  'kind-types': {
    file: `${REGISTER}/broken.types.ts`,
    text: "import './change-row.command';\n",
    to: `${REGISTER}/change-row.command.ts`,
  },
  'kind-queries': {
    file: `${REGISTER}/broken.queries.ts`,
    text: "import '@coop/shared/commands';\n",
    to: 'shared/src/commands/index.ts',
  },
  'kind-access': {
    file: 'subgraphs/councils/src/access.ts',
    text: "import '@coop/shared/persistence';\n",
    to: 'shared/src/persistence/index.ts',
  },
  'kind-command': {
    file: `${REGISTER}/break-row.command.ts`,
    text: "import './register.resolver';\n",
    to: `${REGISTER}/register.resolver.ts`,
  },
  'kind-resolver': {
    file: `${REGISTER}/broken.resolver.ts`,
    text: "import 'typeorm';\n",
    to: 'node_modules/typeorm/index.js',
  },
  'kind-import': {
    file: `${REGISTER}/broken.import.ts`,
    text: "import './register.resolver';\n",
    to: `${REGISTER}/register.resolver.ts`,
  },
  'kind-export': {
    file: `${REGISTER}/broken.export.ts`,
    text: "import '@coop/shared/commands';\n",
    to: 'shared/src/commands/index.ts',
  },
  'kind-tool': {
    file: `${REGISTER}/broken.tool.ts`,
    text: "import '@coop/shared/persistence';\n",
    to: 'shared/src/persistence/index.ts',
  },
  'kind-worker': {
    file: `${REGISTER}/broken.worker.ts`,
    text: "import '@coop/shared/persistence';\n",
    to: 'shared/src/persistence/index.ts',
  },
  'subgraphs-stand-alone': {
    file: 'subgraphs/assets/src/borrowing.ts',
    text: "import type { one } from '@coop/councils';\nexport type Borrowed = typeof one;\n",
    to: 'subgraphs/councils/src/index.ts',
  },
  'subgraphs-know-no-gateway': {
    file: 'subgraphs/assets/src/climbing.ts',
    text: "import '../../../gateway/src/host';\n",
    to: 'gateway/src/host.ts',
  },
  'shared-imports-nobody-of-ours': {
    file: 'shared/src/commands/climbing.ts',
    text: "import '../../../subgraphs/councils/src/index';\n",
    to: 'subgraphs/councils/src/index.ts',
  },
  'pure-rooms': {
    file: 'shared/src/money/index.ts',
    text: "import { readFileSync } from 'node:fs';\nexport { readFileSync };\n",
    to: 'fs',
  },
  'ballots-stand-apart': {
    file: 'shared/src/ballots/index.ts',
    text: "export { one } from '../graphql';\n",
    to: 'shared/src/graphql/index.ts',
  },
  'only-the-host-knows-subgraphs': {
    file: 'gateway/src/nosy.ts',
    text: "import '@coop/assets';\n",
    to: 'subgraphs/assets/src/index.ts',
  },
  'test-is-for-tests': {
    file: 'gateway/src/helped.ts',
    text: "import '../../test/kit/index';\n",
    to: 'test/kit/index.ts',
  },
  'no-cycles': {
    file: 'gateway/src/chicken.ts',
    text: "import type { Egg } from './egg';\nexport type Chicken = { egg: Egg };\n",
    to: 'gateway/src/egg.ts',
  },
  'sources-only': {
    file: 'gateway/src/stale.ts',
    text: "import '../../shared/dist/time/index';\n",
    to: 'shared/dist/time/index.js',
  },
  resolvable: { file: 'gateway/src/lost.ts', text: "import './nowhere';\n", to: './nowhere' },
};

function linkPackages(tree: Tree) {
  for (const place of ['subgraphs/assets', 'subgraphs/councils', 'gateway']) {
    tree.link(`${place}/node_modules/@coop/shared`, 'shared');
  }
  tree.link('subgraphs/assets/node_modules/@coop/councils', 'subgraphs/councils');
  tree.link('gateway/node_modules/@coop/councils', 'subgraphs/councils');
  tree.link('gateway/node_modules/@coop/assets', 'subgraphs/assets');
}

async function violationsIn(tree: Tree): Promise<Violation[]> {
  const cruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const settings = ['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const folders = ['gateway', 'shared', 'subgraphs', 'test'];
  const { stdout, stderr } = await runNode([cruise, ...settings, ...folders], tree.root);
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

let clean: Violation[];
let broken: Violation[];

beforeAll(async () => {
  const trees = [makeTree(CLEAN), makeTree(CLEAN)] as const;
  try {
    trees.forEach(linkPackages);
    for (const { file, text } of Object.values(OFFENCES)) trees[1].write(file, text);
    trees[1].write(
      'gateway/src/egg.ts',
      "import type { Chicken } from './chicken';\nexport type Egg = Chicken;\n",
    );
    trees[1].write('shared/dist/time/index.js', '');
    [clean, broken] = (await Promise.all(trees.map(violationsIn))) as [Violation[], Violation[]];
  } finally {
    for (const tree of trees) tree.remove();
  }
});

test('a tree in which everything is where it belongs breaks no rule', () => {
  expect(clean).toEqual([]);
});

test.each(Object.entries(OFFENCES))('the rule %s catches an import that it forbids', (rule, { file, to }) => {
  expect(broken).toContainEqual({ rule, from: file, to });
});

test('files that keep the rules are not blamed for others', () => {
  const guilty = new Set([...Object.values(OFFENCES).map(({ file }) => file), 'gateway/src/egg.ts']);
  expect(broken.filter(({ from }) => !guilty.has(from))).toEqual([]);
});

test('every rule in the configuration is seen to fail here', async () => {
  const script = `process.stdout.write(JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map((r) => r.name)))`;
  const { stdout } = await runNode(['-e', script], ROOT);
  expect((JSON.parse(stdout) as string[]).sort()).toEqual(Object.keys(OFFENCES).sort());
});
