import { existsSync, promises } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { ImportChange, ImportProblem, ImportRun } from '@coop/shared/persistence';
import { councils } from '..';
import { mergeOrganisations } from './merge-organisations.command';
import { Organisation } from './organisation.entity';
import { importRegister } from './organisation.import';
import { OrganisationIdentifier } from './organisation-identifier.entity';

const built = buildSubgraph(councils);
const sample = (name: string) => resolve(__dirname, '../../samples', name);

const CHARITY_HEADER =
  'registered_charity_number\tcharity_name\tcharity_registration_status\tcharity_company_registration_number\tcharity_contact_postcode';
const COMPANY_HEADER = 'CompanyName, CompanyNumber,CompanyCategory,CompanyStatus,RegAddress.PostCode';

describeDatabases('the published registers', databaseOf(built), (world) => {
  let folder = '';
  beforeAll(async () => {
    folder = await promises.mkdtemp(join(tmpdir(), 'coop-registers-'));
  });
  afterAll(() => promises.rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await world.clear();
    await loadDemoInto(world, built);
  });

  const run = (file: string, register?: string) =>
    importRegister(world.context(world.actor({ role: 'administrator' })), file, register);
  const write = async (name: string, lines: readonly string[]) => {
    const file = join(folder, name);
    await promises.writeFile(file, lines.join('\n'));
    return file;
  };
  const read = async (orgId: string) => {
    const { data, errors } = await ask(
      world,
      built,
      `query ($orgId: ID!) { organisation(orgId: $orgId) { id orgId name otherNames kind isVcse standing postcode version localAuthority { gssCode }
        identifiers { orgId status standing registeredOn endedOn } } }`,
      { orgId },
    );
    expect(errors).toBeUndefined();
    return data!['organisation'] as Record<string, unknown> | null;
  };

  test.each([
    ['companies-house.csv', 10, 8],
    ['charity-commission.txt', 8, 7],
    ['mutuals.csv', 6, 5],
    ['local-authorities.csv', 4, 4],
  ])(
    '%s is recognised by its headers, every row is accounted for, and again it brings nothing',
    async (name, rows, imported) => {
      const first = await run(sample(name));
      expect(first).toMatchObject({
        refused: null,
        rows,
        imported,
        alreadyThere: 0,
        rejected: rows - imported,
      });
      const before = await world.database.reader.count(Organisation);
      const again = await run(sample(name));
      expect(again).toMatchObject({ rows, imported: 0, alreadyThere: imported, rejected: rows - imported });
      expect(await world.database.reader.count(Organisation)).toBe(before);
      expect(again.remarks[0]).toMatch(/^It was read as: /);
    },
  );

  test.each([
    [['companies-house.csv', 'charity-commission.txt', 'mutuals.csv']],
    [['mutuals.csv', 'charity-commission.txt', 'companies-house.csv']],
  ])('a body in several registers becomes one organisation, whatever comes first: %j', async (files) => {
    for (const file of files) await run(sample(file));
    const trust = await read('GB-COH-99000001');
    expect(trust).toMatchObject({
      orgId: 'GB-COH-99000001',
      name: 'SAMPLETON COMMUNITY TRUST',
      otherNames: ['SAMPLETON ACTION LIMITED'],
      kind: 'CHARITY',
      isVcse: true,
      standing: 'ACTIVE',
      postcode: 'OL1 1AA',
      identifiers: [
        { orgId: 'GB-COH-99000001', status: 'Active', registeredOn: '2009-06-05' },
        { orgId: 'GB-CHC-9900001', status: 'Registered', registeredOn: '2010-02-03' },
      ],
    });
    expect(await read('GB-CHC-9900001')).toEqual(trust);
    expect(await read('GB-MPR-99006R')).toMatchObject({
      orgId: 'GB-COH-IP99006R',
      kind: 'COMMUNITY_BENEFIT_SOCIETY',
      identifiers: [{ orgId: 'GB-COH-IP99006R' }, { orgId: 'GB-MPR-99006R' }],
    });
    expect(await read('GB-MPR-99008')).toMatchObject({ orgId: 'GB-COH-RS099008' });
    // A charity that was removed joins nobody by a company number that another one has now.
    expect(await read('GB-CHC-9900012')).toMatchObject({
      orgId: 'GB-CHC-9900012',
      standing: 'ENDED',
      identifiers: [{ status: 'Removed', endedOn: '2010-02-03' }],
    });
    for (const file of files) expect(await run(sample(file))).toMatchObject({ imported: 0 });
  });

  test('what has ended or is in trouble says so', async () => {
    for (const file of [
      'companies-house.csv',
      'charity-commission.txt',
      'mutuals.csv',
      'local-authorities.csv',
    ])
      await run(sample(file));
    expect(await read('GB-COH-99000003')).toMatchObject({
      standing: 'CLOSING',
      kind: 'COMMUNITY_INTEREST_COMPANY',
    });
    expect(await read('GB-COH-OC990004')).toMatchObject({
      standing: 'CLOSING',
      kind: 'PARTNERSHIP',
      isVcse: null,
    });
    expect(await read('GB-CHC-9900010')).toMatchObject({
      standing: 'CLOSING',
      name: 'SAMPLETON "HALFWAY HOUSE',
    });
    expect(await read('GB-MPR-99100R')).toMatchObject({ standing: 'ENDED' });
    expect(await read('GB-LAE-XSO')).toMatchObject({ standing: 'ENDED', kind: 'COUNCIL' });
    expect(await read('GB-LAE-XSCA')).toMatchObject({ kind: 'OTHER_PUBLIC_BODY', isVcse: false });
  });

  test('an organisation that is there already gets what the register knows and keeps its own name', async () => {
    const file = await write('known.csv', [
      COMPANY_HEADER,
      'OLDHAM YOUTH ZONE TRADING LTD,06946098,"PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)",Active,OL1 1DE',
    ]);
    const before = await read('GB-CHC-1134427');
    expect(await run(file)).toMatchObject({ imported: 1, alreadyThere: 0 });
    expect(await read('GB-CHC-1134427')).toMatchObject({
      id: before!['id'],
      name: before!['name'],
      kind: 'CHARITY',
      otherNames: ['Mahdlo', 'Oldham Youth Zone', 'OLDHAM YOUTH ZONE TRADING LTD'],
      postcode: 'OL1 1DE',
      version: 2,
    });
  });

  test('a changed name and a changed state come in, and the old name stays findable', async () => {
    const line = (name: string, status: string) => `${name},99111111,Private Limited Company,${status},`;
    await run(await write('a.csv', [COMPANY_HEADER, line('OLDNAME WIDGETS LTD', 'Active')]));
    expect(
      await run(await write('b.csv', [COMPANY_HEADER, line('NEWNAME WIDGETS LTD', 'Liquidation')])),
    ).toMatchObject({ imported: 1 });
    expect(await read('GB-COH-99111111')).toMatchObject({
      name: 'NEWNAME WIDGETS LTD',
      otherNames: ['OLDNAME WIDGETS LTD'],
      standing: 'CLOSING',
    });
    const { data } = await ask(
      world,
      built,
      '{ organisations(filter: { name: "oldname" }) { nodes { name } } }',
    );
    expect(data).toEqual({ organisations: { nodes: [{ name: 'NEWNAME WIDGETS LTD' }] } });
  });

  test('two charities that name one company are two bodies, in one file or in two', async () => {
    const file = await write('two.txt', [
      CHARITY_HEADER,
      '9911111\tFirst Fund\tRegistered\t99222222\t',
      '9911112\tSecond Fund\tRegistered\t99222222\t',
    ]);
    const { remarks } = await run(file);
    expect(remarks.join()).toContain('kept apart');
    expect(await read('GB-COH-99222222')).toMatchObject({ name: 'First Fund' });
    expect(await read('GB-CHC-9911112')).toMatchObject({ orgId: 'GB-CHC-9911112', name: 'Second Fund' });
  });

  test('two charities that name one company of an earlier import are told apart when it completes', async () => {
    await run(await write('c.csv', [COMPANY_HEADER, 'FUNDS LTD,99333333,Private Limited Company,Active,']));
    const many = Array.from(
      { length: 1500 },
      (_, index) => `${9920000 + index}\tFund ${index}\tRegistered\t\t`,
    );
    await run(
      await write('far.txt', [
        CHARITY_HEADER,
        '9911113\tNear Fund\tRegistered\t99333333\t',
        ...many,
        '9911114\tFar Fund\tRegistered\t99333333\t',
      ]),
    );
    expect(await read('GB-CHC-9911113')).toMatchObject({ orgId: 'GB-COH-99333333', name: 'FUNDS LTD' });
    expect(await read('GB-CHC-9911114')).toMatchObject({ orgId: 'GB-CHC-9911114', name: 'Far Fund' });
  });

  test('a charity and a company that are two records already are left for a person to merge', async () => {
    await run(await write('d.csv', [COMPANY_HEADER, 'APART LTD,99444444,Private Limited Company,Active,']));
    await run(await write('e.txt', [CHARITY_HEADER, '9911115\tApart\tRegistered\t\t']));
    const { remarks } = await run(
      await write('f.txt', [CHARITY_HEADER, '9911115\tApart\tRegistered\t99444444\t']),
    );
    expect(remarks.join()).toContain('merge the records');
    const company = await read('GB-COH-99444444');
    const charity = await read('GB-CHC-9911115');
    expect(company!['id']).not.toBe(charity!['id']);
    const input = { survivorId: company!['id'], absorbedId: charity!['id'], kind: 'CHARITY' };
    await mergeOrganisations.run(world.context(world.actor({ role: 'administrator' })), input as never);
    expect(await run(join(folder, 'f.txt'))).toMatchObject({ imported: 0, alreadyThere: 1 });
  });

  test('a number that stands in a file twice is read once, whatever else the rows say', async () => {
    const lines = ['TWICE LTD', 'TWICE LTD', 'THRICE LTD'].map(
      (name) => `${name},99555555,Private Limited Company,Active,`,
    );
    const file = await write('g.csv', [COMPANY_HEADER, ...lines]);
    expect(await run(file)).toMatchObject({ rows: 3, imported: 1, rejected: 2 });
    expect(await run(file)).toMatchObject({ rows: 3, imported: 0, alreadyThere: 1, rejected: 2 });
    expect(await read('GB-COH-99555555')).toMatchObject({ name: 'TWICE LTD', otherNames: [] });
  });

  test('a file of another kind is refused whole and says what could be read', async () => {
    const file = await write('h.csv', ['Supplier,Amount', 'A,1']);
    expect(await run(file)).toMatchObject({
      rows: 0,
      refused: expect.stringContaining('charity-commission') as string,
    });
    expect(await run(sample('mutuals.csv'), 'companies-house')).toMatchObject({
      refused: expect.stringContaining('are not those of the register companies-house') as string,
    });
    expect(await run(sample('mutuals.csv'), 'nonsense')).toMatchObject({
      refused: expect.stringContaining('no register nonsense') as string,
    });
    expect((await run(join(folder, 'nowhere.csv'))).refused).toContain('no such file');
    expect(await world.database.reader.count(ImportRun)).toBe(0);
  });

  test('nobody sees a row before the last one is in, and of an import that dies nothing stays', async () => {
    const context = world.context(world.actor({ role: 'administrator' }));
    const broken = importRegister(context, sample('companies-house.csv'), undefined, () => {
      throw new Error('The disk is full.');
    });
    await expect(broken).rejects.toThrow('The disk is full.');
    expect(await read('GB-COH-99000002')).toBeNull();
    expect(await world.database.reader.countBy(OrganisationIdentifier, { number: '99000002' })).toBe(0);
    expect(await run(sample('companies-house.csv'))).toMatchObject({ imported: 8 });
  });

  test('rows of an import under way are in no list, search, match or reference', async () => {
    await run(sample('companies-house.csv'));
    await world.database.transaction((manager) =>
      manager.update(ImportRun, { state: 'COMPLETE' }, { state: 'LOADING' }),
    );
    const { data } = await ask(
      world,
      built,
      `{ organisations(filter: { name: "sampleton" }) { totalCount }
         byRegister: organisations(filter: { identifierScheme: "GB-COH" }) { nodes { name } }
         organisationMatches(names: ["Sampleton Bakery Ltd", "Sampletan Bakery Ltd"]) { outcome candidates { name } }
         organisation(orgId: "GB-COH-99000002") { id } }`,
    );
    expect(data).toMatchObject({
      organisations: { totalCount: 0 },
      organisationMatches: [
        { outcome: 'NONE', candidates: [] },
        { outcome: 'NONE', candidates: [] },
      ],
      organisation: null,
    });
    expect(JSON.stringify(data!['byRegister'])).not.toContain('SAMPLETON');
  });

  test('any rows whatever are accounted for: imported, already there or rejected', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        '99000001',
        '9900001',
        'SC990001',
        'Active',
        'Removed',
        'Registered',
        'Name Ltd',
        '"',
        'NULL',
        '\u202e',
        '😀',
      ),
      fc.string({ maxLength: 12 }),
    );
    let at = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          { header: COMPANY_HEADER, delimiter: ',', width: 5 },
          { header: CHARITY_HEADER, delimiter: '\t', width: 5 },
          {
            header: 'Full Registation Number,Society Name,Society Status,Registered As',
            delimiter: ',',
            width: 4,
          },
        ),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 30 }),
        async ({ header, delimiter }, lines) => {
          at += 1;
          const file = await write(`any-${at}.csv`, [header, ...lines.map((cells) => cells.join(delimiter))]);
          const { refused, rows, imported, alreadyThere, rejected } = await run(file);
          if (refused !== null) return;
          expect(imported + alreadyThere + rejected).toBe(rows);
          expect(await run(file)).toMatchObject({ imported: 0, rows });
        },
      ),
      { numRuns: 40 },
    );
    expect(await world.database.reader.count(ImportChange)).toBe(0);
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  }, 60_000);

  test('every rejected row is written down with its reason', async () => {
    await run(sample('companies-house.csv'));
    const problems = await world.database.reader.find(ImportProblem, { order: { line: 'ASC' } });
    expect(problems.map(({ record, severity, message }) => [record, severity, message])).toEqual([
      [10, 'REJECTED', 'It has no name.'],
      [11, 'REJECTED', expect.stringContaining('“NONE” is no number of the Companies House')],
    ]);
  });

  const TABLE = resolve(__dirname, '../../../../../shared/data/areas/la_orgid_to_gss.csv');
  const whereTheTableIs = existsSync(TABLE) ? test : test.skip;
  whereTheTableIs(
    'all 459 local authorities become organisations (shared/data/areas/la_orgid_to_gss.csv)',
    async () => {
      const outcome = await run(TABLE);
      expect(outcome).toMatchObject({ refused: null, rows: 459, rejected: 0 });
      expect(await read('GB-LAE-OLD')).toMatchObject({
        localAuthority: { gssCode: 'E08000004' },
        standing: 'ACTIVE',
      });
      expect(await read('GB-LAS-EDH')).toMatchObject({ kind: 'COUNCIL' });
      expect(await run(TABLE)).toMatchObject({ imported: 0, alreadyThere: 459 });
    },
  );
});
