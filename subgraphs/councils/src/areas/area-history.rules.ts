import { accept, problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { isLocalDate, type LocalDate } from '@coop/shared/time';
import type { AreaChangeKind } from './area-changes.law';
import { meaningOf } from './area-code.rules';

/** One row of a table of changes: an area and one that followed it. */
export interface AreaChange {
  /** Code of the area that ended. */
  readonly from: string;
  /** Code of the area that followed it, or of one of several. */
  readonly to: string;
  /** First day of what followed; null where the source gives none. */
  readonly on: LocalDate | null;
  readonly kind: AreaChangeKind;
}

/** What makes up an area's past. */
export interface Predecessors {
  /** Areas that this one follows whole: their figures belong to it. Nearest first. */
  readonly whole: readonly string[];
  /** Areas of which only a part came to this one: their figures cannot be said to be its own. */
  readonly partly: readonly string[];
}

/** A checked table of changes, ready to be asked. Codes that it does not know have no history. */
export interface AreaHistory {
  /** What directly followed an area, in order of code; empty for one that goes on. */
  successors(gssCode: string): readonly string[];
  /**
   * What stands in an area's place today: itself when nothing followed it, the one area that followed in the
   * end, or null when it was divided between several for good.
   */
  current(gssCode: string): string | null;
  /** The day on which others took over the area; null when nothing followed it. */
  followedOn(gssCode: string): LocalDate | null;
  /** Everything an area follows, directly or through others. */
  predecessors(gssCode: string): Predecessors;
  /** The code and, when asked, those that the area follows whole: the codes whose figures count as its own. */
  codes(gssCode: string, includePredecessors: boolean): readonly string[];
}

/**
 * Checks a table of changes and makes it usable. Rows that repeat are taken once.
 * @returns every row that is wrong, by its place in the table: not a day, a code that is no council or ward, a
 * council followed by a ward, an area that follows itself directly or in a circle, ends on two days, or is said
 * to go on whole (recoded, merged) in several others.
 */
export function areaHistory(changes: readonly AreaChange[]): Decision<{ readonly history: AreaHistory }> {
  const problems: Problem[] = [];
  const following = new Map<string, AreaChange[]>();
  const preceding = new Map<string, string[]>();
  changes.forEach((change, row) => {
    const earlier = following.get(change.from) ?? [];
    const wrong = rowProblem(change, earlier);
    if (wrong) {
      problems.push(problem.invalidInput(`Row ${row + 1}: ${wrong}`, { path: ['changes', String(row)] }));
      return;
    }
    if (earlier.some((one) => one.to === change.to)) return;
    following.set(change.from, [...earlier, change]);
    preceding.set(change.to, [...(preceding.get(change.to) ?? []), change.from]);
  });
  for (const code of circularCodes([...following.values()].flat()))
    problems.push(problem.invalidInput(`${code} would follow itself in a circle.`, { path: ['changes'] }));
  if (problems.length > 0) return refuse(...problems);

  const successors = (code: string) => (following.get(code) ?? []).map((change) => change.to).sort();
  const ends = (code: string, found: Set<string>): Set<string> => {
    const next = successors(code);
    if (next.length === 0) found.add(code);
    for (const one of next) ends(one, found);
    return found;
  };
  const predecessors = (code: string): Predecessors => {
    const all = closure(code, (one) => preceding.get(one) ?? []);
    const whole = new Set<string>();
    // A predecessor is whole when everything that followed it is the area or another whole predecessor.
    for (let grown = true; grown;) {
      grown = false;
      for (const one of all)
        if (!whole.has(one) && successors(one).every((next) => next === code || whole.has(next))) {
          whole.add(one);
          grown = true;
        }
    }
    return { whole: all.filter((one) => whole.has(one)), partly: all.filter((one) => !whole.has(one)) };
  };
  return accept<{ readonly history: AreaHistory }>({
    history: {
      successors,
      current: (code) => {
        const found = [...ends(code, new Set())];
        return found.length === 1 ? found[0]! : null;
      },
      followedOn: (code) => following.get(code)?.[0]?.on ?? null,
      predecessors,
      codes: (code, includePredecessors) =>
        includePredecessors ? [code, ...predecessors(code).whole] : [code],
    },
  });
}

/** The codes that would follow themselves, directly or through others, in order. */
export function circularCodes(changes: readonly Pick<AreaChange, 'from' | 'to'>[]): readonly string[] {
  const following = new Map<string, Pick<AreaChange, 'from' | 'to'>[]>();
  for (const change of changes) following.set(change.from, [...(following.get(change.from) ?? []), change]);
  return [...following.keys()].filter((code) => isInCircle(code, following)).sort();
}

function rowProblem(change: AreaChange, earlier: readonly AreaChange[]): string | null {
  const from = meaningOf(change.from);
  const to = meaningOf(change.to);
  if (!from || from.area === 'OTHER') return `${change.from} is no code of a council or a ward.`;
  if (!to || to.area === 'OTHER') return `${change.to} is no code of a council or a ward.`;
  if (from.area !== to.area || from.nation !== to.nation)
    return `a ${from.area.toLowerCase()} of ${from.nation} cannot go on as a ${to.area.toLowerCase()} of ${to.nation}.`;
  if (change.on !== null && !isLocalDate(change.on)) return `${change.on} is no day.`;
  if (change.from === change.to) return `${change.from} cannot follow itself.`;
  const others = earlier.filter((one) => one.to !== change.to);
  const other = others.find((one) => one.on !== null && change.on !== null && one.on !== change.on);
  if (other) return `${change.from} has ended on ${other.on} already.`;
  if (others.length > 0 && [change, ...others].some((one) => one.kind !== 'SPLIT'))
    return `${change.from} goes on in several areas, so each row must say that it was split.`;
  return null;
}

function isInCircle(
  code: string,
  following: ReadonlyMap<string, readonly Pick<AreaChange, 'from' | 'to'>[]>,
): boolean {
  return closure(code, (one) => (following.get(one) ?? []).map((change) => change.to), true).includes(code);
}

/** Everything that is reached from a code, nearest first; the code itself only where `withStart` and met again. */
function closure(code: string, next: (code: string) => readonly string[], withStart = false): string[] {
  const reached = new Set<string>();
  let edge: readonly string[] = [code];
  while (edge.length > 0) {
    const further = [...new Set(edge.flatMap((one) => next(one)))].filter((one) => !reached.has(one)).sort();
    for (const one of further) reached.add(one);
    edge = further;
  }
  if (!withStart) reached.delete(code);
  return [...reached];
}
