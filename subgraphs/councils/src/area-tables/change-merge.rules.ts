import type { LocalDate } from '@coop/shared/time';
import { AREA_CHANGE_SOURCES, type AreaChangeKind, type AreaChangeSource } from '../areas/area-changes.law';

/** That an area was followed by another, and what says so. */
export interface SourcedChange {
  readonly from: string;
  readonly to: string;
  readonly on: LocalDate | null;
  readonly kind: AreaChangeKind;
  readonly source: AreaChangeSource;
}

/** What becomes of one former area's successors. */
export type ChangeOutcome = 'NEW' | 'REPLACED' | 'ALREADY_THERE' | 'OUTWEIGHED';

/** What a file's changes do to those on record. */
export interface ChangeMerge {
  /** For each former code in the file, what became of it. */
  readonly outcomes: ReadonlyMap<string, ChangeOutcome>;
  /** The rows that stand from now on for the former codes that are new or replaced. */
  readonly written: readonly SourcedChange[];
}

const SOURCES = Object.keys(AREA_CHANGE_SOURCES);

/**
 * Merges the changes of one file, all of one source, into those on record. What followed an area is taken whole
 * from one source, the weightiest that speaks of it: a register that names the step in between replaces a table
 * that skips it, whichever was read first. A newer edition of the same source replaces the older.
 */
export function mergeChanges(stored: readonly SourcedChange[], given: readonly SourcedChange[]): ChangeMerge {
  const outcomes = new Map<string, ChangeOutcome>();
  const written: SourcedChange[] = [];
  const storedOf = groupByFormer(stored);
  for (const [former, rows] of groupByFormer(given)) {
    const outcome = outcomeOf(storedOf.get(former) ?? [], rows);
    outcomes.set(former, outcome);
    if (outcome === 'NEW' || outcome === 'REPLACED') written.push(...rows);
  }
  return { outcomes, written };
}

function outcomeOf(stored: readonly SourcedChange[], given: readonly SourcedChange[]): ChangeOutcome {
  if (stored.length === 0) return 'NEW';
  const weight = weightOf(given) - weightOf(stored);
  if (weight < 0) return 'OUTWEIGHED';
  return weight === 0 && saysTheSame(stored, given) ? 'ALREADY_THERE' : 'REPLACED';
}

function weightOf(changes: readonly SourcedChange[]): number {
  return Math.max(...changes.map(({ source }) => SOURCES.indexOf(source)));
}

/** A file that leaves a day out does not contradict the day that is on record. */
function saysTheSame(stored: readonly SourcedChange[], given: readonly SourcedChange[]): boolean {
  if (stored.length !== given.length) return false;
  return given.every(({ to, on, kind }) =>
    stored.some((one) => one.to === to && one.kind === kind && (on === null || one.on === on)),
  );
}

/** Changes by the code of the area that ended, rows that repeat taken once. */
export function groupByFormer(changes: readonly SourcedChange[]): Map<string, SourcedChange[]> {
  const groups = new Map<string, SourcedChange[]>();
  for (const change of changes) {
    const group = groups.get(change.from) ?? [];
    if (!group.some(({ to }) => to === change.to)) group.push(change);
    groups.set(change.from, group);
  }
  return groups;
}
