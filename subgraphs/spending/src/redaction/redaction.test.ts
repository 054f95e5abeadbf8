import { ask, databaseOf, describeDatabases, type World } from '@coop/test/kit';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph, gather } from '@coop/shared/graphql';
import { ImportProblem } from '@coop/shared/persistence';
import { spending } from '..';
import { cardDetailImporter } from '../cards/card-details.import';
import { CardTransaction } from '../cards/card-transaction.entity';
import { DuplicateCandidate } from '../duplicates/duplicate-candidate.entity';
import { scanDuplicates } from '../duplicates/scan-duplicates.command';
import { importSpend } from '../imports/import-spend.import';
import { Payment } from '../payments/payment.entity';
import { SpendTotal } from '../summary/spend-total.entity';
import { recountMonths } from '../summary/roll-up-month.command';
import { Supplier } from '../suppliers/supplier.entity';
import { redactName } from './redact-name.command';
import { NameSweep } from './redaction.entity';
import { beginSweep, finishSweeps, sweepNames } from './sweep-names.command';

const OLDHAM = 'E08000004';
const NAME = 'Jane Q. Example';
const built = buildSubgraph(spending);
const HEADER =
  'Payment Date,Supplier Name,Net Amount,Directorate,Expense Type,Procurement Category,Merchant Category,Transaction No,Invoice No';

/** Files that name somebody in every column that keeps text, and in rows that are none. */
const FILE = [
  HEADER,
  `01/03/2025,${NAME},500.00,Place,Rent,Housing,,T1,A1`,
  '02/03/2025,Acme Ltd,501.00,Place,Mileage Jane Example March,Housing,,T2,A2',
  '03/03/2025,Acme Ltd,502.00,Care of JANE EXAMPLE,Rent,Housing,,T3,A3',
  '04/03/2025,Acme Ltd,503.00,Place,Rent,Example; Jané,,T4,A4',
  '05/03/2025,Acme Ltd,504.00,Place,Rent,Housing,Studio Jane Example,T5,A5',
  '06/03/2025,Acme Ltd,505.00,Place,Rent,Housing,,JANE EXAMPLE,A6',
  '07/03/2025,Acme Ltd,506.00,Place,Rent,Housing,,T7,Example Jane 03/25',
  '08/03/2025,Example Jane t/a Example Gardens,507.00,Place,Rent,Housing,,T8,A8',
  '09/03/2025,Jane Example Gardens Ltd,508.00,Place,Rent,Housing,,T9,A9',
  '10/03/2025,Acme Ltd,509.00,Place,Repairs to Example Road,Housing,,T10,A10',
  'Mrs Jane Example,Acme Ltd,1.00,Place,Rent,Housing,,T11,A11',
  '12/03/2025,Acme Ltd,for the roof of the house of Mrs Jane Example,Place,Rent,Housing,,T12,A12',
].join('\r\n');
const ANYWHERE = /jan[eé][^a-z]{1,5}(?:q\. )?exampl(?!e gardens ltd)|example[^a-z]{1,3}jan/i;

describeDatabases('a name that is redacted', databaseOf(built), (world) => {
  beforeEach(() => world.clear(), 60_000);

  const load = (text = FILE) =>
    importSpend(
      world.context(),
      { name: 'payments.csv', stream: Readable.from([Buffer.from(text)]) },
      { council: OLDHAM },
    );
  const redact = async (statementOfReasons = 'She asked for it.') => {
    const { id } = await world.database.reader.findOneByOrFail(Supplier, {
      name: NAME,
      gssCode: OLDHAM,
    });
    return redactName.run(world.context(), { supplierId: id, statementOfReasons });
  };
  const texts = async () =>
    (await world.database.reader.find(Payment, { order: { paidOn: 'ASC' } })).map(
      ({ supplierName, department, purpose, category, merchantCategory, reference, invoiceNumber }) =>
        [supplierName, department, purpose, category, merchantCategory, reference, invoiceNumber].join('|'),
    );
  const details = async (...lines: readonly string[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'coop-cards-'));
    try {
      const file = join(folder, 'cards.csv');
      await writeFile(file, `${lines.join('\n')}\n`);
      const { database, clock } = world;
      const options = { council: OLDHAM };
      const job = {
        database,
        clock,
        actor: world.actor(),
        files: [file],
        options,
        progress: () => undefined,
      };
      expect(await cardDetailImporter.run(job)).toMatchObject([{ refused: null, rejected: 0 }]);
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  const HIDDEN = expect.stringMatching(/^Name redacted at request \([A-Z0-9]{6}\)\|Place\|Rent\|/);
  const SHOWN = [
    HIDDEN,
    'Acme Ltd|Place|Mileage Name redacted at request March|Housing||T2|A2',
    'Acme Ltd|Care of Name redacted at request|Rent|Housing||T3|A3',
    'Acme Ltd|Place|Rent|Name redacted at request||T4|A4',
    'Acme Ltd|Place|Rent|Housing|Studio Name redacted at request|T5|A5',
    'Acme Ltd|Place|Rent|Housing||Name redacted at request|A6',
    'Acme Ltd|Place|Rent|Housing||T7|Name redacted at request 03/25',
    HIDDEN,
    // A company's name is no personal data, and a road is nobody.
    'Jane Example Gardens Ltd|Place|Rent|Housing||T9|A9',
    'Acme Ltd|Place|Repairs to Example Road|Housing||T10|A10',
  ];

  test('is gone from whatever the files say in words, from the sums by it, the trail and every export', async () => {
    expect(await load()).toMatchObject({ rows: 12, imported: 10, rejected: 2 });
    expect(await everything(world)).toMatch(ANYWHERE);
    expect(await redact()).toMatchObject({ ok: true });
    expect(await texts()).toEqual(SHOWN);
    expect(await everything(world)).not.toMatch(ANYWHERE);
    expect(await exports(world)).not.toMatch(ANYWHERE);
    expect(await exports(world)).toContain('Jane Example Gardens Ltd');
    const problems = await world.database.reader.find(ImportProblem, { order: { line: 'ASC' } });
    expect(problems.map(({ message }) => message)).toEqual([
      'It is not a day. (“Mrs Name redacted at request”)',
      'It is not an amount of pounds.',
    ]);
    expect(await sums(world)).toEqual(await recounted(world));
    expect(await world.database.reader.count(NameSweep)).toBe(0);
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });

  test('stays out when files bring it again, in whatever words, and their rows are known again', async () => {
    await load();
    await redact();
    expect(await load()).toMatchObject({ rows: 12, imported: 0, alreadyThere: 10, rejected: 2 });
    const more = [
      HEADER,
      '11/03/2025,EXAMPLE Jane Mrs,600.00,Place,Rent,Housing,,U1,B1',
      "12/03/2025,Acme Ltd,601.00,Place,Jane Q Example's roof,Housing,,U2,B2",
      '13/03/2025,Acme Ltd,602.00,Place,Rent,Housing,,U3,B3',
    ].join('\n');
    expect(await load(more)).toMatchObject({ imported: 3 });
    expect((await texts()).slice(-3)).toEqual([
      HIDDEN,
      'Acme Ltd|Place|Name redacted at request roof|Housing||U2|B2',
      'Acme Ltd|Place|Rent|Housing||U3|B3',
    ]);
    expect(await everything(world)).not.toMatch(ANYWHERE);
    expect(await load(more)).toMatchObject({ imported: 0, alreadyThere: 3 });
    await details(
      'Transaction Number,Cardholder,Approver,Receipt Date,Card,Merchant,Merchant Category',
      'T5,Ann Sample,Bea Sample,05/03/2025,card 1,Jane Example,Studio of Jane Example',
    );
    expect(await world.database.reader.find(CardTransaction)).toMatchObject([
      {
        merchant: expect.stringMatching(/^Name redacted at request/),
        merchantCategory: 'Studio of Name redacted at request',
      },
    ]);
    expect(await everything(world)).not.toMatch(ANYWHERE);
  });

  test('is gone from the evidence of possible duplicates', async () => {
    const line = (day: string) => `${day}/03/2025,Acme Ltd,700.00,Place,Rent,Housing,,JANE EXAMPLE ${day},`;
    await load(
      `${FILE.slice(0, HEADER.length)}\n01/03/2025,${NAME},5.00,Place,Rent,Housing,,T1,A1\n${line('02')}`,
    );
    await scanDuplicates(world.context(), OLDHAM);
    const detail = 'References JANE EXAMPLE 02 and JANE EXAMPLE 03.';
    await world.database.transaction(async (manager) => {
      const facts = {
        verdict: 'DUPLICATE',
        tier: 'POSSIBLE',
        atRiskPence: 1,
        priority: 1,
        isCurrent: true,
      } as const;
      const { supplierId } = await manager.findOneByOrFail(Payment, { supplierName: 'Acme Ltd' });
      await manager.insert(DuplicateCandidate, {
        ...{ id: 'duplicate_1', gssCode: OLDHAM, documentKey: 'x', supplierId, version: 1, ...facts },
        ...{ paidOn: '2025-03-02', foundOn: '2025-04-01', originalLines: [], suspectLines: [] },
        evidence: [{ kind: 'SAME_DAY', detail }],
      });
    });
    await redact();
    expect(await everything(world)).not.toMatch(ANYWHERE);
    const candidate = await world.database.reader.findOneByOrFail(DuplicateCandidate, { id: 'duplicate_1' });
    expect(candidate.evidence[0]!.detail).toMatch(/^References Name redacted at request 02 and /);
  });

  test('is not to be given as the reason', async () => {
    await load();
    const refused = { ok: false, problems: [{ kind: 'InvalidInput', path: ['statementOfReasons'] }] };
    expect(await redact('Mrs Jane Example asked for it.')).toMatchObject(refused);
    expect(await redact('The owner of Example Road asked for it.')).toMatchObject({ ok: true });
  });

  test("is a person's: a company's stays, unless somebody has said that the record is of a person", async () => {
    await load();
    const ask = async (name: string) => {
      const { id } = await world.database.reader.findOneByOrFail(Supplier, { name });
      return redactName.run(world.context(), { supplierId: id, statementOfReasons: 'Asked for.' });
    };
    const ineligible = {
      ok: false,
      problems: [
        { kind: 'Ineligible', path: ['supplierId'], message: expect.stringContaining('no personal data') },
      ],
    };
    const before = await everything(world);
    for (const name of ['Acme Ltd', 'Jane Example Gardens Ltd'])
      expect(await ask(name)).toMatchObject(ineligible);
    expect(await everything(world)).toBe(before);
    const say = (sectorSource: 'NAME' | 'PERSON') =>
      world.database.transaction((manager) =>
        manager.update(
          Supplier,
          { name: 'Jane Example Gardens Ltd' },
          { sector: 'INDIVIDUAL', sectorSource },
        ),
      );
    await say('NAME');
    expect(await ask('Jane Example Gardens Ltd')).toMatchObject(ineligible);
    await say('PERSON');
    expect(await ask('Jane Example Gardens Ltd')).toMatchObject({ ok: true });
    expect((await texts())[8]).toMatch(/^Name redacted at request/);
  });

  test('another council goes on as before', async () => {
    await load();
    await importSpend(
      world.context(),
      { name: 'x.csv', stream: Readable.from([Buffer.from(FILE)]) },
      { council: 'E08000009' },
    );
    expect(await redact()).toMatchObject({ ok: true });
    expect(
      await world.database.reader.countBy(Payment, { gssCode: 'E08000009', reference: 'JANE EXAMPLE' }),
    ).toBe(1);
  });

  test('is searched for in chunks, and a search that was cut off goes on where it was', async () => {
    await load();
    await redact();
    // As if a process had ended between two chunks of a search, with payments that it had not come to.
    await world.database.transaction(async (manager) => {
      await manager.update(Payment, { paidOn: '2025-03-02' }, { reference: 'for Jane Example' });
      await manager.update(Payment, { paidOn: '2025-03-10' }, { reference: 'for Jane Example' });
      await beginSweep({ manager }, OLDHAM);
    });
    const left = () => world.database.reader.countBy(Payment, { reference: 'for Jane Example' });
    const stop = new AbortController();
    const sweeping = sweepNames(world.context(), OLDHAM, stop.signal, 3);
    stop.abort();
    await sweeping;
    expect(await left()).toBe(1);
    expect(await world.database.reader.find(NameSweep)).toMatchObject([
      { part: 'payments', after: expect.stringContaining('2025-03-03 ') },
    ]);
    await finishSweeps(world.context());
    expect([await left(), await world.database.reader.count(NameSweep)]).toEqual([0, 0]);
    await world.database.transaction(async (manager) => {
      await manager.update(Payment, { paidOn: '2025-03-02' }, { reference: 'for Jane Example' });
      await beginSweep({ manager }, OLDHAM);
    });
    await load();
    expect([await left(), await world.database.reader.count(NameSweep)]).toEqual([0, 0]);
  });

  test('is not to be found in the graph', async () => {
    await load();
    await redact();
    const source = `{ _entities(representations: [{ __typename: "Council", gssCode: "${OLDHAM}" }]) { ... on Council {
      payments(first: 100) { nodes { supplierName department purpose category reference invoiceNumber merchantCategory supplier { name factsEvidence } } }
      byPurpose: spendSummary(groupBy: PURPOSE) { groups(first: 50) { key label } }
      byDepartment: spendSummary(groupBy: DEPARTMENT) { groups(first: 50) { key label } }
      byCategory: spendSummary(groupBy: CATEGORY) { groups(first: 50) { key label } }
      bySupplier: spendSummary(groupBy: SUPPLIER) { groups(first: 50) { key label } }
      spendImports { nodes { problems { nodes { message column } } } }
      duplicateCandidates { nodes { evidence { detail } } }
    } } }`;
    const answer = await ask(world, built, source, {}, world.actor());
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toContain('Example Road');
    expect(JSON.stringify(answer.data)).not.toMatch(ANYWHERE);
  });
});

/** All text in the database, the audit trail too. */
async function everything({ database }: World): Promise<string> {
  const tables = database.reader.dataSource.entityMetadatas.map(({ tableName }) => tableName);
  const rows = await Promise.all(tables.map((table) => database.reader.query(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows);
}

/** All that can be taken away as CSV. */
async function exports({ database, clock }: World): Promise<string> {
  let text = '';
  for (const exporter of gather(built.definition, 'exporters')) {
    const options = { council: OLDHAM, groupBy: 'purpose' };
    for await (const piece of exporter.run({ database, clock, format: 'csv', options })) text += piece;
  }
  return text;
}

const sums = ({ database }: World): Promise<unknown> =>
  database.reader.find(SpendTotal, {
    order: { dimension: 'ASC', month: 'ASC', labelKey: 'ASC', channel: 'ASC' },
  });

async function recounted(world: World): Promise<unknown> {
  await world.database.transaction((manager) => recountMonths(manager, OLDHAM, ['2025-03']));
  return sums(world);
}
