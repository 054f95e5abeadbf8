import type { Election } from './election';
import { placesOf, supportsOf } from './scores';

/**
 * Voters whose ballots are alike, counted together: they begin with the same money and pay the same, so they
 * have the same left at any time.
 */
export interface VoterGroups {
  /** Voters, those with an empty ballot included. */
  readonly voters: number;
  /** For each group: voters in it. */
  readonly sizes: Float64Array;
  /** For each group: the projects that it wants. */
  readonly choices: readonly Int32Array[];
  /** For each group: how much it wants each of `choices`, in whole numbers. */
  readonly strengths: readonly Float64Array[];
  /** For each project: the groups that want it. */
  readonly supporters: readonly Int32Array[];
  /** For each project: how much each of `supporters` wants it. */
  readonly supporterStrengths: readonly Float64Array[];
  /** For each project: voters who want it. */
  readonly supporterCounts: readonly number[];
}

interface Group {
  size: number;
  readonly wants: readonly (readonly [project: number, strength: number])[];
}

function groupsOf(election: Election): Group[] {
  const places = placesOf(election);
  const groups = new Map<string, Group>();
  for (const ballot of election.ballots) {
    const wants = supportsOf(ballot, election, places)
      .filter(({ strength }) => strength > 0)
      .map(({ project, strength }) => [project, strength] as const)
      .sort(([one], [other]) => one - other);
    const key = wants.join(' ');
    const group = groups.get(key);
    if (group) group.size += 1;
    else groups.set(key, { size: 1, wants });
  }
  return [...groups.values()];
}

/**
 * Groups the voters of an election.
 * @throws RangeError when the strengths add up to more than can be counted exactly (2^53)
 */
export function groupVoters(election: Election): VoterGroups {
  const groups = groupsOf(election);
  const byProject = election.projects.map(() => [] as [group: number, strength: number][]);
  const counts = election.projects.map(() => 0);
  let total = 0;
  for (const [index, { size, wants }] of groups.entries())
    for (const [project, strength] of wants) {
      byProject[project]?.push([index, strength]);
      counts[project] = (counts[project] ?? 0) + size;
      total += size * strength;
    }
  if (!Number.isSafeInteger(total))
    throw new RangeError('The points of all ballots add up to too large a number.');
  return {
    voters: election.ballots.length,
    sizes: Float64Array.from(groups, ({ size }) => size),
    choices: groups.map(({ wants }) => Int32Array.from(wants, ([project]) => project)),
    strengths: groups.map(({ wants }) => Float64Array.from(wants, ([, strength]) => strength)),
    supporters: byProject.map((list) => Int32Array.from(list, ([group]) => group)),
    supporterStrengths: byProject.map((list) => Float64Array.from(list, ([, strength]) => strength)),
    supporterCounts: counts,
  };
}
