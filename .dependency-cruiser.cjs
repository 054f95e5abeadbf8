// Who may import whom. Rules hold on resolved paths and for type-only imports too.
// Each rule is seen to fail once in test/house/house-rules.test.ts.

const PURE = '^shared/src/(problems|money|time|ids|lifecycle|law|names|text)/';
const room = (name) => `^shared/src/${name}/`;
/** A package of the registry, wherever the package manager put it. */
const npm = (name) => `(^|/)node_modules/${name}/`;
const core = (names) => `^(node:)?(${names})(/promises)?$`;
const FILES = core('fs|path|stream|url|zlib|crypto|readline|os');
const TESTS = '\\.(test|fixture)\\.ts$';

const FEATURE = '^subgraphs/[^/]+/src/(?!demo/|migrations/)[^/]+';
const kindOf = (suffix) => `^subgraphs/[^/]+/src/.+\\.${suffix}\\.ts$`;
/** The kinds that decide and say, and do nothing: the kernel's own files of these kinds are held to them too. */
const pureKindOf = (suffix) => `^(subgraphs/[^/]+|shared)/src/.+\\.${suffix}\\.ts$`;
const SUFFIXES =
  'law|lifecycle|rules|enums|entity|types|queries|command|worker|resolver|import|export|tool|migrations|demo|facts|feature|test|fixture';

const KINDS = {
  law: pureKindOf('law'),
  lifecycle: pureKindOf('lifecycle'),
  rules: pureKindOf('rules'),
  enums: kindOf('enums'),
  entity: kindOf('entity'),
  types: kindOf('types'),
  queries: kindOf('queries'),
  command: kindOf('command'),
  worker: kindOf('worker'),
  resolver: kindOf('resolver'),
  import: kindOf('import'),
  export: kindOf('export'),
  tool: kindOf('tool'),
  migrations: kindOf('migrations'),
  facts: kindOf('facts'),
  demo: kindOf('demo'),
  feature: kindOf('feature'),
  // Named predicates: who may do what. One file for each subgraph.
  access: '^subgraphs/[^/]+/src/access\\.ts$',
  // The nouns of other subgraphs, of which a subgraph knows the keys. One file for each subgraph.
  stubs: '^subgraphs/[^/]+/src/stubs\\.ts$',
  // A file of a feature with none of the suffixes: a plain helper, as free of effects as a rule.
  plain: `${FEATURE}(?!.*\\.(${SUFFIXES})\\.ts$|.*/index\\.ts$)/.+\\.ts$`,
};

/** The table of file kinds: what each may import besides the pure rooms. */
const MAY_IMPORT = {
  // A table may name the codes of another: days by kind of council.
  law: { kinds: ['law'] },
  lifecycle: {},
  rules: { kinds: ['law', 'lifecycle', 'rules', 'plain'] },
  plain: { kinds: ['law', 'lifecycle', 'rules', 'plain'], packages: ['proj4', 'temporal-polyfill', 'ulid'] },
  // The values that a field can have, described for the schema.
  enums: { kinds: ['law', 'lifecycle', 'rules', 'plain', 'enums'], rooms: ['graphql', 'nouns'] },
  // An entity may be of a GraphQL interface, which is a type.
  entity: {
    kinds: ['law', 'lifecycle', 'enums', 'entity', 'types'],
    rooms: ['persistence', 'graphql', 'nouns'],
    packages: ['typeorm', 'type-graphql'],
  },
  // Inputs say by shared/commands which of their fields are inputs of their own.
  types: {
    kinds: ['lifecycle', 'enums', 'entity', 'types', 'stubs'],
    rooms: ['graphql', 'nouns', 'commands'],
    packages: ['type-graphql', 'class-validator', 'graphql', 'graphql-scalars'],
  },
  // Queries may ask the rules: a question such as "may this be sold?" is answered without a write.
  queries: {
    kinds: ['rules', 'law', 'lifecycle', 'enums', 'entity', 'types', 'queries', 'plain'],
    rooms: ['persistence', 'graphql', 'importing', 'graph', 'ballots', 'nouns'],
    packages: ['typeorm', 'dataloader', 'graphql'],
  },
  stubs: { rooms: ['graphql', 'nouns'] },
  access: {
    kinds: ['law', 'lifecycle', 'rules', 'enums', 'entity', 'types', 'plain'],
    rooms: ['access', 'nouns'],
  },
  // A step that several verbs share is a command file without a verb of its own.
  command: {
    kinds: ['command', 'rules', 'law', 'lifecycle', 'enums', 'entity', 'types', 'queries', 'access', 'plain'],
    rooms: ['commands', 'access', 'persistence', 'graph', 'ballots', 'nouns', 'importing', 'computing'],
    packages: ['typeorm', 'class-validator'],
    others: [core('path')],
  },
  // The program of a thread in which a command has something worked out.
  worker: { kinds: ['rules', 'law', 'lifecycle', 'plain'], rooms: ['computing'] },
  resolver: {
    kinds: ['command', 'queries', 'types', 'entity', 'access', 'enums', 'stubs', 'lifecycle'],
    rooms: ['graphql', 'access', 'nouns'],
    packages: ['type-graphql', 'graphql'],
  },
  // An importer says who may send it files.
  import: {
    kinds: [
      'command',
      'queries',
      'enums',
      'entity',
      'types',
      'rules',
      'law',
      'lifecycle',
      'plain',
      'import',
      'access',
    ],
    rooms: ['importing', 'commands', 'persistence', 'access', 'ballots', 'nouns'],
    packages: ['typeorm', 'csv-parse', 'ajv', 'ajv-formats'],
    others: [FILES],
  },
  export: {
    kinds: ['command', 'queries', 'enums', 'entity', 'types', 'law', 'lifecycle', 'plain'],
    rooms: ['exporting', 'persistence', 'access', 'nouns'],
    packages: ['typeorm'],
    others: [FILES],
  },
  // A command that needs no database: files in, an answer out.
  tool: {
    kinds: ['rules', 'law', 'lifecycle', 'plain', 'tool'],
    rooms: ['graphql'],
    others: [FILES],
  },
  // Migrations stand as they were written: they follow no entity that may change after them.
  migrations: { kinds: ['migrations'], rooms: ['persistence'], packages: ['typeorm'] },
  // What the demo world is made of, as plain data.
  facts: { kinds: ['law', 'lifecycle', 'rules', 'plain', 'facts'] },
  demo: {
    kinds: [
      'facts',
      'rules',
      'law',
      'lifecycle',
      'enums',
      'entity',
      'types',
      'queries',
      'command',
      'demo',
      'plain',
    ],
    rooms: ['graphql', 'persistence', 'commands', 'access', 'ballots', 'nouns'],
    packages: ['typeorm'],
  },
  // A feature as one value: what it adds to its subgraph.
  feature: {
    kinds: [
      'lifecycle',
      'resolver',
      'queries',
      'command',
      'entity',
      'types',
      'enums',
      'import',
      'export',
      'tool',
      'migrations',
      'demo',
    ],
    // The tables of ballots are the kernel's, and belong to the features that have them.
    rooms: ['graphql', 'ballots', 'nouns'],
  },
};

const tableRules = Object.entries(MAY_IMPORT).map(
  ([kind, { kinds = [], rooms = [], packages = [], others = [] }]) => ({
    name: `kind-${kind}`,
    severity: 'error',
    comment: `Besides the pure rooms, ${kind} files may import only: ${
      [...kinds.map((name) => `${name} files`), ...rooms.map((name) => `shared/${name}`), ...packages].join(
        ', ',
      ) || 'nothing'
    }.`,
    from: { path: KINDS[kind], pathNot: TESTS },
    to: {
      pathNot: [
        PURE,
        ...kinds.map((name) => KINDS[name]),
        ...rooms.map(room),
        ...packages.map(npm),
        ...others,
      ],
    },
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...tableRules,
    {
      name: 'subgraphs-stand-alone',
      severity: 'error',
      comment: 'A subgraph asks another for its facts over the graph (shared/graph), never in its code.',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraphs-know-no-gateway',
      severity: 'error',
      comment: 'A partner takes a subgraph without the gateway.',
      from: { path: '^subgraphs/', pathNot: TESTS },
      to: { path: '^gateway/' },
    },
    {
      name: 'shared-imports-nobody-of-ours',
      severity: 'error',
      comment: 'The kernel is below everybody.',
      from: { path: '^shared/' },
      to: { path: '^(gateway|subgraphs)/' },
    },
    {
      name: 'pure-rooms',
      severity: 'error',
      comment: 'The pure rooms import nothing outside themselves but temporal-polyfill and ulid.',
      from: { path: PURE, pathNot: TESTS },
      to: { pathNot: [PURE, npm('(temporal-polyfill|temporal-spec|ulid)')] },
    },
    {
      name: 'ballots-stand-apart',
      severity: 'error',
      comment:
        'The room of secret ballots stands on the door for writes and the tables alone, so that it can be read through.',
      from: { path: room('ballots'), pathNot: TESTS },
      to: {
        pathNot: [room('ballots'), PURE, room('(persistence|commands)'), npm('typeorm'), core('crypto')],
      },
    },
    {
      name: 'only-the-host-knows-subgraphs',
      severity: 'error',
      comment: 'gateway/src/host.ts is the composition root: the only file there that names subgraphs.',
      from: { path: '^gateway/src/', pathNot: ['^gateway/src/host\\.ts$', TESTS] },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'test-is-for-tests',
      severity: 'error',
      comment: 'Nothing that is delivered imports the test kit.',
      from: { pathNot: ['^test/', TESTS] },
      to: { path: ['^test/', TESTS] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea in two places.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'sources-only',
      severity: 'error',
      comment: 'Our own packages are imported by name or by source, never from what was built.',
      from: {},
      to: { path: '^(gateway|shared|subgraphs/[^/]+)/dist/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere would slip past every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '(^|/)dist(-sandbox)?/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // "source" leads from a package's name to its TypeScript.
      conditionNames: ['source', 'types', 'node', 'import', 'require', 'default'],
      mainFields: ['main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
