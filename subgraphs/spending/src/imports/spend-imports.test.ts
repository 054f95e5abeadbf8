import { Readable } from 'node:stream';
import fc from 'fast-check';
import { IsNull, Not } from 'typeorm';
import { ask, databaseOf, describeDatabases, ended, startChild, type World } from '@coop/test/kit';
import { bulkWrite, verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { cleanUpImports } from '@coop/shared/importing';
import { AuditEntry, ImportProblem, ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { DuplicateCandidate } from '../duplicates/duplicate-candidate.entity';
import { scanDuplicates } from '../duplicates/scan-duplicates.command';
import { FraudIndicator } from '../fraud/fraud-indicator.entity';
import { soundCase } from '../fraud/fraud.fixture';
import { openFraudCase } from '../fraud/keep-fraud-case.command';
import { Payment } from '../payments/payment.entity';
import { visiblePayments } from '../payments/payment.queries';
import { recountMonths } from '../summary/roll-up-month.command';
import { SpendTotal } from '../summary/spend-total.entity';
import { applyRefresh } from '../suppliers/apply-refresh.command';
import type { DirectoryAnswer } from '../suppliers/directory.queries';
import { openSuppliers } from '../suppliers/refresh-plan.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { importSpend, type SpendImportOptions } from './import-spend.import';
import { redactName } from '../redaction/redact-name.command';
import { PaymentSighting, SpendImportRecord } from './spend-import.entity';
import { sortOut } from './sort-out.queries';
import { supersedeImport } from './supersede-import.command';
import { withdrawImport } from './withdraw-import.command';

const OLDHAM = 'E08000004';
const HEADER = 'Payment Date,Supplier Name,Net Amount,Directorate,Transaction No';
const built = buildSubgraph(spending);

const lineOf = (n: number, supplier = `Supplier ${n % 7} Ltd`) =>
  `0${1 + (n % 9)}/0${1 + (n % 5)}/2025,${supplier},${100 + n}.50,Place,T${n}`;
const linesOf = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => lineOf(from + at));

describeDatabases('imports of payments', databaseOf(built), (world) => {
  beforeEach(() => world.clear(), 60_000);

  const load = async (
    lines: readonly string[] | string,
    options: Partial<SpendImportOptions> = {},
    file = 'payments.csv',
  ) => {
    const text = typeof lines === 'string' ? lines : [HEADER, ...lines].join('\r\n');
    const outcome = await importSpend(
      world.context(),
      { name: file, stream: Readable.from([Buffer.from(text)]) },
      { council: OLDHAM, ...options },
    );
    expect(outcome.rows).toBe(outcome.imported + outcome.alreadyThere + outcome.rejected);
    return outcome;
  };
  const latest = async () => {
    const [run] = await world.database.reader.find(ImportRun, { order: { id: 'DESC' }, take: 1 });
    return run!;
  };
  const seen = () => visiblePayments(world.database.reader).getCount();
  const sums = async () => sumsOf(world);

  test('a file is imported once: its payments, sums, run, columns and one audit entry', async () => {
    const outcome = await load([
      ...linesOf(0, 40),
      ',,,,',
      'x,A Ltd,1.00,Place,T',
      '01/01/2031,A Ltd,1.00,Place,T',
    ]);
    expect(outcome).toMatchObject({ rows: 42, imported: 40, alreadyThere: 0, rejected: 2, refused: null });
    expect(await seen()).toBe(40);
    expect(await sums()).toEqual(await recount(world));
    const run = await latest();
    expect(run).toMatchObject({
      kind: 'spending',
      state: 'COMPLETE',
      council: OLDHAM,
      rows: 42,
      file: 'payments.csv',
    });
    const record = await world.database.reader.findOneByOrFail(SpendImportRecord, { id: run.id });
    expect(record).toMatchObject({ progress: 1, gssCode: OLDHAM });
    expect(record.columns.map(({ meaning }) => meaning)).toEqual([
      'paidOn',
      'supplierName',
      'amountNet',
      'department',
      'reference',
    ]);
    const problems = await world.database.reader.find(ImportProblem, { order: { line: 'ASC' } });
    expect(problems.map(({ record: row, column, message }) => [row, column, message])).toEqual([
      [43, 'Payment Date', 'It is not a day. (“x”)'],
      [44, 'Payment Date', 'The day of payment, 1 January 2031, lies in the future.'],
    ]);
    expect(await world.database.reader.countBy(AuditEntry, { action: 'spendingImport' })).toBe(1);
    expect(await load(linesOf(0, 40))).toMatchObject({ imported: 0, alreadyThere: 40 });
    expect(await seen()).toBe(40);
  });

  test('rows that are alike in one file are separate payments, and compared one by one with earlier files', async () => {
    const twice = [lineOf(1), lineOf(1), lineOf(2)];
    expect(await load(twice)).toMatchObject({ imported: 3, alreadyThere: 0 });
    expect(await load([lineOf(1)])).toMatchObject({ imported: 0, alreadyThere: 1 });
    expect(await load([lineOf(1), lineOf(1), lineOf(1)])).toMatchObject({ imported: 1, alreadyThere: 2 });
    expect(await load(twice)).toMatchObject({ imported: 0, alreadyThere: 3 });
  });

  test('alike rows far apart in a long file are counted on, in a new file and again', async () => {
    const lines = [...linesOf(0, 2500), lineOf(7), ...linesOf(2500, 5000), lineOf(7)];
    expect(await load(lines)).toMatchObject({ imported: 5002, alreadyThere: 0, rejected: 0 });
    expect(await load(lines)).toMatchObject({ imported: 0, alreadyThere: 5002 });
    expect(await load([...lines, lineOf(7), lineOf(9)])).toMatchObject({ imported: 2, alreadyThere: 5002 });
  }, 60_000);

  test('a corrected file takes the place of another, in one moment', async () => {
    await load(linesOf(0, 10));
    const { id } = await latest();
    const corrected = [...linesOf(0, 8), lineOf(20)];
    expect(await load(corrected, { supersedes: id })).toMatchObject({
      imported: 9,
      alreadyThere: 0,
      refused: null,
    });
    expect(await seen()).toBe(9);
    expect(await world.database.reader.count(Payment)).toBe(9);
    expect(await world.database.reader.findOneByOrFail(ImportRun, { id })).toMatchObject({
      state: 'ABANDONED',
    });
    expect(await world.database.reader.findOneByOrFail(SpendImportRecord, { id })).toMatchObject({
      supersededBy: (await latest()).id,
    });
    expect(await sums()).toEqual(await recount(world));
    expect((await load(linesOf(0, 1), { supersedes: id })).refused).toMatch(/does not stand any more/);
    expect((await load(linesOf(0, 1), { supersedes: 'import_x' })).refused).toMatch(/no such import/);
  });

  test('what another import has met as well stays when the first is withdrawn, with its sums', async () => {
    await load(linesOf(0, 10));
    const first = await latest();
    await load([...linesOf(5, 12)]);
    const second = await latest();
    const input = { id: first.id, statementOfReasons: 'Sent twice.' };
    expect(await withdrawImport.run(world.context(), input)).toMatchObject({ ok: true });
    expect(await seen()).toBe(7);
    expect(await world.database.reader.countBy(Payment, { importRunId: second.id })).toBe(7);
    expect(await world.database.reader.count(PaymentSighting)).toBe(0);
    expect(await sums()).toEqual(await recount(world));
    const again = await withdrawImport.run(world.context(), input);
    expect(again).toMatchObject({ ok: false, problems: [{ kind: 'WrongState' }] });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });

  test('nothing is set aside while another import of the council loads', async () => {
    await load(linesOf(0, 3));
    const first = await latest();
    await load(linesOf(3, 6));
    const second = await latest();
    await world.database.transaction((manager) =>
      manager.insert(ImportRun, { ...second, id: `${second.id}x`, state: 'LOADING' }),
    );
    const refused = { ok: false, problems: [{ kind: 'WrongState', state: 'LOADING' }] };
    const withdrawn = await withdrawImport.run(world.context(), { id: first.id, statementOfReasons: 'No.' });
    expect(withdrawn).toMatchObject(refused);
    const set = { id: first.id, supersededById: second.id };
    expect(await supersedeImport.run(world.context(), set)).toMatchObject(refused);
    expect(await seen()).toBe(6);
  });

  test('rows of an import that was set aside are not taken for there while they wait to be deleted', async () => {
    await load(linesOf(0, 3));
    const { id } = await latest();
    const payments = await world.database.reader.find(Payment);
    const rows = payments.map(({ identityKey }) => ({ content: identityKey.split('.')[0]! }));
    const comparison = { gssCode: OLDHAM, run: 'import_next', supersedes: null };
    const there = async () =>
      (await sortOut(world.database.reader, comparison, rows, () => true)).filter(
        ({ paymentId }) => paymentId !== null,
      );
    expect(await there()).toHaveLength(3);
    await setState(world, id, 'CLEANING');
    expect(await there()).toHaveLength(0);
  });

  test.each(['withdrawn', 'superseded'])(
    'a file whose earlier import was %s while it loaded is refused whole',
    async (what) => {
      await load(linesOf(0, 3));
      const { id } = await latest();
      const supersedes = what === 'superseded' ? id : null;
      let told = 0;
      // It is told twice of every chunk: before it is written, and after.
      const onProgress = () => {
        told += 1;
        if (told === 2) void setState(world, id, 'CLEANING');
      };
      const outcome = await load(linesOf(0, 5), { onProgress, supersedes });
      expect(outcome.refused).toMatch(
        supersedes === null ? /set aside meanwhile/ : /does not stand any more/,
      );
      expect(await world.database.reader.countBy(SpendImportRecord, { supersededBy: Not(IsNull()) })).toBe(0);
      await setState(world, id, 'COMPLETE');
      expect(await seen()).toBe(3);
    },
  );

  test('one import can be put in the place of another afterwards', async () => {
    await load(linesOf(0, 10));
    const first = await latest();
    await load([...linesOf(0, 4), lineOf(30)]);
    const second = await latest();
    const run = (id: string, supersededById: string) =>
      supersedeImport.run(world.context(), { id, supersededById });
    expect(await run(first.id, first.id)).toMatchObject({ ok: false });
    expect(await run(first.id, second.id)).toMatchObject({ ok: true });
    expect(await seen()).toBe(5);
    expect(await sums()).toEqual(await recount(world));
  });

  test('nobody but officers and administrators of the council may set an import aside or redact', async () => {
    await load(linesOf(0, 2));
    const { id } = await latest();
    const [supplier] = await world.database.reader.find(Supplier);
    for (const facts of [{ role: 'auditor' as const }, { council: 'E08000009' }]) {
      const context = world.context(world.actor(facts));
      const denied = { ok: false, problems: [{ kind: 'NotAllowed' }] };
      expect(await withdrawImport.run(context, { id, statementOfReasons: 'No.' })).toMatchObject(denied);
      expect(await supersedeImport.run(context, { id, supersededById: id })).toMatchObject(denied);
      const redact = { supplierId: supplier!.id, statementOfReasons: 'No.' };
      expect(await redactName.run(context, redact)).toMatchObject(denied);
    }
    expect(await seen()).toBe(2);
  });

  test('a redacted name is kept nowhere, and stays out when files bring it again', async () => {
    const person = 'Jane Q. Example';
    const file = [lineOf(1, person), lineOf(2, person.toUpperCase()), lineOf(3)];
    await load(file);
    const before = await world.database.reader.findOneByOrFail(Supplier, { name: person });
    const input = { supplierId: before.id, statementOfReasons: 'She asked for it.' };
    const result = await redactName.run(world.context(), input);
    expect(result).toMatchObject({ ok: true });
    expect(await everywhere(world)).not.toMatch(/example/i);
    expect(await world.database.reader.findOneBy(Supplier, { id: before.id })).toBeNull();
    expect(await sums()).toEqual(await recount(world));
    expect(await load(file)).toMatchObject({ imported: 0, alreadyThere: 3 });
    expect(await load([...file, lineOf(4, 'JANE Q. EXAMPLE')])).toMatchObject({
      imported: 1,
      alreadyThere: 3,
    });
    expect(await everywhere(world)).not.toMatch(/example/i);
    const redacted = await world.database.reader.findBy(Supplier, { isRedacted: true });
    expect(redacted).toHaveLength(1);
    expect(await world.database.reader.countBy(Payment, { supplierId: redacted[0]!.id })).toBe(3);
    const twice = await redactName.run(world.context(), { ...input, supplierId: redacted[0]!.id });
    expect(twice).toMatchObject({ ok: false, problems: [{ kind: 'WrongState' }] });
  });

  test('nothing of a redacted record leads to the person: organisation, facts, controls, old id', async () => {
    const header = `${HEADER},Supplier No,Invoice No`;
    const person = 'Jane Q. Example';
    const row = (day: string, name: string, number: string, invoice: string) =>
      `${day}/03/2025,${name},500.00,Place,T${day},${number},${invoice}`;
    const rows = [
      row('01', person, '', 'A1001'),
      row('09', person, '', 'A1001'),
      row('02', person, '77', 'B2'),
      row('03', 'EXAMPLE JANE', '77', 'B3'),
      row('04', 'Acme Ltd', '77', 'B4'),
    ];
    await load([header, ...rows].join('\n'));
    const { reader } = world.database;
    const before = await reader.findOneByOrFail(Supplier, { publishedId: IsNull() });
    const numbered = await reader.findOneByOrFail(Supplier, { publishedId: '77' });
    await scanDuplicates(world.context(), OLDHAM);
    const [candidate] = await reader.find(DuplicateCandidate);
    const organisation = {
      organisationId: 'organisation_x',
      orgId: 'GB-COH-1',
      matchState: 'MATCHED',
    } as const;
    await world.database.transaction(async (manager) => {
      await manager.update(
        Supplier,
        { id: numbered.id },
        { ...organisation, factsEvidence: 'Her web page.', isSme: true },
      );
      await manager.update(DuplicateCandidate, { id: candidate!.id }, { verdict: 'DUPLICATE' });
      await manager.insert(FraudIndicator, {
        ...{ id: 'indicator_x', gssCode: OLDHAM, kind: 'SHARED_IDENTIFIER', supplierId: before.id },
        ...{ figure: 1, fence: 0, detail: 'Odd.', paymentIds: [], computedOn: '2025-04-01' },
      });
    });
    const opened = await openFraudCase.run(world.context(world.actor({ role: 'auditor' })), {
      ...soundCase,
      supplierId: before.id,
    });
    expect(opened).toMatchObject({ ok: true });
    const input = { supplierId: before.id, statementOfReasons: 'Asked for.' };
    expect(await redactName.run(world.context(), input)).toMatchObject({ ok: true });
    const text = await everywhere(world, ['audit_entry']);
    expect(text).not.toMatch(/example/i);
    expect(text).not.toContain(before.id);
    expect(text).not.toContain(candidate!.documentKey);
    expect(text).toContain('Acme Ltd');
    expect(await reader.findOneByOrFail(Supplier, { id: numbered.id })).toMatchObject({
      ...{ organisationId: null, orgId: null, factsEvidence: null, isSme: null, matchState: 'NONE' },
      ...{ isRedacted: true, sector: 'INDIVIDUAL' },
    });
    const match = {
      outcome: 'MATCHED',
      organisation: { id: 'o', orgId: null },
    } as unknown as DirectoryAnswer;
    await world.database.transaction((manager) =>
      manager.update(Supplier, { id: numbered.id }, { matchState: 'OPEN' }),
    );
    expect(await openSuppliers(reader, OLDHAM, 9)).toEqual([]);
    await bulkWrite(world.context(), { name: 'test' }, (tx) =>
      applyRefresh(tx, [{ supplier: numbered.id, match }]),
    );
    expect(await reader.countBy(Supplier, { organisationId: Not(IsNull()) })).toBe(0);
    await scanDuplicates(world.context(), OLDHAM, { isFull: true });
    expect(await reader.find(DuplicateCandidate)).toMatchObject([{ verdict: 'DUPLICATE', isCurrent: false }]);
    expect(await reader.countBy(Payment, { gssCode: OLDHAM })).toBe(5);
    expect(await sums()).toEqual(await recount(world));
  });

  test('a trial says what was understood, and writes nothing', async () => {
    await load(linesOf(0, 3));
    const outcome = await load([...linesOf(0, 5), 'x,A Ltd,1.00,Place,T'], { isTrial: true });
    expect(outcome).toMatchObject({ rows: 6, imported: 2, alreadyThere: 3, rejected: 1 });
    const told = outcome.remarks.join('\n');
    expect(told).toMatch(/nothing was written/);
    expect(told).toMatch(
      /Its columns are judged by the first 6 rows of data; every row is read and counted\./,
    );
    expect(told).toMatch(
      /column 3 “Net Amount” is amountNet: .* \(by its name\); 6 of 6 cells filled: “100.50”/,
    );
    expect(told).toMatch(/Row 7, Payment Date: rejected/);
    expect(await world.database.reader.count(ImportRun)).toBe(1);
    expect(await seen()).toBe(3);
  });

  test('text that a mutation would refuse is not kept: a payee rejects the row, anything else is left out', async () => {
    const faulty = [
      '01/01/2025,Acme\u202e dtL,1.00,Place,T1',
      '01/01/2025,Ac\u0007me Ltd,2.00,Place,T2',
      '01/01/2025,Acme Ltd,3.00,Pl\u2066ace,T3',
      '01/01/2025,Café Łódź \u05e9\u05dc\u05d5\u05dd,4.00,Place,T4',
      '\u202e1,Acme Ltd,5.00,Place,T5',
    ];
    expect(await load(faulty)).toMatchObject({ rows: 5, imported: 2, rejected: 3 });
    const payments = await world.database.reader.find(Payment, { order: { amountPence: 'ASC' } });
    expect(payments.map(({ amountPence, department }) => [amountPence, department])).toEqual([
      [300, null],
      [400, 'Place'],
    ]);
    const problems = await world.database.reader.find(ImportProblem, { order: { line: 'ASC' } });
    expect(problems.map(({ column, severity }) => [column, severity])).toEqual([
      ['Supplier Name', 'REJECTED'],
      ['Supplier Name', 'REJECTED'],
      ['Directorate', 'WARNING'],
      ['Payment Date', 'REJECTED'],
    ]);
    expect(await everywhere(world)).not.toMatch(/[\u0007\u202e\u2066]/);
  });

  test('an import that breaks off leaves nothing', async () => {
    const broken = new Error('The disk is full.');
    async function* lines() {
      yield Buffer.from([HEADER, ...linesOf(0, 9000)].join('\n'));
      throw broken;
    }
    const source = { name: 'payments.csv', stream: Readable.from(lines()) };
    await expect(importSpend(world.context(), source, { council: OLDHAM })).rejects.toBe(broken);
    expect(await world.database.reader.count(Payment)).toBe(0);
    expect(await latest()).toMatchObject({ state: 'ABANDONED' });
    expect(await load(linesOf(0, 3))).toMatchObject({ imported: 3, refused: null });
  }, 60_000);

  test('an import whose process is killed is never seen, and the next one takes away what it left', async () => {
    await load(linesOf(0, 10));
    const child = startChild('spend-import-process.ts');
    let told = 0;
    child.on('message', () => {
      told += 1;
      if (told >= 5) child.kill('SIGKILL');
    });
    const { name } = world.database;
    child.send({ location: world.location, name, now: world.clock.now().toISOString(), rows: 60_000 });
    await ended(child);
    expect(child.signalCode).toBe('SIGKILL');
    await world.reopen();
    expect(await world.database.reader.count(Payment)).toBeGreaterThan(10);
    expect(await seen()).toBe(10);
    expect((await load(linesOf(0, 1))).refused).toMatch(/under way/);
    world.clock.advance(31_000);
    expect(await cleanUpImports(world.context())).toHaveLength(1);
    expect(await world.database.reader.count(Payment)).toBe(10);
    expect(await sums()).toEqual(await recount(world));
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  }, 120_000);

  test('imports, withdrawals and re-imports in any order keep every row accounted for and every sum right', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('load' as const),
        rows: fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }),
      }),
      fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat(5) }),
      fc.record({
        kind: fc.constant('supersede' as const),
        which: fc.nat(5),
        rows: fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        await world.clear();
        // What each standing import says, by content: the truth is the most that any one of them says.
        const standing = new Map<string, readonly number[]>();
        for (const action of steps) {
          const ids = [...standing.keys()];
          const target = action.kind === 'load' ? undefined : ids[action.which % Math.max(1, ids.length)];
          if (action.kind === 'withdraw') {
            if (target === undefined) continue;
            await withdrawImport.run(world.context(), { id: target, statementOfReasons: 'Test.' });
            standing.delete(target);
          } else {
            await load(
              action.rows.map((n) => lineOf(n)),
              { supersedes: target ?? null },
            );
            if (target !== undefined) standing.delete(target);
            standing.set((await latest()).id, action.rows);
          }
          let expected = 0;
          for (let n = 0; n <= 6; n += 1)
            expected += Math.max(
              0,
              ...[...standing.values()].map((rows) => rows.filter((row) => row === n).length),
            );
          expect(await seen()).toBe(expected);
          expect(await sums()).toEqual(await countedPayments(world));
          expect(await sums()).toEqual(await recount(world));
        }
      }),
      { numRuns: world.database.kind === 'sqlite' ? 25 : 6 },
    );
  }, 240_000);

  test('the graph shows imports with their problems, and quotes cells to the council alone', async () => {
    await load([...linesOf(0, 3), 'Mrs Smith,A Ltd,1.00,Place,T']);
    const source = `{ spendImports: _entities(representations: [{ __typename: "Council", gssCode: "${OLDHAM}" }]) {
      ... on Council { spendImports(first: 5) { totalCount nodes {
        id file sha256 rows imported alreadyThere rejected state progress
        columns { header meaning why }
        problems(first: 5) { nodes { row column severity message } }
        viewerCan { withdraw supersede }
      } } } } }`;
    const nodes = async (role: 'officer' | 'resident') => {
      const answer = await ask(world, built, source, {}, world.actor({ role }));
      expect(answer.errors).toBeUndefined();
      const [council] = answer.data?.['spendImports'] as { spendImports: { nodes: object[] } }[];
      return council!.spendImports.nodes;
    };
    const shown = {
      file: 'payments.csv',
      rows: 4,
      imported: 3,
      alreadyThere: 0,
      rejected: 1,
      state: 'COMPLETE',
      progress: 1,
    };
    const problem = { row: 5, column: 'Payment Date', severity: 'REJECTED' };
    expect(await nodes('officer')).toMatchObject([
      {
        ...shown,
        problems: { nodes: [{ ...problem, message: 'It is not a day. (“Mrs Smith”)' }] },
        viewerCan: { withdraw: true },
      },
    ]);
    expect(await nodes('resident')).toMatchObject([
      {
        ...shown,
        problems: { nodes: [{ ...problem, message: 'It is not a day.' }] },
        viewerCan: { withdraw: false },
      },
    ]);
  });

  test('the mutations answer with the import and the supplier', async () => {
    await load([lineOf(0, 'Jane Example')]);
    const { id } = await latest();
    const [supplier] = await world.database.reader.find(Supplier);
    const source = `mutation ($id: ID!, $supplier: ID!) {
      supplierNameRedact(input: { supplierId: $supplier, statementOfReasons: "Asked." }) { supplier { name isRedacted } problems { message } }
      spendImportWithdraw(input: { id: $id, statementOfReasons: "Wrong month." }) { spendImport { id state withdrawnBecause } problems { message } }
    }`;
    const answer = await ask(world, built, source, { id, supplier: supplier!.id }, world.actor());
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      supplierNameRedact: { supplier: { isRedacted: true }, problems: [] },
      spendImportWithdraw: {
        spendImport: { id, state: 'WITHDRAWN', withdrawnBecause: 'Wrong month.' },
        problems: [],
      },
    });
  });
});

/** Puts an import into a state while another one loads. */
async function setState({ database }: World, id: string, state: ImportRun['state']): Promise<void> {
  await database.transaction((manager) => manager.update(ImportRun, { id }, { state }));
}

/** The sums that are kept and seen, in a fixed order. */
async function sumsOf({ database }: World): Promise<unknown> {
  const rows = await database.reader.query<object[]>(
    `SELECT dimension, month, label_key, channel, SUM(payments) AS payments, SUM(pence) AS pence FROM spend_total
     WHERE import_run_id NOT IN (SELECT id FROM import_run WHERE state IN ('LOADING', 'CLEANING'))
     GROUP BY dimension, month, label_key, channel ORDER BY 1, 2, 3, 4`,
  );
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])),
  );
}

/** The same sums by going through the payments that are seen, without any of the code that keeps sums. */
async function countedPayments({ database }: World): Promise<unknown> {
  const labels = {
    ALL: "''",
    CATEGORY: 'category_key',
    DEPARTMENT: 'department_key',
    PURPOSE: 'purpose_key',
    SUPPLIER: 'supplier_id',
  };
  const parts = Object.entries(labels).map(
    ([dimension, label]) =>
      `SELECT '${dimension}' AS dimension, SUBSTR(paid_on, 1, 7) AS month, ${label} AS label_key, channel,
         COUNT(*) AS payments, SUM(amount_pence) AS pence FROM payment
       WHERE import_run_id NOT IN (SELECT id FROM import_run WHERE state IN ('LOADING', 'CLEANING'))
       GROUP BY SUBSTR(paid_on, 1, 7)${label === "''" ? '' : `, ${label}`}, channel`,
  );
  const rows = await database.reader.query<object[]>(`${parts.join(' UNION ALL ')} ORDER BY 1, 2, 3, 4`);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])),
  );
}

/** The same sums made anew out of the payments. */
async function recount(world: World): Promise<unknown> {
  const months = await world.database.reader.query<{ month: string }[]>(
    'SELECT DISTINCT SUBSTR(paid_on, 1, 7) AS month FROM payment UNION SELECT DISTINCT month FROM spend_total',
  );
  await world.database.transaction(async (manager) => {
    await recountMonths(
      manager,
      OLDHAM,
      months.map(({ month }) => month),
    );
  });
  // Two empty answers would be the same as well.
  const [kept, paid] = await Promise.all([
    world.database.reader.countBy(SpendTotal, { gssCode: OLDHAM }),
    world.database.reader.countBy(Payment, { gssCode: OLDHAM }),
  ]);
  expect(kept > 0).toBe(paid > 0);
  return sumsOf(world);
}

/** All text in the database. */
async function everywhere({ database }: World, but: readonly string[] = []): Promise<string> {
  const tables = database.reader.dataSource.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((table) => !but.includes(table));
  const texts = await Promise.all(
    tables.map(async (table) => JSON.stringify(await database.reader.query(`SELECT * FROM ${table}`))),
  );
  return texts.join('\n');
}
