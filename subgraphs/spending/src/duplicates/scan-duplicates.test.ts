import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import fc from 'fast-check';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry, ImportRun } from '@coop/shared/persistence';
import { spending } from '..';
import { spendImporter } from '../imports/spend.import';
import { withdrawImport } from '../imports/withdraw-import.command';
import { Supplier } from '../suppliers/supplier.entity';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { DuplicateSource } from './duplicate-source.entity';
import {
  aCandidate,
  candidates,
  found,
  importOf,
  people,
  run,
  scan,
  subjectOf,
  type PaymentFact,
} from './duplicates.fixture';
import { judgeDuplicate } from './judge-duplicate.command';
import { plantedLedger } from './planted.fixture';
import { scanCouncil } from './scan-duplicates.command';

const built = buildSubgraph(spending);
const REASONS = 'The supplier confirmed it.';

describeDatabases('a scan for duplicates', databaseOf(built), (world) => {
  beforeEach(() => world.clear());

  test('keeps what it finds, with the lines of both documents', async () => {
    const { payments } = await importOf(world, [{}, { paidOn: '2026-04-01' }, { invoiceNumber: 'A2' }]);
    expect(await scan(world)).toEqual({
      changedImports: 1,
      suppliers: 1,
      lines: 3,
      found: 1,
      added: 1,
      standing: 1,
    });
    expect(await candidates(world)).toMatchObject([
      {
        tier: 'STRONG',
        atRiskPence: 120_000,
        paidOn: '2026-04-01',
        originalLines: [payments[0]],
        suspectLines: [payments[1]],
        verdict: 'OPEN',
        isCurrent: true,
      },
    ]);
  });

  test('meets another one of the same council without harm', async () => {
    for (let time = 0; time < 4; time += 1) {
      await importOf(world, [
        { invoiceNumber: `R${time}` },
        { invoiceNumber: `R${time}`, paidOn: '2026-04-01' },
      ]);
      const outcomes = await Promise.all([scan(world), scan(world), scan(world)]);
      expect(outcomes.map(({ standing }) => standing)).toEqual([time + 1, time + 1, time + 1]);
      expect(await candidates(world)).toHaveLength(time + 1);
    }
  });

  test('follows an import of a file by itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coop-scan-'));
    const file = join(folder, 'payments.csv');
    const lines = [
      'Supplier Name,Payment Date,Invoice Number,Transaction Number,Net Amount',
      'Pennine Roofing Ltd,02/03/2026,A1001,71,1200.00',
      'Pennine Roofing Ltd,01/04/2026,A1001,72,1200.00',
      'Medlock Print Ltd,01/04/2026,P7,73,55.00',
    ];
    await writeFile(file, `${lines.join('\n')}\n`);
    const [outcome] = await spendImporter.run({
      ...{ database: world.database, clock: world.clock, actor: people(world).officer, files: [file] },
      ...{ options: { council: 'E08000004' }, progress: () => undefined },
    });
    await rm(folder, { recursive: true });
    expect(outcome).toMatchObject({ imported: 3, refused: null });
    // A scan at a person's wish finds nothing more, and says what stands.
    expect(outcome!.remarks[0]).toBe(
      'Searched for payments made twice: 1 possible duplicate more, 1 in all (council.duplicateCandidates).',
    );
    expect(await scan(world)).toMatchObject({ changedImports: 0, found: 0, added: 0, standing: 1 });
    expect(await candidates(world)).toMatchObject([{ tier: 'STRONG', atRiskPence: 120_000 }]);
  });

  test('looks at nothing when no import has come or gone', async () => {
    await importOf(world, [{}, { paidOn: '2026-04-01' }]);
    await scan(world);
    expect(await scan(world)).toEqual({
      changedImports: 0,
      suppliers: 0,
      lines: 0,
      found: 0,
      added: 0,
      standing: 1,
    });
    expect(await candidates(world)).toHaveLength(1);
  });

  test('looks, after an import, only at the suppliers that it has payments of', async () => {
    await importOf(world, [
      {},
      { supplier: 'Medlock Print Ltd' },
      { supplier: 'Medlock Print Ltd', paidOn: '2026-04-01' },
    ]);
    await scan(world);
    const next = await importOf(world, [{ paidOn: '2026-05-01' }]);
    expect(await scan(world)).toMatchObject({
      ...{ changedImports: 1, suppliers: 1, lines: 2, found: 1, added: 1, standing: 2 },
    });
    expect(await candidates(world)).toHaveLength(2);
    // Withdrawn: the import is invisible from this moment on.
    await world.database.transaction((manager) =>
      manager.update(ImportRun, { id: next.run }, { state: 'CLEANING' }),
    );
    expect(await scan(world)).toMatchObject({ changedImports: 1, suppliers: 1, found: 0 });
    expect((await candidates(world)).map(({ paidOn }) => paidOn)).toEqual(['2026-04-01']);
  });

  test('reads after an import no payment but those of its suppliers, however many there are', async () => {
    const said = async (others: number) => {
      await world.clear();
      const rest = Array.from({ length: others }, (_, at) => ({
        invoiceNumber: `P${at}`,
        supplier: `Other ${'abcdefghij'[at % 10]}x`,
      }));
      await importOf(world, [{}, ...rest]);
      await scan(world);
      await importOf(world, [{ paidOn: '2026-05-01' }]);
      const { logger } = world.database.reader.dataSource;
      const seen = jest.spyOn(logger, 'logQuery');
      const outcome = await scan(world);
      const texts = seen.mock.calls.map(([text]) => text);
      seen.mockRestore();
      return { outcome, texts };
    };
    const [few, many] = [await said(10), await said(1000)];
    expect(many).toEqual(few);
    expect(many.outcome).toMatchObject({ changedImports: 1, suppliers: 1, lines: 2, found: 1 });
    const onPayments = many.texts.filter((text) => /FROM [`"]?payment\b/.test(text));
    expect(onPayments).toHaveLength(3);
    // The lines of the new import, and twice those of its suppliers: to count them, and to compare them.
    for (const text of onPayments) expect(text).toMatch(/[`"]?(supplier_id[`"]? IN|import_run_id[`"]? =)/);
  });

  test('finds what a second record of the supplier was paid, when that record is new', async () => {
    await importOf(world, [{}]);
    await scan(world);
    await importOf(world, [{ supplier: 'PENNINE ROOFING LIMITED', paidOn: '2026-04-01' }]);
    await scan(world);
    expect(await candidates(world)).toMatchObject([{ tier: 'LIKELY' }]);
  });

  test('follows imports that are set aside, and looks anew at files to which payments passed on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coop-scan-'));
    const file = join(folder, 'payments.csv');
    const header = 'Supplier Name,Payment Date,Invoice Number,Transaction Number,Net Amount';
    const rows = [
      'Pennine Roofing Ltd,02/03/2026,A1001,71,1200.00',
      'Pennine Roofing Ltd,01/04/2026,A1001,72,1200.00',
      'Medlock Print Ltd,01/04/2026,P7,73,55.00',
    ];
    const bring = async (which: readonly number[], supersedes?: string) => {
      await writeFile(file, [header, ...which.map((at) => rows[at]!), ''].join('\n'));
      const [outcome] = await spendImporter.run({
        ...{ database: world.database, clock: world.clock, actor: people(world).officer, files: [file] },
        ...{ options: { council: 'E08000004', supersedes }, progress: () => undefined },
      });
      expect(outcome).toMatchObject({ refused: null });
      const [latest] = await world.database.reader.find(ImportRun, { order: { id: 'DESC' }, take: 1 });
      return latest!.id;
    };
    const sources = async () =>
      (await world.database.reader.find(DuplicateSource, { order: { runId: 'ASC' } })).map(
        ({ runId, lines }) => [runId, lines],
      );
    const first = await bring([0, 1]);
    const second = await bring([0, 2]);
    const third = await bring([1]);
    expect(await candidates(world)).toHaveLength(1);
    // It brings nothing new, and takes one away.
    const fourth = await bring([2], third);
    subjectOf(
      await run(world, withdrawImport, { id: first, statementOfReasons: REASONS }, people(world).officer),
    );
    expect(await candidates(world)).toEqual([]);
    expect(await sources()).toEqual([
      [second, 2],
      [fourth, 0],
    ]);
    const again = await bring([1]);
    expect(await candidates(world)).toHaveLength(1);
    expect(await sources()).toContainEqual([again, 1]);
    // A full scan looks at every file anew.
    await world.database.transaction((manager) =>
      manager.update(DuplicateSource, { runId: again }, { referenceKind: 'NONE' }),
    );
    await scan(world, true);
    expect(await world.database.reader.findOneByOrFail(DuplicateSource, { runId: again })).not.toMatchObject({
      referenceKind: 'NONE',
    });
    await rm(folder, { recursive: true });
  });

  test('keeps verdicts, even where the candidate goes and comes back', async () => {
    const { id } = await aCandidate(world);
    subjectOf(
      await run(world, judgeDuplicate, {
        ...{ id, verdict: 'DUPLICATE', recoveredPence: 50_000, statementOfReasons: REASONS },
      }),
    );
    await scan(world, true);
    const judged = { id, verdict: 'DUPLICATE', recoveredPence: 50_000, isCurrent: true };
    expect(await candidates(world)).toMatchObject([judged]);
    const number = /Invoice (\w+)/.exec((await candidates(world))[0]!.evidence[0]!.detail)![1]!;
    const credit = await importOf(world, [
      { amountPence: -120_000, invoiceNumber: `CN${number}`, paidOn: '2026-05-01' },
    ]);
    await scan(world);
    expect(await candidates(world)).toMatchObject([{ ...judged, isCurrent: false }]);
    await world.database.transaction((manager) =>
      manager.update(ImportRun, { id: credit.run }, { state: 'CLEANING' }),
    );
    await scan(world);
    expect(await candidates(world)).toMatchObject([judged]);
  });

  test('finds the same documents when a file is superseded by another with the same rows', async () => {
    const rows: PaymentFact[] = [
      { reference: '71', invoiceNumber: 'B7' },
      { reference: '72', invoiceNumber: 'B7', paidOn: '2026-04-01' },
    ];
    const first = await importOf(world, rows);
    await scan(world);
    const [{ id }] = (await candidates(world)) as [DuplicateCandidate];
    subjectOf(
      await run(world, judgeDuplicate, { id, verdict: 'NOT_DUPLICATE', statementOfReasons: REASONS }),
    );
    await world.database.transaction((manager) =>
      manager.update(ImportRun, { id: first.run }, { state: 'CLEANING' }),
    );
    const { payments } = await importOf(world, rows);
    await scan(world);
    expect(await candidates(world)).toMatchObject([
      { id, verdict: 'NOT_DUPLICATE', suspectLines: [payments[1]] },
    ]);
  });

  test('says nothing of payments to somebody who is not named, even once the name is taken out', async () => {
    await importOf(world, [
      { supplier: 'Redacted Data' },
      { supplier: 'Redacted Data', paidOn: '2026-04-01' },
    ]);
    await importOf(world, [{}, { paidOn: '2026-04-01' }]);
    await scan(world);
    expect(await candidates(world)).toHaveLength(1);
    await world.database.transaction((manager) =>
      manager.update(Supplier, { name: 'Pennine Roofing Ltd' }, { isRedacted: true, name: 'Redacted' }),
    );
    await importOf(world, [{ invoiceNumber: 'later' }]);
    await scan(world);
    expect(await candidates(world)).toEqual([]);
  });

  test('leaves card purchases to the card controls, and journals alone', async () => {
    await importOf(world, [{ channel: 'CARD' }, { channel: 'CARD', paidOn: '2026-04-01' }]);
    await importOf(world, [{ channel: 'JOURNAL' }, { channel: 'JOURNAL', paidOn: '2026-04-01' }]);
    await scan(world);
    expect(await candidates(world)).toEqual([]);
  });

  test('puts those last for which nothing but being alike speaks, counts them apart, and leaves them out when told', async () => {
    // A file that counts its rows: two of them are alike, for more money than the others.
    await importOf(
      world,
      Array.from({ length: 25 }, (_, at) => ({
        ...{ supplier: at < 2 ? 'Moor Homes Ltd' : `Supplier ${at} Ltd`, invoiceNumber: null },
        ...{ reference: `2006-${100 + at}`, amountPence: 900_000, paidOn: '2026-06-01' },
      })),
    );
    // A file with references of documents, of which two are close.
    const close = ['C-501', 'C-502', 'D-900', 'D-900', 'E-100'];
    await importOf(
      world,
      close.map((reference, at) => ({
        ...{ invoiceNumber: null, reference, paidOn: '2026-06-02' },
        supplier: at < 2 ? 'Tame Books Ltd' : `Other ${at} Ltd`,
      })),
    );
    await importOf(world, [{}, { paidOn: '2026-04-01' }]);
    await scan(world);
    const source = `query ($filter: DuplicateCandidateFilter) {
      _entities(representations: [{ __typename: "Council", gssCode: "E08000004" }]) { ... on Council {
        duplicateCandidates(filter: $filter) { nodes { tier isWeak supplier { name } evidence { kind } } }
        duplicateTiers { tier candidateCount weakCount weakMeasuredPrecision }
      } } }`;
    const asked = async (filter: object | null) => {
      const { data, errors } = await ask(world, built, source, { filter }, people(world).auditor);
      expect(errors).toBeUndefined();
      return (data?.['_entities'] as Record<string, { nodes: { tier: string; isWeak: boolean }[] }>[])[0]!;
    };
    const all = await asked(null);
    const shown = ({ tier, isWeak }: { tier: string; isWeak: boolean }) => `${tier} ${isWeak}`;
    expect(all['duplicateCandidates']!.nodes.map(shown)).toEqual([
      'STRONG false',
      'POSSIBLE false',
      'POSSIBLE true',
    ]);
    expect(all['duplicateCandidates']!.nodes[2]).toMatchObject({
      supplier: { name: 'Moor Homes Ltd' },
      evidence: [{ kind: 'CLOSE_REFERENCES' }, { kind: 'ROW_REFERENCES' }, { kind: 'SAME_CODING' }],
    });
    expect((await asked({ isWeak: false }))['duplicateCandidates']!.nodes.map(shown)).toEqual([
      'STRONG false',
      'POSSIBLE false',
    ]);
    expect((await asked({ isWeak: true }))['duplicateCandidates']!.nodes.map(shown)).toEqual([
      'POSSIBLE true',
    ]);
    const weak = (await candidates(world)).find(({ atRiskPence }) => atRiskPence === 900_000)!;
    const verdict = { id: weak.id, verdict: 'NOT_DUPLICATE', statementOfReasons: REASONS } as const;
    expect(await run(world, judgeDuplicate, verdict)).toMatchObject({ ok: true });
    expect((await asked(null))['duplicateTiers']).toMatchObject([
      { tier: 'STRONG', weakCount: 0, weakMeasuredPrecision: null },
      { tier: 'LIKELY', weakCount: 0, weakMeasuredPrecision: null },
      { tier: 'POSSIBLE', candidateCount: 2, weakCount: 1, weakMeasuredPrecision: 0 },
    ]);
  });

  test('names the files that lack what a tier rests on, the first of many', async () => {
    const reasons = async () => {
      const source = `{ _entities(representations: [{ __typename: "Council", gssCode: "E08000004" }]) { ... on Council {
        duplicateTiers { tier computability reasons } } } }`;
      const { data, errors } = await ask(world, built, source, {}, people(world).auditor);
      expect(errors).toBeUndefined();
      return (data?.['_entities'] as { duplicateTiers: { reasons: string[] }[] }[])[0]!.duplicateTiers;
    };
    await importOf(world, [{}]);
    const files: string[] = [];
    for (let count = 0; count < 5; count += 1)
      files.push(`${(await importOf(world, [{ invoiceNumber: null }])).run}.csv`);
    await scan(world);
    const said = `The file has no invoice numbers: ${files.slice(0, 3).join(', ')} and 2 more.`;
    expect(await reasons()).toEqual([
      { tier: 'STRONG', computability: 'PARTLY', reasons: [said] },
      { tier: 'LIKELY', computability: 'PARTLY', reasons: [said] },
      { tier: 'POSSIBLE', computability: 'COMPUTED', reasons: [] },
    ]);
  });

  test('is for the finance officers and auditors of the council, and stands in the audit trail', async () => {
    const { elsewhere, resident, officer } = people(world);
    const before = await countRows(world);
    for (const actor of [elsewhere, resident])
      expect(found(await run(world, scanCouncil, { council: 'E08000004' }, actor))).toEqual(['NotAllowed']);
    expect(await countRows(world)).toEqual(before);
    await importOf(world, [{}, { paidOn: '2026-04-01' }]);
    expect(await run(world, scanCouncil, { council: 'E08000004' }, officer)).toMatchObject({
      receipt: { changedImports: 1, found: 1 },
    });
    const [entry] = await world.database.reader.findBy(AuditEntry, { action: 'duplicateScan' });
    expect(JSON.parse(entry!.changes)).toEqual({ isFull: false, imports: 1, suppliers: 1, found: 1 });
  });

  test('finds the same import by import as all at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 2, max: 5 }),
        async (seed, parts) => {
          await world.clear();
          const { lines, suppliers } = plantedLedger(600, seed);
          const names = new Map(suppliers.map(({ id, name }) => [id, name]));
          const facts = lines.map(({ supplier, invoiceNumber, reference, amountPence, paidOn, coding }) => ({
            ...{
              supplier: names.get(supplier)!,
              invoiceNumber,
              reference,
              amountPence,
              paidOn,
              purpose: coding,
            },
          }));
          const size = Math.ceil(facts.length / parts);
          for (let part = 0; part < parts; part += 1) {
            await importOf(world, facts.slice(part * size, (part + 1) * size));
            await scan(world);
          }
          const shown = async () =>
            (await candidates(world)).map(({ documentKey, tier, evidence, suspectLines, originalLines }) => ({
              ...{ documentKey, tier, evidence, suspectLines, originalLines },
            }));
          const stepwise = await shown();
          expect(stepwise.length).toBeGreaterThan(5);
          await world.database.transaction((manager) => manager.clear(DuplicateCandidate));
          await scan(world, true);
          expect(await shown()).toEqual(stepwise);
        },
      ),
      { numRuns: 5 },
    );
  }, 120_000);
});
