import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { LIVE_FROM } from '../community-budgets/community-budget.facts';
import { EvaluationCost, EvaluationMeasure } from './evaluation.entity';
import { EVALUATION_FACTS } from './evaluation.facts';

/** Day of the outcomes: a year after plans went live. */
const A_YEAR_ON = '2014-03-31';

/** The evaluations of the demo world. */
export async function evaluationDemo({ tx }: DemoWorld): Promise<void> {
  for (const { budget: key, measures, before, after } of EVALUATION_FACTS) {
    const { id: fundId, gssCode } = await tx.manager.findOneByOrFail(CommunityBudget, {
      id: fixedId('communitybudget', key),
    });
    for (const [position, [name, unit, direction, baseline, target, outcome]] of measures.entries())
      await tx.insert(EvaluationMeasure, {
        ...{ id: fixedId('measure', `${key}-${position + 1}`), gssCode, fundId, position, name, unit },
        ...{ direction, baseline, baselineOn: LIVE_FROM, target, outcome, illustrative: true },
        measuredOn: outcome === null ? null : A_YEAR_ON,
      });
    await tx.insert(EvaluationCost, {
      ...{ id: fixedId('evaluationcost', key), gssCode, fundId, costBeforePence: before * 100_000 },
      ...{ costAfterPence: after === null ? null : after * 100_000, illustrative: true },
      basis: 'Made up: what all partners spend on these services in a full year, in the prices of one year.',
    });
  }
}
