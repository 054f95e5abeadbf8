import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { formatDay, type LocalDate } from '@coop/shared/time';

/** A council for as long as it is one. */
export interface CouncilLife {
  readonly name: string;
  /** First day; null where it is not known. */
  readonly validFrom: LocalDate | null;
  /** Last day; null while it goes on. */
  readonly validUntil: LocalDate | null;
}

/** Ineligible when the council was none on a day: it had not begun, or had been abolished. */
export function councilLifeProblems(
  { name, validFrom, validUntil }: CouncilLife,
  day: LocalDate,
  path: readonly string[],
): Problem[] {
  if (validFrom !== null && day < validFrom)
    return [problem.ineligible(`${name} is a council from ${formatDay(validFrom)}.`, { path })];
  if (validUntil !== null && day > validUntil)
    return [problem.ineligible(`${name} was a council until ${formatDay(validUntil)}.`, { path })];
  return [];
}

/** Somebody’s time on a council. */
export interface TermOfOffice {
  readonly fromOn: LocalDate;
  /** Last day in office; null while in office. */
  readonly untilOn: LocalDate | null;
}

/** True when the term includes the day. */
export function inOfficeOn({ fromOn, untilOn }: TermOfOffice, day: LocalDate): boolean {
  return fromOn <= day && (untilOn === null || day <= untilOn);
}

/** Whether somebody can be put on record as a councillor: a name, and a term that has begun. */
export function checkCouncillor(
  { name, fromOn }: { readonly name: string; readonly fromOn: LocalDate },
  today: LocalDate,
): Decision {
  const problems: Problem[] = [];
  if (name.trim() === '') problems.push(problem.invalidInput('A councillor has a name.', { path: ['name'] }));
  if (fromOn > today)
    problems.push(
      problem.invalidInput('A councillor is put on record once in office.', { path: ['fromOn'] }),
    );
  return decide(problems, {});
}

/** Whether a councillor’s time can end on a day: it has not ended yet, and not before it began or in the future. */
export function checkCouncillorEnd(
  { fromOn, untilOn }: TermOfOffice,
  end: LocalDate,
  today: LocalDate,
): Decision {
  const problems: Problem[] = [];
  if (untilOn !== null)
    problems.push(problem.wrongState(`The term ended on ${formatDay(untilOn)}.`, 'ENDED', ['IN_OFFICE']));
  if (end < fromOn)
    problems.push(problem.invalidInput('It cannot end before it began.', { path: ['untilOn'] }));
  if (end > today)
    problems.push(problem.invalidInput('The end is entered once it has come.', { path: ['untilOn'] }));
  return decide(problems, {});
}
