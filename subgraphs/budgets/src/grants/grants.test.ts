import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, databaseOf, describeDatabases, loadDemoInto, type World } from '@coop/test/kit';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { buildSubgraph } from '@coop/shared/graphql';
import type { FileOutcome } from '@coop/shared/importing';
import { sumPence } from '@coop/shared/money';
import { budgets } from '..';
import { DIRECTORY } from '../community-budgets/directory.fixture';
import { found, people, run, subjectOf } from '../ledger/ledger.fixture';
import { awardGrant } from './award-grant.command';
import { awardGrant as mayAward } from './grant.rules';
import { Grant } from './grant.entity';
import { grantExporter } from './grant.export';
import { grantImporter } from './grant.import';
import { givingGrant } from './giving-grant';
import { givingTable } from './giving-json';

const built = buildSubgraph(budgets);
const DATA = join(__dirname, '../../../../../shared/data/grants');
const [CSV, JSON_FILE] = [
  join(DATA, 'trafford_vsg_360giving.csv'),
  join(DATA, 'trafford_vsg_360giving.json'),
];
const TRAFFORD = 'E08000009';
const published = existsSync(CSV) ? test : test.skip;

interface Published {
  readonly id: string;
  readonly title: string;
  readonly dateModified: string;
}

/** The standard's own check of a package. Its schemas name their draft by http and each other by address. */
function validator(): (text: string) => unknown {
  const schema = (name: string) => {
    const read = JSON.parse(readFileSync(join(DATA, name), 'utf8')) as Record<string, unknown>;
    return { ...read, $schema: 'https://json-schema.org/draft/2020-12/schema' } as Record<string, unknown>;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const pack = schema('360-giving-package-schema.json');
  const { grants } = pack['properties'] as { grants: { items: { $ref: string } } };
  ajv.addSchema({ ...schema('360-giving-schema.json'), $id: grants.items.$ref });
  const check = ajv.compile(pack);
  return (text) => (check(JSON.parse(text)) ? [] : check.errors);
}

const SMALL = {
  grants: [
    {
      ...{ id: '360G-x-1', title: 'One', description: 'First', currency: 'GBP', amountAwarded: 0.1 },
      ...{ awardDate: '2024-01-31T00:00:00Z', plannedDates: [{ startDate: '2024-02-01', duration: 3 }] },
      recipientOrganization: [
        { id: 'GB-CHC-1', name: 'Quoted "Body", Ltd' },
        { id: 'x', name: 'y' },
      ],
      ...{ fundingOrganization: [{ id: 'GB-LAE-TRF', name: 'Trafford' }], fromOpenCall: 'Yes' },
    },
    { id: '360G-x-2', title: 'Two', description: 'In euros', currency: 'EUR', amountAwarded: 5 },
    {
      id: '360G-x-3',
      title: 'No recipient',
      description: 'x',
      currency: 'GBP',
      amountAwarded: 5,
      awardDate: 'soon',
    },
  ],
};

test('a grant in the standard’s form leaves out what is not known, and pounds are exact', () => {
  const lines = givingTable(JSON.stringify(SMALL));
  expect(lines).toHaveLength(4);
  expect(lines?.[1]).toContain('"Quoted ""Body"", Ltd"');
  expect(givingTable('{"grants": 5}')).toBeNull();
  expect(givingTable('not json')).toBeNull();
  const grant = Object.assign(new Grant(), {
    ...{ identifier: 'a', title: 'b', description: 'c', awardedPence: 330_303, awardedOn: '2024-01-31' },
    ...{ recipientIdentifier: 'd', recipientName: 'e', funderIdentifier: 'f', funderName: 'g', place: null },
    recipientDetails: { url: null },
    ...{ relatedActivity: null, fromOpenCall: null, appliedForPence: null, disbursedPence: null },
  });
  expect(givingGrant(grant)).toEqual({
    ...{
      id: 'a',
      title: 'b',
      description: 'c',
      currency: 'GBP',
      amountAwarded: 3303.03,
      awardDate: '2024-01-31',
    },
    ...{ recipientOrganization: [{ id: 'd', name: 'e' }], fundingOrganization: [{ id: 'f', name: 'g' }] },
  });
});

/** What the rules say against a grant of the test. */
const awardProblems = (
  said: Omit<Parameters<typeof mayAward>[0], 'recipientName' | 'startsOn' | 'endsOn'>,
) => {
  const decision = mayAward({ ...said, recipientName: 'A', startsOn: null, endsOn: null }, '2026-06-01');
  return decision.ok ? [] : decision.problems.map(({ kind, path }) => `${kind} ${path?.join('.')}`);
};

describeDatabases('grants', databaseOf(built), (world: World) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coop-grants-'));
  });
  beforeEach(() => world.clear());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function bring(file: string, council = TRAFFORD): Promise<FileOutcome> {
    const actor = world.actor({ role: 'administrator', council });
    const { database, clock } = world;
    const job = { database, clock, actor, files: [file], options: { council }, progress: () => undefined };
    const [outcome] = await grantImporter.run(job);
    return outcome!;
  }
  async function write(format: string, council = TRAFFORD): Promise<string> {
    let text = '';
    const { database, clock } = world;
    for await (const piece of grantExporter.run({ database, clock, format, options: { council } }))
      text += piece;
    return text;
  }
  const all = async () => {
    const rows = await world.database.reader.find(Grant, { order: { identifier: 'ASC' } });
    return rows.map(({ id: _id, importRunId: _run, version: _version, ...said }) => said);
  };

  published(
    'of Trafford, 555 of them, come in to the penny from the table and from JSON alike',
    async () => {
      expect(await bring(CSV)).toMatchObject({
        refused: null,
        rows: 555,
        imported: 555,
        rejected: 0,
        remarks: [],
      });
      const fromTable = await all();
      expect(sumPence(fromTable.map(({ awardedPence }) => awardedPence))).toBe(129_143_654);
      expect(await bring(JSON_FILE)).toMatchObject({
        rows: 555,
        imported: 0,
        alreadyThere: 555,
        rejected: 0,
      });
      expect(await all()).toEqual(fromTable);
      await world.clear();
      expect(await bring(JSON_FILE)).toMatchObject({ rows: 555, imported: 555, rejected: 0, remarks: [] });
      expect(await all()).toEqual(fromTable);
    },
    60_000,
  );

  published(
    'go out valid against the standard’s schema, and come back the same',
    async () => {
      await bring(JSON_FILE);
      const before = await all();
      const text = await write('json');
      expect(validator()(text)).toEqual([]);
      const given = (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as { grants: Published[] }).grants;
      const ours = (JSON.parse(text) as { grants: Published[] }).grants;
      // The same instant, written with and without its milliseconds; double spaces in four titles are one.
      const plain = (grants: typeof given) =>
        grants
          .map((grant) => ({
            ...grant,
            title: grant.title.replace(/ +/g, ' '),
            dateModified: grant.dateModified.replace('.000Z', 'Z'),
          }))
          .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(plain(ours)).toEqual(plain(given));
      for (const format of ['json', 'csv']) {
        const file = join(folder, `out.${format}`);
        await writeFile(file, await write(format));
        await world.clear();
        expect(await bring(file)).toMatchObject({ imported: 555, rejected: 0 });
        expect(await all()).toEqual(before);
      }
    },
    60_000,
  );

  published(
    'of Trafford are added up by year, programme and recipient in one statement',
    async () => {
      await bring(CSV);
      const query = (by: string) =>
        `{ grantSummary(by: ${by}, first: 3, filter: { council: "${TRAFFORD}" }) {
         grantCount awarded { pence formatted } otherGroupCount others { pence } groups { key name grantCount awarded { pence } share } } }`;
      for (const by of ['YEAR', 'PROGRAMME', 'RECIPIENT']) {
        const { data, errors } = await ask(world, built, query(by));
        expect(errors).toBeUndefined();
        const { grantSummary } = data as {
          grantSummary: { others: { pence: number }; groups: { awarded: { pence: number } }[] };
        };
        expect(grantSummary).toMatchObject({ grantCount: 555, awarded: { formatted: '£1,291,436.54' } });
        const shown = grantSummary.groups.reduce((sum, { awarded }) => sum + awarded.pence, 0);
        expect(shown + grantSummary.others.pence).toBe(129_143_654);
      }
      expect(await world.statementsOf(() => ask(world, built, query('YEAR')))).toBe(1);
    },
    60_000,
  );

  test('that cannot be read are rejected with their reason, and files that are none whole', async () => {
    const file = join(folder, 'small.json');
    await writeFile(file, JSON.stringify(SMALL));
    const outcome = await bring(file);
    expect(outcome).toMatchObject({ rows: 3, imported: 1, rejected: 2 });
    expect(outcome.remarks.join('\n')).toMatch(/2 of recipientOrganization: the first of each is kept/);
    expect(outcome.remarks.join('\n')).toMatch(/another currency/);
    expect(await all()).toMatchObject([
      {
        identifier: '360G-x-1',
        awardedPence: 10,
        awardedOn: '2024-01-31',
        recipientName: 'Quoted "Body", Ltd',
      },
    ]);
    await writeFile(file, '{"grants": "none"}');
    expect((await bring(file)).refused).toMatch(/no 360Giving file/);
    await writeFile(join(folder, 'other.csv'), 'Name,Colour\nA,red\n');
    expect((await bring(join(folder, 'other.csv'))).refused).not.toBeNull();
  });

  test('of the demo world go out valid too, and are found under council, budget and organisation', async () => {
    await loadDemoInto(world, built);
    if (existsSync(CSV)) expect(validator()(await write('json', 'E09000021'))).toEqual([]);
    const { data, errors } = await ask(
      world,
      built,
      `{ grants(first: 1, filter: { council: "E09000021", programmeCode: "COMMUNITY" }) { totalCount nodes { title awarded { pence }
           recipient { name } funder { name } place { geoCode } communityBudget { grants(first: 1) { totalCount } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      grants: {
        totalCount: 3,
        nodes: [{ title: 'Summer fair (example)', communityBudget: { grants: { totalCount: 2 } } }],
      },
    });
  }, 60_000);

  test('are put on record by an officer of the council, with what the standard asks for', async () => {
    const { treasurer, resident, elsewhere } = people(world);
    const input = {
      ...{ council: 'E09000021', title: 'A grant', description: 'For a fair', awardedPence: 75_000 },
      ...{ awardedOn: '2026-05-01', recipient: { name: 'A committee' } },
    };
    const award = (otherwise: object, actor = treasurer) =>
      run(world, awardGrant(DIRECTORY), { ...input, ...otherwise }, actor);
    expect(found(await award({}, resident))).toEqual(['NotAllowed']);
    expect(found(await award({}, elsewhere))).toEqual(['NotAllowed']);
    expect(found(await award({ awardedPence: 0, title: '', awardedOn: '2026-06-02' }))).toEqual([
      ...['InvalidInput title', 'InvalidInput awardedPence', 'InvalidInput awardedOn'],
    ]);
    expect(found(await award({ startsOn: '2026-05-02', endsOn: '2026-05-01' }))).toEqual([
      'InvalidInput endsOn',
    ]);
    for (const awardedOn of ['1066-10-14', '1974-03-31'])
      expect(await award({ awardedOn })).toMatchObject({
        problems: [
          { kind: 'InvalidInput', path: ['awardedOn'], rule: { title: 'Local Government Act 1972' } },
        ],
      });
    for (const [startsOn, endsOn] of [
      ['1066-10-14', null],
      ['2026-05-01', '2076-05-02'],
    ] as const)
      expect(found(await award({ startsOn, endsOn }))).toEqual([
        `InvalidInput ${endsOn ? 'endsOn' : 'startsOn'}`,
      ]);
    const budget = { openedOn: '2026-05-02' };
    expect(awardProblems({ ...input, ...budget })).toEqual(['InvalidInput awardedOn']);
    expect(awardProblems({ ...input, openedOn: '2026-05-01' })).toEqual([]);
    expect(found(await award({ budgetId: 'communitybudget_0' }))).toEqual(['NotFound budgetId']);
    subjectOf(await award({}));
    if (existsSync(CSV)) expect(validator()(await write('json', 'E09000021'))).toEqual([]);
  });
});
