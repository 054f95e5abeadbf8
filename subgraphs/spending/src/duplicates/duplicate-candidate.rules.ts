import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { duplicateCandidateLifecycle, type DuplicateVerdict } from './duplicate-candidate.lifecycle';
import { DUPLICATE_RULE } from './duplicates.law';

/** What a person says of a possible duplicate. */
export interface Judgement {
  readonly verdict: DuplicateVerdict;
  /** What has come back so far, in pence. */
  readonly recoveredPence: Pence;
  readonly statementOfReasons: string;
}

/**
 * Whether a possible duplicate can be judged so. A verdict can be changed: money comes back later, and people find
 * out more.
 */
export function judgeDuplicate(
  candidate: { readonly verdict: DuplicateVerdict; readonly atRiskPence: Pence },
  { verdict, recoveredPence, statementOfReasons }: Judgement,
): Decision<{ readonly verdict: DuplicateVerdict }> {
  const rule = DUPLICATE_RULE;
  const permitted = duplicateCandidateLifecycle.permit('judge', candidate.verdict, rule);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (verdict === 'OPEN')
    problems.push(
      problem.invalidInput('Say what it is: a verdict cannot be taken back to open.', {
        path: ['verdict'],
        rule,
      }),
    );
  if (recoveredPence > 0 && verdict !== 'DUPLICATE')
    problems.push(
      problem.invalidInput('Money comes back only for what was paid twice.', {
        path: ['recoveredPence'],
        rule,
      }),
    );
  if (recoveredPence > candidate.atRiskPence)
    problems.push(
      problem.limitExceeded(
        `What came back, in pence, is above the ${formatPence(candidate.atRiskPence)} that was paid.`,
        candidate.atRiskPence,
        recoveredPence,
        { path: ['recoveredPence'], rule },
      ),
    );
  if (statementOfReasons.trim() === '')
    problems.push(
      problem.invalidInput('Say what the verdict rests on.', { path: ['statementOfReasons'], rule }),
    );
  return decide(problems, { verdict });
}

/** How many candidates of a tier people judged to be what. */
export interface VerdictCounts {
  readonly duplicate: number;
  readonly other: number;
}

/** Which share of the judged candidates of a tier were payments made twice; null before the first verdict. */
export function measuredPrecision({ duplicate, other }: VerdictCounts): number | null {
  const judged = duplicate + other;
  return judged === 0 ? null : duplicate / judged;
}
