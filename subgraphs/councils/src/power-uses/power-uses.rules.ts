import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { Pence } from '@coop/shared/money';
import type { LocalDate } from '@coop/shared/time';
import { COMMERCIAL_PURPOSE_RULE, type CouncilPower } from '../decisions/council-powers.law';
import { powerInForceProblems } from '../decisions/decision-records.rules';

/** A power or right as a council put it to use. */
export interface PowerUse {
  readonly council: string;
  readonly title: string;
  readonly power: CouncilPower;
  readonly usedOn: LocalDate;
  /** What had stood in the way before. */
  readonly barrierRemoved: string;
  /** Saving that the council claims for a year; null when it claims none. */
  readonly savingClaimedPence: Pence | null;
  readonly isCommercial: boolean;
  readonly throughCompany: boolean;
  /** The decision that it rests on; null where none is on record. */
  readonly decision: { readonly council: string; readonly takenOn: LocalDate } | null;
}

/**
 * Whether a use of a power can be put on record: the power was in force, the decision is the council's own and
 * no later, and what is done for a commercial purpose under the general power is done through a company.
 * @param isEnglish false for a council to which these laws do not extend
 */
export function checkPowerUse(use: PowerUse, today: LocalDate, isEnglish = true): Decision {
  const problems: Problem[] = [];
  if (use.title.trim() === '') problems.push(problem.invalidInput('It needs a title.', { path: ['title'] }));
  if (use.barrierRemoved.trim() === '')
    problems.push(problem.invalidInput('Say what had stood in the way.', { path: ['barrierRemoved'] }));
  if (use.usedOn > today)
    problems.push(problem.invalidInput('A use is recorded once it has begun.', { path: ['usedOn'] }));
  if (use.savingClaimedPence !== null && use.savingClaimedPence < 0)
    problems.push(problem.invalidInput('A saving is not negative.', { path: ['savingClaimedPence'] }));
  if (isEnglish) problems.push(...powerInForceProblems(use.power, use.usedOn, ['power']));
  if (isEnglish && use.power === 'GENERAL_POWER_OF_COMPETENCE' && use.isCommercial && !use.throughCompany)
    problems.push(
      problem.ineligible(
        'What is done for a commercial purpose under the general power is done through a company.',
        {
          path: ['throughCompany'],
          rule: COMMERCIAL_PURPOSE_RULE,
        },
      ),
    );
  if (use.decision && use.decision.council !== use.council)
    problems.push(problem.ineligible('The decision is another council’s.', { path: ['decision'] }));
  if (use.decision && use.decision.takenOn > use.usedOn)
    problems.push(problem.invalidInput('The decision is later than the use.', { path: ['decision'] }));
  return decide(problems, {});
}
