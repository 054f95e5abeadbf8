import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { wardKindOf } from '../areas/area-code.rules';

/** A ward of a neighbourhood, or the part of it that belongs. */
export interface NeighbourhoodPart {
  /** Code of the ward. */
  readonly ward: string;
  /** Which part of the ward, in words: `the Cowgate estate`; null for the whole of it. */
  readonly part: string | null;
}

/** A ward as the register of areas knows it. */
export interface KnownWard {
  readonly gssCode: string;
  /** Code of the council whose ward it is. */
  readonly council: string;
}

/**
 * Whether a neighbourhood can be drawn: it has a name and wards or parts of wards, all of them known and of one
 * of the councils given (a neighbourhood may cross a boundary where the councils agreed on it).
 */
export function checkNeighbourhood(
  neighbourhood: {
    readonly name: string;
    readonly from: LocalDate;
    readonly parts: readonly NeighbourhoodPart[];
  },
  councils: readonly string[],
  known: readonly KnownWard[],
): Decision {
  const problems: Problem[] = [];
  if (neighbourhood.name.trim() === '')
    problems.push(problem.invalidInput('It needs a name.', { path: ['name'] }));
  if (neighbourhood.parts.length === 0)
    problems.push(problem.invalidInput('It needs a ward or a part of one.', { path: ['parts'] }));
  const byCode = new Map(known.map((ward) => [ward.gssCode, ward]));
  const whole = new Set(neighbourhood.parts.filter((one) => one.part === null).map((one) => one.ward));
  const seen = new Set<string>();
  neighbourhood.parts.forEach(({ ward, part }, index) => {
    const path = ['parts', String(index), 'ward'];
    const found = byCode.get(ward);
    if (!wardKindOf(ward)) problems.push(problem.invalidInput(`${ward} is no code of a ward.`, { path }));
    else if (!found) problems.push(problem.notFound(`There is no ward ${ward}.`, { path }));
    else if (!councils.includes(found.council))
      problems.push(problem.ineligible(`${ward} is a ward of ${found.council}.`, { path }));
    const key = `${ward} ${part?.trim().toLowerCase() ?? ''}`;
    if (seen.has(key)) problems.push(problem.invalidInput(`${ward} is named twice.`, { path }));
    else if (part !== null && whole.has(ward))
      problems.push(problem.invalidInput(`${ward} is named whole and in part.`, { path }));
    seen.add(key);
  });
  return decide(problems, {});
}
