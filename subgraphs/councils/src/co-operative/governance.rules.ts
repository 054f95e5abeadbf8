import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { addYears, formatDay, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { GOVERNANCE_LAW, type GovernanceForm } from './governance.law';

/** A council's move to another form of governance. */
export interface GovernanceChange {
  /** How it is governed now; null where that is not on record. */
  readonly present: GovernanceForm | null;
  readonly wanted: GovernanceForm;
  /** Day of the council's resolution. */
  readonly resolvedOn: LocalDate;
  /** Day of its last resolution to change; null when there was none. */
  readonly lastResolvedOn: LocalDate | null;
  /** True when the people approved of this change in a referendum: the wait between resolutions falls away. */
  readonly approvedByReferendum: boolean;
}

/**
 * Whether an English council may change its governance: to a form that the law of the day knows, not to the one it
 * has, and five years after its last such resolution unless a referendum approved (Local Government Act 2000
 * ss. 9B, 9KC).
 */
export function checkGovernanceChange(change: GovernanceChange): Decision {
  const row = GOVERNANCE_LAW.on(change.resolvedOn);
  if (!row)
    return decide(
      [
        problem.invalidInput(`No law is on record for ${formatDay(change.resolvedOn)}.`, {
          path: ['resolvedOn'],
        }),
      ],
      {},
    );
  const problems: Problem[] = [];
  if (!row.value.forms.includes(change.wanted))
    problems.push(
      problem.ineligible('A council in England cannot choose this form.', {
        path: ['wanted'],
        rule: row.source,
      }),
    );
  if (change.wanted === change.present)
    problems.push(problem.ineligible('The council is governed so already.', { path: ['wanted'] }));
  if (change.lastResolvedOn !== null && !change.approvedByReferendum) {
    const earliest = addYears(change.lastResolvedOn, row.value.yearsBetweenResolutions);
    if (change.resolvedOn < earliest)
      problems.push(
        problem.tooEarly(
          `The council resolved to change on ${formatDay(change.lastResolvedOn)}; it may again from ${formatDay(earliest)}, or sooner by referendum.`,
          startOfLondonDay(earliest),
          { path: ['resolvedOn'], rule: row.value.resolution },
        ),
      );
  }
  return decide(problems, {});
}

/** True for forms with an executive: cabinet or mayor. */
export function hasExecutive(form: GovernanceForm | null): boolean {
  return form === 'LEADER_AND_CABINET' || form === 'MAYOR_AND_CABINET';
}
