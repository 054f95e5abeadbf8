import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { spending } from '..';
import { found, importOf, people, run, subjectOf } from '../duplicates/duplicates.fixture';
import { supplierId } from '../suppliers/supplier-row.queries';
import { FraudCase } from './fraud-case.entity';
import { closeCase, concludeCase, investigateCase, openCase, referCase } from './fraud-case.rules';
import { FraudFigures } from './fraud-figures.entity';
import { publishFigures } from './fraud-figures.rules';
import { FraudIndicator, FraudIndicatorRun } from './fraud-indicator.entity';
import { aCase, anInvestigation, soundCase, soundFigures } from './fraud.fixture';
import {
  closeFraudCase,
  concludeFraudCase,
  investigateFraudCase,
  openFraudCase,
  referFraudCase,
} from './keep-fraud-case.command';
import { publishFraudFigures } from './publish-fraud-figures.command';
import { runCouncilIndicators } from './run-indicators.command';

describe('a fraud case', () => {
  const facts = { state: 'UNSUBSTANTIATED' as const, openedBy: 'a', suspectedPence: 1 };
  const kindsOf = (decision: ReturnType<typeof openCase>) =>
    decision.ok ? [decision.state] : decision.problems.map(({ kind }) => kind);

  test('is opened with a title and grounds', () => {
    expect(kindsOf(openCase('A', 'B'))).toEqual(['OPENED']);
    expect(kindsOf(openCase(' ', ''))).toEqual(['InvalidInput', 'InvalidInput']);
  });

  test('is closed by somebody else than whoever opened it, and says which rule asks for that', () => {
    expect(closeCase(facts, 'a', 'Done.')).toMatchObject({
      problems: [{ kind: 'Ineligible', rule: { section: 'separation of duties' } }],
    });
    expect(kindsOf(closeCase(facts, 'b', 'Done.'))).toEqual(['CLOSED']);
    expect(kindsOf(closeCase({ ...facts, state: 'UNDER_INVESTIGATION' }, 'b', ' '))).toEqual([
      'WrongState',
      'InvalidInput',
    ]);
  });

  test('is concluded with what was found, and with a loss only where there was fraud', () => {
    const under = { ...facts, state: 'UNDER_INVESTIGATION' as const };
    expect(kindsOf(concludeCase(under, 'SUBSTANTIATED', 5, 'Found.'))).toEqual(['SUBSTANTIATED']);
    expect(kindsOf(concludeCase(under, 'UNSUBSTANTIATED', 5, ''))).toEqual(['InvalidInput', 'InvalidInput']);
    expect(kindsOf(investigateCase(under))).toEqual(['WrongState']);
    expect(kindsOf(referCase(under, 'The police'))).toEqual(['REFERRED']);
    expect(kindsOf(referCase(facts, ' '))).toEqual(['WrongState', 'InvalidInput']);
  });
});

test.each([
  [{}, []],
  [{ yearFrom: '2026-04-01' }, ['TooEarly yearFrom']],
  [{ yearFrom: '2025-01-01' }, ['InvalidInput yearFrom']],
  [{ investigatorFteHundredths: 401 }, ['LimitExceeded investigatorFteHundredths']],
  [{ specialistCount: 0 }, ['LimitExceeded specialistFteHundredths']],
])('the figures of a year with %j: %j', (change, problems) => {
  const decision = publishFigures({ ...soundFigures, ...change }, '2026-06-01');
  expect(decision.ok ? [] : decision.problems.map(({ kind, path }) => `${kind} ${path}`)).toEqual(problems);
  if (!decision.ok) expect(decision.problems[0]!.rule?.title).toBe('Local Government Transparency Code 2015');
});

describeDatabases('the work against fraud', databaseOf(buildSubgraph(spending)), (world) => {
  beforeEach(() => world.clear());
  const row = (id: string) => world.database.reader.findOneByOrFail(FraudCase, { id });
  const closing = (id: string) => ({ id, recoveredPence: 0, closingReasons: 'It is over.' });

  test('keeps cases from suspicion to the end, closed by another auditor than the one who opened them', async () => {
    const { auditor, otherAuditor } = people(world);
    const id = await anInvestigation(world);
    const conclusion = { id, outcome: 'SUBSTANTIATED', provenPence: 900_000, findings: 'Found.' } as const;
    subjectOf(await run(world, concludeFraudCase, conclusion, otherAuditor));
    subjectOf(await run(world, referFraudCase, { id, referredTo: 'Greater Manchester Police' }));
    expect(found(await run(world, closeFraudCase, closing(id), auditor))).toEqual(['Ineligible']);
    subjectOf(await run(world, closeFraudCase, closing(id), otherAuditor));
    expect(await row(id)).toMatchObject({
      ...{ state: 'CLOSED', openedBy: 'auditor-1', investigatedBy: 'auditor-2', closedBy: 'auditor-2' },
      ...{ provenPence: 900_000, closedOn: '2026-06-01' },
    });
    expect(found(await run(world, investigateFraudCase, { id }))).toEqual(['WrongState']);
  });

  test('is one step at a time, however requests race', async () => {
    const id = await aCase(world);
    const { otherAuditor } = people(world);
    const both = await Promise.all([1, 2].map(() => run(world, investigateFraudCase, { id }, otherAuditor)));
    expect(both.flatMap(found).sort()).toEqual(['WrongState', 'done']);
  });

  test('lets nobody but auditors of the council near a case, officers included', async () => {
    const id = await anInvestigation(world);
    const { officer, elsewhere, auditorElsewhere, analyst, resident, administrator } = people(world);
    const before = await countRows(world);
    for (const actor of [officer, elsewhere, auditorElsewhere, analyst, resident, administrator]) {
      expect(found(await run(world, openFraudCase, soundCase, actor))).toEqual(['NotAllowed']);
      // To auditors, whether or not it is there: a case of another council is as good as none.
      const refusal = actor === auditorElsewhere ? 'NotFound id' : 'NotAllowed';
      for (const one of [id, 'fraudcase_none'])
        for (const result of [
          await run(world, investigateFraudCase, { id: one }, actor),
          await run(
            world,
            concludeFraudCase,
            { id: one, outcome: 'SUBSTANTIATED', provenPence: 0, findings: 'x' },
            actor,
          ),
          await run(world, referFraudCase, { id: one, referredTo: 'x' }, actor),
          await run(world, closeFraudCase, closing(one), actor),
        ])
          expect(found(result)).toEqual([refusal]);
    }
    expect(await countRows(world)).toEqual(before);
  });

  test('tells the audit trail that there is a case, and nothing of it', async () => {
    const id = await anInvestigation(world);
    const entries = await world.database.reader.findBy(AuditEntry, { subject: id });
    expect(entries.map(({ changes }) => JSON.parse(changes))).toEqual([
      { state: 'OPENED' },
      { state: 'UNDER_INVESTIGATION' },
    ]);
  });

  test('opens no case about a supplier of another council', async () => {
    const input = {
      ...soundCase,
      supplierId: supplierId({ gssCode: 'E08000021', publishedId: null, name: 'X' }),
    };
    expect(found(await run(world, openFraudCase, input))).toEqual(['NotFound supplierId']);
  });

  test('publishes the figures of a year, and corrects them', async () => {
    const { officer, elsewhere } = people(world);
    const id = subjectOf(await run(world, publishFraudFigures, soundFigures, officer));
    expect(
      subjectOf(await run(world, publishFraudFigures, { ...soundFigures, caseCount: 68 }, officer)),
    ).toBe(id);
    expect(await world.database.reader.find(FraudFigures)).toMatchObject([{ caseCount: 68, version: 2 }]);
    expect(found(await run(world, publishFraudFigures, soundFigures, elsewhere))).toEqual(['NotAllowed']);
  });

  test('works indicators out, tells what could not be, and forgets those of the run before', async () => {
    const days = ['02', '03', '04', '05', '06'];
    const { payments } = await importOf(world, [
      ...days.map((day) => ({ amountPence: 450_000, paidOn: `2026-03-${day}`, invoiceNumber: null })),
      { supplier: 'Medlock Print Ltd', amountPence: 123_456 },
      { supplier: 'Redacted Data', amountPence: 450_000 },
    ]);
    const { elsewhere, officer } = people(world);
    const input = { council: 'E08000004' };
    expect(found(await run(world, runCouncilIndicators, input, elsewhere))).toEqual(['NotAllowed']);
    for (let time = 0; time < 2; time += 1)
      expect(await run(world, runCouncilIndicators, input, officer)).toMatchObject({
        receipt: { suppliers: 2, flagged: 1 },
      });
    expect(await world.database.reader.find(FraudIndicator)).toMatchObject([
      { kind: 'SPLITTING', figure: 5, fence: 5, paymentIds: payments.slice(0, 5) },
    ]);
    const runs = await world.database.reader.find(FraudIndicatorRun);
    expect(
      Object.fromEntries(runs.map((one) => [one.kind, [one.computed, one.notComputable, one.flagged]])),
    ).toEqual({
      SPLITTING: [2, 0, 1],
      ROUND_SUMS: [0, 2, 0],
      BENFORD: [0, 2, 0],
      NEW_SUPPLIER_FAST: [0, 2, 0],
      SHARED_IDENTIFIER: [0, 2, 0],
    });
  });
});
