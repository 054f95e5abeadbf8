import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { assetLifecycle, type AssetState } from './asset.lifecycle';
import { REGISTER_RULE } from './register.law';
import type { RetirementReason } from './retirement.law';

/** Why an asset is to leave the register. */
export interface RetirementFacts {
  readonly reason: RetirementReason;
  readonly statement: string | null;
  /** The day from which it is no longer held. */
  readonly on: LocalDate;
}

/** Whether an asset may leave the register. The reason `OTHER` needs words; a day to come has not happened yet. */
export function retireAssetDecision(
  state: AssetState,
  { reason, statement, on }: RetirementFacts,
  today: LocalDate,
): Decision<{ readonly state: AssetState }> {
  const permitted = assetLifecycle.permit('retire', state, REGISTER_RULE);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (reason === 'OTHER' && (statement ?? '').trim() === '')
    problems.push(
      problem.invalidInput('Say in words why it leaves the register.', {
        path: ['statementOfReasons'],
        rule: REGISTER_RULE,
      }),
    );
  if (on > today)
    problems.push(problem.invalidInput('It cannot leave the register on a day to come.', { path: ['on'] }));
  return decide(problems, { state: 'RETIRED' as const });
}

/** Who is to have the care of an asset, until when, for what rent. */
export interface StewardshipFacts {
  readonly name: string;
  /** Last day of the lease or licence; null where it runs on. */
  readonly leaseUntil: LocalDate | null;
  /** Rent for a year in pence; 0 is a peppercorn, null is not known. */
  readonly rentPence: number | null;
}

/** Whether the care of an asset may be put on record. */
export function stewardshipDecision(
  state: AssetState,
  { name, leaseUntil, rentPence }: StewardshipFacts,
  today: LocalDate,
): Decision {
  const permitted = assetLifecycle.permit('recordSteward', state, REGISTER_RULE);
  const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
  if (name.trim() === '')
    problems.push(problem.invalidInput('Say who has the care of it.', { path: ['name'] }));
  if (leaseUntil !== null && leaseUntil < today)
    problems.push(
      problem.invalidInput('This lease has run out: record who has the care of it now.', {
        path: ['leaseUntil'],
      }),
    );
  if (rentPence !== null && rentPence < 0)
    problems.push(problem.invalidInput('A rent is not less than nothing.', { path: ['rentPence'] }));
  return decide(problems, {});
}
