import type { Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import { cardBreachLifecycle, type CardBreachState } from './card-breach.lifecycle';

/** A breach, as far as a decision on it asks. */
export interface BreachFacts {
  readonly state: CardBreachState;
  /** Subject of whoever put the explanation on record; null while there is none. */
  readonly explainedBy: string | null;
  /** The council's own policy that was broken. */
  readonly rule: Rule;
}

/** How a breach can be decided. */
export type BreachOutcome = 'ACCEPTED' | 'UPHELD' | 'DISMISSED';

const ACTIONS = { ACCEPTED: 'accept', UPHELD: 'uphold', DISMISSED: 'dismiss' } as const;

const said = (text: string, field: string, rule: Rule): Problem[] =>
  text.trim() === '' ? [problem.invalidInput('Say it in writing.', { path: [field], rule })] : [];

/** Whether an explanation can be put on record. */
export function explainBreach(
  { state, rule }: BreachFacts,
  explanation: string,
): Decision<{ readonly state: CardBreachState }> {
  const permitted = cardBreachLifecycle.permit('explain', state, rule);
  return decide([...(permitted.ok ? [] : permitted.problems), ...said(explanation, 'explanation', rule)], {
    state: 'EXPLAINED',
  });
}

/** Whether a breach can be decided so. Whoever explained it does not decide on it. */
export function decideBreach(
  { state, explainedBy, rule }: BreachFacts,
  outcome: BreachOutcome,
  statementOfReasons: string,
  decider: string,
): Decision<{ readonly state: CardBreachState }> {
  const permitted = cardBreachLifecycle.permit(ACTIONS[outcome], state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (explainedBy === decider)
    problems.push(
      problem.ineligible('Whoever put the explanation on record does not decide on it.', { rule }),
    );
  return decide([...problems, ...said(statementOfReasons, 'statementOfReasons', rule)], { state: outcome });
}

/** Whether an upheld breach can be settled so: at most what was bought comes back. */
export function settleBreach(
  { state, rule, amountPence }: BreachFacts & { readonly amountPence: Pence },
  recoveredPence: Pence,
  statementOfReasons: string,
): Decision<{ readonly state: CardBreachState }> {
  const permitted = cardBreachLifecycle.permit('settle', state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (recoveredPence > amountPence)
    problems.push(
      problem.limitExceeded(
        'What was paid back, in pence, is above what was bought.',
        amountPence,
        recoveredPence,
        { path: ['recoveredPence'], rule },
      ),
    );
  return decide([...problems, ...said(statementOfReasons, 'statementOfReasons', rule)], { state: 'SETTLED' });
}
