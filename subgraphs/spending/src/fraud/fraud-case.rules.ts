import type { Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { fraudCaseLifecycle, type FraudCaseState } from './fraud-case.lifecycle';
import { SEPARATION_RULE } from './fraud.law';

/** A case, as far as a step in it asks. */
export interface FraudCaseFacts {
  readonly state: FraudCaseState;
  /** Subject of whoever opened it. */
  readonly openedBy: string;
  readonly suspectedPence: Pence;
}

type Next = Decision<{ readonly state: FraudCaseState }>;
type Action = (typeof fraudCaseLifecycle.actions)[number];

const rule = SEPARATION_RULE;

const permit = (action: Action, state: FraudCaseState): readonly Problem[] => {
  const permitted = fraudCaseLifecycle.permit(action, state, rule);
  return permitted.ok ? [] : permitted.problems;
};

const said = (text: string, field: string): Problem[] =>
  text.trim() === '' ? [problem.invalidInput('Say it in writing.', { path: [field], rule })] : [];

/** Whether a case can be opened: somebody must be able to say what it is about. */
export function openCase(title: string, allegation: string): Next {
  return decide([...said(title, 'title'), ...said(allegation, 'allegation')], {
    state: fraudCaseLifecycle.initial,
  });
}

/** Whether somebody can begin to look into it. */
export function investigateCase({ state }: FraudCaseFacts): Next {
  return decide(permit('investigate', state), { state: 'UNDER_INVESTIGATION' });
}

/** Whether an investigation can end so. What was lost is said only where fraud was found. */
export function concludeCase(
  { state }: FraudCaseFacts,
  outcome: 'SUBSTANTIATED' | 'UNSUBSTANTIATED',
  provenPence: Pence,
  statementOfReasons: string,
): Next {
  const problems = [...permit('conclude', state), ...said(statementOfReasons, 'statementOfReasons')];
  if (provenPence > 0 && outcome !== 'SUBSTANTIATED')
    problems.push(
      problem.invalidInput('Nothing was lost where no fraud was found.', { path: ['provenPence'], rule }),
    );
  return decide(problems, { state: outcome });
}

/** Whether a case can be handed to the police or a prosecutor. */
export function referCase({ state }: FraudCaseFacts, referredTo: string): Next {
  return decide([...permit('refer', state), ...said(referredTo, 'referredTo')], { state: 'REFERRED' });
}

/** Whether this person can close the case: never whoever opened it. */
export function closeCase(
  { state, openedBy }: FraudCaseFacts,
  closer: string,
  statementOfReasons: string,
): Next {
  const problems = [...permit('close', state), ...said(statementOfReasons, 'statementOfReasons')];
  if (openedBy === closer)
    problems.push(problem.ineligible('Whoever opened a case does not close it.', { rule }));
  return decide(problems, { state: 'CLOSED' });
}
