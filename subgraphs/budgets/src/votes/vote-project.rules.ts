import { formatPence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { voteProjectLifecycle, type VoteProjectState } from './vote-project.lifecycle';
import { VOTE_RULES } from './votes.law';

/** What an officer finds of a proposal. */
export interface Assessment {
  readonly isFeasible: boolean;
  /** What it costs, in pence; the estimate that stands when null. */
  readonly costPence: number | null;
  readonly statementOfReasons: string;
}

/** Whether a proposal can be assessed so. */
export function assessProject(
  project: { readonly state: VoteProjectState; readonly costPence: number },
  { isFeasible, costPence, statementOfReasons }: Assessment,
  budgetPence: number,
): Decision<{ readonly state: VoteProjectState; readonly costPence: number }> {
  const rule = VOTE_RULES.feasibility;
  const permitted = voteProjectLifecycle.permit('assess', project.state, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  const cost = costPence ?? project.costPence;
  if (statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Give the reasons: residents read them.', { path: ['statementOfReasons'], rule }),
    );
  if (isFeasible && cost <= 0)
    problems.push(
      problem.invalidInput('A feasible project has a cost above zero: what costs nothing needs no vote.', {
        path: ['costPence'],
        rule,
      }),
    );
  if (isFeasible && cost > budgetPence)
    problems.push(
      problem.limitExceeded(
        `The project costs ${formatPence(cost)}, more than the whole budget of ${formatPence(budgetPence)}.`,
        budgetPence,
        cost,
        {
          path: ['costPence'],
          rule,
        },
      ),
    );
  return decide(problems, { state: isFeasible ? 'FEASIBLE' : 'NOT_FEASIBLE', costPence: cost });
}

/** How the delivery of a chosen project stands. */
export type Progress = 'UNDER_WAY' | 'DELIVERED' | 'GIVEN_UP';

/** Whether it can be said so of a chosen project. */
export function reportProgress(
  state: VoteProjectState,
  progress: Progress,
  note: string,
): Decision<{ readonly state: VoteProjectState }> {
  const permitted = voteProjectLifecycle.permit('report', state, VOTE_RULES.stages);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (note.trim() === '')
    problems.push(
      problem.invalidInput(
        progress === 'GIVEN_UP' ? 'Say why it will not come.' : 'Say in a sentence how it stands.',
        { path: ['note'], rule: VOTE_RULES.stages },
      ),
    );
  return decide(problems, { state: progress });
}

/** Whether a vote is done with: every chosen project delivered or given up. */
export function openDeliveries(states: readonly VoteProjectState[]): number {
  return states.filter((state) => state === 'CHOSEN' || state === 'UNDER_WAY').length;
}
