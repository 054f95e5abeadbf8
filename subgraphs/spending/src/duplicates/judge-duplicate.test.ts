import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { spending } from '..';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { judgeDuplicate as judge, measuredPrecision } from './duplicate-candidate.rules';
import { aCandidate, found, people, run, subjectOf } from './duplicates.fixture';
import { judgeDuplicate } from './judge-duplicate.command';

const REASONS = 'The supplier confirmed it.';

describe('a verdict', () => {
  const candidate = { verdict: 'OPEN', atRiskPence: 1000 } as const;
  const sound = { verdict: 'DUPLICATE', recoveredPence: 1000, statementOfReasons: REASONS } as const;
  const problemsOf = (change: object) => {
    const decision = judge(candidate, { ...sound, ...change });
    return decision.ok ? [] : decision.problems.map(({ kind, path }) => `${kind} ${path}`);
  };

  test('can be given, and cites the rule where it cannot', () => {
    expect(judge(candidate, sound)).toEqual({ ok: true, verdict: 'DUPLICATE' });
    const decision = judge(candidate, { ...sound, statementOfReasons: ' ' });
    expect(decision).toMatchObject({ problems: [{ rule: { title: 'Search for duplicate payments' } }] });
  });

  test.each([
    [{ verdict: 'OPEN', recoveredPence: 0 }, ['InvalidInput verdict']],
    [{ verdict: 'RECODING' }, ['InvalidInput recoveredPence']],
    [{ recoveredPence: 1001 }, ['LimitExceeded recoveredPence']],
    [{ statementOfReasons: '' }, ['InvalidInput statementOfReasons']],
  ])('%j is refused', (change, problems) => expect(problemsOf(change)).toEqual(problems));

  test('counts towards the precision of its tier', () => {
    expect(measuredPrecision({ duplicate: 0, other: 0 })).toBeNull();
    expect(measuredPrecision({ duplicate: 3, other: 1 })).toBe(0.75);
  });
});

describeDatabases('verdicts', databaseOf(buildSubgraph(spending)), (world) => {
  const row = (id: string) => world.database.reader.findOneByOrFail(DuplicateCandidate, { id });

  test('are given by finance officers and auditors of the council, and by nobody else', async () => {
    const { id } = await aCandidate(world);
    const { officer, auditor, elsewhere, auditorElsewhere, analyst, resident, administrator } = people(world);
    const input = { id, verdict: 'UNDER_ENQUIRY', statementOfReasons: REASONS } as const;
    const before = await countRows(world);
    for (const actor of [elsewhere, auditorElsewhere, analyst, resident, administrator]) {
      // To whoever judges those of another council, this one is as good as none.
      const refusal = [elsewhere, auditorElsewhere].includes(actor) ? 'NotFound id' : 'NotAllowed';
      for (const one of [id, 'duplicate_none'])
        expect(found(await run(world, judgeDuplicate, { ...input, id: one }, actor))).toEqual([refusal]);
    }
    expect(await countRows(world)).toEqual(before);
    subjectOf(await run(world, judgeDuplicate, input, officer));
    subjectOf(
      await run(world, judgeDuplicate, { ...input, verdict: 'DUPLICATE', recoveredPence: 5 }, auditor),
    );
    expect(await row(id)).toMatchObject({
      ...{ verdict: 'DUPLICATE', recoveredPence: 5, judgedBy: 'auditor-1', judgedOn: '2026-06-01' },
    });
  });

  test('are not lost to somebody who had seen an earlier one', async () => {
    const { id, version } = await aCandidate(world);
    const input = { id, expectedVersion: version, verdict: 'RECODING', statementOfReasons: REASONS } as const;
    const both = await Promise.all([1, 2].map(() => run(world, judgeDuplicate, input)));
    expect(both.flatMap(found).sort()).toEqual(['Conflict expectedVersion', 'done']);
  });

  test('leave no reasons and no names in the audit trail', async () => {
    const { id } = await aCandidate(world);
    subjectOf(
      await run(world, judgeDuplicate, { id, verdict: 'NOT_DUPLICATE', statementOfReasons: REASONS }),
    );
    const [entry] = await world.database.reader.findBy(AuditEntry, { action: 'duplicateJudge', subject: id });
    expect(JSON.parse(entry!.changes)).toEqual({
      tier: 'STRONG',
      verdict: 'NOT_DUPLICATE',
      recoveredPence: 0,
    });
  });

  test('of what is not there are refused', async () => {
    const input = { id: 'duplicate_none', verdict: 'DUPLICATE', statementOfReasons: REASONS } as const;
    expect(found(await run(world, judgeDuplicate, input))).toEqual(['NotFound id']);
  });
});
