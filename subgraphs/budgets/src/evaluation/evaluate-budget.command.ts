import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepBudget } from '../access';
import { lockBudget } from '../community-budgets/locked-budget.command';
import { lockWithBudget } from '../community-budgets/locked.queries';
import {
  EvaluationCostRecordInput,
  EvaluationMeasureDefineInput,
  EvaluationMeasureRecordInput,
} from './evaluation-inputs.types';
import { EvaluationCost, EvaluationMeasure } from './evaluation.entity';
import { EVALUATION_RULES } from './evaluation.law';
import { defineMeasure as mayDefine, recordOutcome } from './evaluation.rules';

/** Says by what a community budget is judged: for an officer of the council. */
export const defineMeasure = defineCommand({
  name: 'evaluationMeasureDefine',
  input: EvaluationMeasureDefineInput,
  async handle(tx, { budgetId, name, unit, direction, baseline, baselineOn, target }) {
    const locked = await lockBudget(tx, budgetId, keepBudget);
    if (!locked.ok) return locked;
    const { budget } = locked;
    const decision = mayDefine({ name, unit, direction, baseline, target });
    if (!decision.ok) return decision;
    const measure = await tx.insert(EvaluationMeasure, {
      ...{ id: tx.newId('measure'), gssCode: budget.gssCode, fundId: budgetId, name, unit, direction },
      position: await tx.manager.countBy(EvaluationMeasure, { fundId: budgetId }),
      ...{ baseline, baselineOn, target, outcome: null, measuredOn: null, illustrative: false },
    });
    const changes = { budget: budgetId, direction, baseline, target };
    return done({ council: budget.gssCode, subject: measure.id, changes });
  },
});

/** Records what a measure came to, anew when it is measured again: for an officer of the council. */
export const recordMeasure = defineCommand({
  name: 'evaluationMeasureRecord',
  input: EvaluationMeasureRecordInput,
  async handle(tx, { id, expectedVersion, outcome, measuredOn }) {
    const locked = await lockWithBudget(tx, EvaluationMeasure, id);
    if (!locked) return refuse(problem.notFound('There is no such measure.', { path: ['id'] }));
    const { budget, row: measure } = locked;
    const denied = tx.demand(keepBudget, budget);
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = versionProblems(measure, expectedVersion);
    const decision = recordOutcome(measure.baselineOn, measuredOn, tx.today);
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(measure, { outcome, measuredOn }));
    return done({ council: budget.gssCode, subject: id, changes: { outcome, measuredOn } });
  },
});

/** Records what the services cost in a full year, before and with the budget: for an officer of the council. */
export const recordEvaluationCost = defineCommand({
  name: 'evaluationCostRecord',
  input: EvaluationCostRecordInput,
  async handle(tx, { budgetId, costBeforePence, costAfterPence = null, basis }) {
    const locked = await lockBudget(tx, budgetId, keepBudget);
    if (!locked.ok) return locked;
    const { budget } = locked;
    if (basis.trim() === '')
      return refuse(
        problem.invalidInput('Say how the costs were worked out.', {
          path: ['basis'],
          rule: EVALUATION_RULES.betterForLess,
        }),
      );
    const known = await tx.manager.findOneBy(EvaluationCost, { fundId: budgetId });
    const said = { costBeforePence, costAfterPence, basis, illustrative: false };
    if (known) await tx.update(Object.assign(known, said));
    else
      await tx.insert(EvaluationCost, {
        ...{ id: tx.newId('evaluationcost'), gssCode: budget.gssCode, fundId: budgetId, ...said },
      });
    return done({
      ...{ council: budget.gssCode, subject: budgetId, changes: { costBeforePence, costAfterPence } },
    });
  },
});
