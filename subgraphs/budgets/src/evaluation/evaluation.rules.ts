import { formatPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { EVALUATION_RULES, type EvaluationVerdict, type MeasureDirection } from './evaluation.law';

/** A measure with what is known of it. */
export interface MeasureStanding {
  readonly direction: MeasureDirection;
  readonly baseline: number;
  readonly target: number;
  readonly outcome: number | null;
}

/** How an outcome stands to the baseline; null while there is none. */
export function changeOf({
  direction,
  baseline,
  outcome,
}: Omit<MeasureStanding, 'target'>): 'BETTER' | 'SAME' | 'WORSE' | null {
  if (outcome === null) return null;
  if (outcome === baseline) return 'SAME';
  return outcome > baseline === (direction === 'HIGHER') ? 'BETTER' : 'WORSE';
}

/** True when the outcome is as good as the target, or better; null while there is none. */
export function isMet({ direction, target, outcome }: Omit<MeasureStanding, 'baseline'>): boolean | null {
  if (outcome === null) return null;
  return direction === 'HIGHER' ? outcome >= target : outcome <= target;
}

/** What is known of a community budget, counted. */
export interface EvaluationStanding {
  readonly measureCount: number;
  /** Measures with an outcome. */
  readonly measuredCount: number;
  readonly betterCount: number;
  readonly worseCount: number;
  readonly metCount: number;
  /** Cost of a full year before, and with the community budget; null while it is not known. */
  readonly costBeforePence: Pence | null;
  readonly costAfterPence: Pence | null;
}

/** A verdict, why, and on which rule it rests. */
export interface Evaluated {
  readonly verdict: EvaluationVerdict;
  /** Null where it is not known. */
  readonly betterForLess: boolean | null;
  readonly message: string;
  readonly rule: Rule;
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Whether outcomes are better for less money, with the reason in words. */
export function betterForLess(standing: EvaluationStanding): Evaluated {
  const { measureCount, measuredCount, betterCount, worseCount, metCount } = standing;
  const { costBeforePence, costAfterPence } = standing;
  const rule = EVALUATION_RULES.betterForLess;
  const missing: string[] = [];
  if (measureCount === 0) missing.push('nothing is measured');
  if (measuredCount < measureCount)
    missing.push(`${count(measureCount - measuredCount, 'measure has', 'measures have')} no outcome yet`);
  if (costBeforePence === null) missing.push('the cost before is not known');
  if (costAfterPence === null) missing.push('the cost after is not known');
  if (costBeforePence === null || costAfterPence === null || missing.length > 0)
    return { verdict: 'NOT_KNOWN', betterForLess: null, message: `Not known: ${missing.join('; ')}.`, rule };
  const isBetter = betterCount > 0 && worseCount === 0;
  const saved = costBeforePence - costAfterPence;
  const isLess = saved > 0;
  const outcomes = `Of ${count(measureCount, 'measure', 'measures')} ${betterCount} ${betterCount === 1 ? 'is' : 'are'} better, ${worseCount} worse and ${metCount} on target`;
  const money =
    saved === 0
      ? `a year costs as much as before, ${formatPence(costAfterPence)}`
      : `a year costs ${formatPence(Math.abs(saved))} ${isLess ? 'less' : 'more'} than before (${formatPence(costBeforePence)}, now ${formatPence(costAfterPence)})`;
  const verdict = isBetter
    ? isLess
      ? 'BETTER_FOR_LESS'
      : 'BETTER_FOR_NO_LESS'
    : isLess
      ? 'LESS_BUT_NOT_BETTER'
      : 'NEITHER';
  return { verdict, betterForLess: isBetter && isLess, message: `${outcomes}; ${money}.`, rule };
}

/** Whether something can be measured so: it has a name and a unit, and a target that is better than the baseline. */
export function defineMeasure(said: {
  readonly name: string;
  readonly unit: string;
  readonly direction: MeasureDirection;
  readonly baseline: number;
  readonly target: number;
}): Decision {
  const rule = EVALUATION_RULES.measures;
  const problems: Problem[] = [];
  const refuse = (message: string, path: string) =>
    problems.push(problem.invalidInput(message, { path: [path], rule }));
  if (said.name.trim() === '') refuse('Say what is measured.', 'name');
  if (said.unit.trim() === '') refuse('Say in which unit.', 'unit');
  if (changeOf({ ...said, outcome: said.target }) !== 'BETTER')
    refuse('A target is better than the baseline, in the direction given.', 'target');
  return decide(problems, {});
}

/** Whether an outcome can be recorded: measured after the baseline, and not in the future. */
export function recordOutcome(baselineOn: LocalDate, measuredOn: LocalDate, today: LocalDate): Decision {
  const details = { path: ['measuredOn'], rule: EVALUATION_RULES.measures };
  const problems: Problem[] = [];
  if (measuredOn <= baselineOn)
    problems.push(problem.invalidInput('An outcome is measured after the baseline.', details));
  if (measuredOn > today)
    problems.push(problem.invalidInput('An outcome is recorded when it has been measured.', details));
  return decide(problems, {});
}
