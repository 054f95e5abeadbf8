import { defineCommand, done, versionProblems, type Outcome, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision } from '@coop/shared/problems';
import { examinePayments, restrictedProblems } from '../access';
import { CardBreach } from './card-breach.entity';
import type { CardBreachState } from './card-breach.lifecycle';
import { decideBreach, explainBreach, settleBreach } from './card-breach.rules';
import { CardBreachDecideInput, CardBreachExplainInput, CardBreachSettleInput } from './card-inputs.types';

/** One step of a breach: load under lock, ask the rule, write what it answers. */
async function step(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
  rule: (breach: CardBreach) => Decision<{ readonly state: CardBreachState }>,
  written: Partial<CardBreach>,
): Promise<Outcome> {
  const breach = await tx.lock(CardBreach, id);
  const missing = problem.notFound('There is no such breach.', { path: ['id'] });
  const denied = restrictedProblems(tx, examinePayments, breach, missing);
  if (!breach || denied.length > 0) return refuse(...denied);
  const stale = versionProblems(breach, expectedVersion);
  const decision = rule(breach);
  if (!decision.ok) return refuse(...stale, ...decision.problems);
  if (stale.length > 0) return refuse(...stale);
  const { gssCode, kind } = await tx.update(Object.assign(breach, written, { state: decision.state }));
  return done({ council: gssCode, subject: id, changes: { kind, state: decision.state } });
}

/** `cardBreachExplain`: puts the cardholder's explanation on record. */
export const explainCardBreach = defineCommand({
  name: 'cardBreachExplain',
  input: CardBreachExplainInput,
  handle: (tx, input) =>
    step(tx, input, (breach) => explainBreach(breach, input.explanation), {
      explanation: input.explanation,
      explainedBy: tx.actor.subject,
    }),
});

/** `cardBreachDecide`: accepts, upholds or dismisses, by somebody who did not explain it. */
export const decideCardBreach = defineCommand({
  name: 'cardBreachDecide',
  input: CardBreachDecideInput,
  handle: (tx, input) => {
    const { outcome, statementOfReasons } = input;
    return step(tx, input, (breach) => decideBreach(breach, outcome, statementOfReasons, tx.actor.subject), {
      statementOfReasons,
      decidedOn: tx.today,
    });
  },
});

/** `cardBreachSettle`: how an upheld breach was made good. */
export const settleCardBreach = defineCommand({
  name: 'cardBreachSettle',
  input: CardBreachSettleInput,
  handle: (tx, input) => {
    const { recoveredPence, statementOfReasons } = input;
    return step(tx, input, (breach) => settleBreach(breach, recoveredPence, statementOfReasons), {
      recoveredPence,
      statementOfReasons,
      decidedOn: tx.today,
    });
  },
});
