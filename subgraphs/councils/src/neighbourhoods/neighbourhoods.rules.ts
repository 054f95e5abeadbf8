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
  /** Code of a council whose ward it is; a ward under two of them is known twice. */
  readonly council: string;
  /** Its last day, where an end is known. */
  readonly until?: LocalDate | null;
}

/**
 * Whether a neighbourhood can be drawn: it has a name and wards or parts of wards, all of them known and of one
 * of the councils given (a neighbourhood may cross a boundary where the councils agreed on it), and none that had
 * ended before it begins.
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
  const whole = new Set(neighbourhood.parts.filter((one) => one.part === null).map((one) => one.ward));
  const seen = new Set<string>();
  neighbourhood.parts.forEach(({ ward, part }, index) => {
    const path = ['parts', String(index), 'ward'];
    const found = known.filter((one) => one.gssCode === ward);
    const ended = found
      .map(({ until }) => until ?? null)
      .find((until) => until !== null && until < neighbourhood.from);
    if (!wardKindOf(ward)) problems.push(problem.invalidInput(`${ward} is no code of a ward.`, { path }));
    else if (found.length === 0) problems.push(problem.notFound(`There is no ward ${ward}.`, { path }));
    else if (!found.some(({ council }) => councils.includes(council)))
      problems.push(
        problem.ineligible(`${ward} is a ward of ${found.map(({ council }) => council).join(' and ')}.`, {
          path,
        }),
      );
    else if (ended)
      problems.push(
        problem.ineligible(`${ward} ended on ${ended}, before the neighbourhood begins.`, { path }),
      );
    const key = `${ward} ${part?.trim().toLowerCase() ?? ''}`;
    if (seen.has(key)) problems.push(problem.invalidInput(`${ward} is named twice.`, { path }));
    else if (part !== null && whole.has(ward))
      problems.push(problem.invalidInput(`${ward} is named whole and in part.`, { path }));
    seen.add(key);
  });
  return decide(problems, {});
}

/** What speaks against a neighbourhood's going out of use on a day: that it had not begun, or that its last day would come before the first. */
export function endProblems(
  { validFrom }: { readonly validFrom: LocalDate | null },
  on: LocalDate,
  path: readonly string[],
): Problem[] {
  if (validFrom === null || on > validFrom) return [];
  return [
    problem.invalidInput(`It was drawn so from ${validFrom} on; the day must come after that.`, { path }),
  ];
}
