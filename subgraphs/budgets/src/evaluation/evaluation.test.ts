import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import fc from 'fast-check';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { aBudget, found, people, run, subjectOf } from '../ledger/ledger.fixture';
import { defineMeasure, recordEvaluationCost, recordMeasure } from './evaluate-budget.command';
import type { EvaluationMeasureDefineInput } from './evaluation-inputs.types';
import { betterForLess, changeOf, isMet, type EvaluationStanding } from './evaluation.rules';

const built = buildSubgraph(budgets);
const SOUND: EvaluationStanding = {
  ...{ measureCount: 3, measuredCount: 3, betterCount: 2, worseCount: 0, metCount: 1 },
  ...{ costBeforePence: 124_000_000, costAfterPence: 112_500_000 },
};

describe('better for less', () => {
  test.each<[Partial<EvaluationStanding>, string, boolean | null]>([
    [{}, 'BETTER_FOR_LESS', true],
    [{ costAfterPence: 124_000_000 }, 'BETTER_FOR_NO_LESS', false],
    [{ costAfterPence: 130_000_000 }, 'BETTER_FOR_NO_LESS', false],
    [{ worseCount: 1 }, 'LESS_BUT_NOT_BETTER', false],
    [{ betterCount: 0 }, 'LESS_BUT_NOT_BETTER', false],
    [{ betterCount: 0, costAfterPence: 130_000_000 }, 'NEITHER', false],
    [{ measuredCount: 2 }, 'NOT_KNOWN', null],
    [{ measureCount: 0, measuredCount: 0 }, 'NOT_KNOWN', null],
    [{ costAfterPence: null }, 'NOT_KNOWN', null],
    [{ costBeforePence: null }, 'NOT_KNOWN', null],
  ])('with %j is %s', (otherwise, verdict, answer) => {
    const evaluated = betterForLess({ ...SOUND, ...otherwise });
    expect(evaluated).toMatchObject({ verdict, betterForLess: answer });
    expect(evaluated.rule.section).toMatch(/^better outcomes for less money/);
  });

  test('says why, with the figures', () => {
    expect(betterForLess(SOUND).message).toBe(
      'Of 3 measures 2 are better, 0 worse and 1 on target; a year costs £115,000.00 less than before (£1,240,000.00, now £1,125,000.00).',
    );
    expect(betterForLess({ ...SOUND, measuredCount: 1, costAfterPence: null }).message).toBe(
      'Not known: 2 measures have no outcome yet; the cost after is not known.',
    );
  });

  test('an outcome is better one way and worse the other', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (baseline, outcome) => {
        const up = changeOf({ direction: 'HIGHER', baseline, outcome });
        const down = changeOf({ direction: 'LOWER', baseline, outcome });
        expect([up, down].sort()).toEqual(outcome === baseline ? ['SAME', 'SAME'] : ['BETTER', 'WORSE']);
        expect(isMet({ direction: 'HIGHER', target: baseline, outcome })).toBe(outcome >= baseline);
        expect(isMet({ direction: 'LOWER', target: baseline, outcome })).toBe(outcome <= baseline);
      }),
    );
    expect(isMet({ direction: 'LOWER', target: 1, outcome: null })).toBeNull();
  });
});

describeDatabases('the evaluation', databaseOf(built), (world) => {
  test('is filled in by an officer, measure by measure, until it can be answered', async () => {
    const { id: budgetId } = await aBudget(world);
    const { treasurer, resident } = people(world);
    const measure: EvaluationMeasureDefineInput = {
      budgetId,
      name: 'Crimes',
      unit: 'crimes',
      direction: 'LOWER',
      baseline: 410,
      target: 370,
      baselineOn: '2025-04-01',
    };
    expect(found(await run(world, defineMeasure, measure, resident))).toEqual(['NotAllowed']);
    expect(found(await run(world, defineMeasure, { ...measure, target: 410, unit: '' }, treasurer))).toEqual([
      'InvalidInput unit',
      'InvalidInput target',
    ]);
    const id = subjectOf(await run(world, defineMeasure, { ...measure }, treasurer));
    const record = (outcome: number, measuredOn: string) =>
      run(world, recordMeasure, { id, outcome, measuredOn }, treasurer);
    expect(found(await record(366, '2025-04-01'))).toEqual(['InvalidInput measuredOn']);
    expect(found(await record(366, '2026-06-02'))).toEqual(['InvalidInput measuredOn']);
    const answer = async () => {
      const query = `query ($id: ID!) { communityBudget(id: $id) { evaluation { betterForLess verdict saving { pence } savingShare
        measures { isBetter isMet } } } }`;
      const { data, errors } = await ask(world, built, query, { id: budgetId });
      expect(errors).toBeUndefined();
      return (data as { communityBudget: { evaluation: object } }).communityBudget.evaluation;
    };
    expect(await answer()).toMatchObject({ betterForLess: null, verdict: 'NOT_KNOWN', saving: null });
    subjectOf(await record(366, '2026-03-31'));
    const costs = { budgetId, costBeforePence: 100_000, basis: 'Accounts.' };
    expect(found(await run(world, recordEvaluationCost, { ...costs, basis: '' }, treasurer))).toEqual([
      'InvalidInput basis',
    ]);
    subjectOf(await run(world, recordEvaluationCost, costs, treasurer));
    expect(await answer()).toMatchObject({ verdict: 'NOT_KNOWN' });
    subjectOf(await run(world, recordEvaluationCost, { ...costs, costAfterPence: 75_000 }, treasurer));
    expect(await answer()).toEqual({
      ...{ betterForLess: true, verdict: 'BETTER_FOR_LESS', saving: { pence: 25_000 }, savingShare: 0.25 },
      measures: [{ isBetter: true, isMet: true }],
    });
  });
});
