import { problem, type Problem, type Rule } from '@coop/shared/problems';
import { formatDay, type LocalDate } from '@coop/shared/time';
import {
  BODY_KINDS,
  GROUP_RULES,
  groupsLaw,
  type BodyKind,
  type GroupsLaw,
  type Locality,
  type ParishPosition,
} from './groups.law';

/** What a body says of itself, and what it says it with. */
export interface GroupFacts {
  readonly kind: BodyKind;
  /** The registration number, designation or constitution that shows what the body is; null when none was given. */
  readonly evidence: string | null;
  /** Where its activities lie; of no matter for a parish council. */
  readonly activitiesIn: Locality;
  /** For a parish council only: how the parish lies to the land. */
  readonly parish: ParishPosition | null;
  /** Whether it distributes any surplus to its members; null when not stated. */
  readonly distributesSurplus: boolean | null;
  /** Whether any surplus goes, wholly or partly, to the council's or a neighbouring area; null when not stated. */
  readonly surplusAppliedLocally: boolean | null;
  /** Individual members; null when not stated. */
  readonly memberCount: number | null;
  /** Members on the register of local government electors in the council's or a neighbouring area. */
  readonly localElectorCount: number | null;
  /** True for a public or local authority. A parish council is one and may nominate all the same. */
  readonly isPublicAuthority: boolean;
  /** True for a society registered as a credit union. */
  readonly isCreditUnion: boolean;
}

/**
 * What stands against a body as a nominator of land on a day (Localism Act 2011 s. 89(2)(b); SI 2012/2421
 * regs. 4 and 5).
 * @param path of the group in the input, for the problems' own paths
 */
export function nominatorProblems(group: GroupFacts, on: LocalDate, path: readonly string[]): Problem[] {
  const row = groupsLaw.on(on);
  if (!row) return [notYetLaw(on, path)];
  const law = row.value;
  return [
    ...kindProblems(group, law.nominators, 'nominate land', GROUP_RULES.bodies, path),
    ...constitutionProblems(group, law, path),
    ...localConnectionProblems(group, law, path),
  ];
}

/**
 * What stands against a body as a community interest group on a day: it may ask to be treated as a potential
 * bidder, and may buy during a moratorium. Narrower than who may nominate: a forum or an unincorporated body
 * cannot hold land in its own name (SI 2012/2421 reg. 12).
 */
export function communityInterestGroupProblems(
  group: GroupFacts,
  on: LocalDate,
  path: readonly string[],
): Problem[] {
  const row = groupsLaw.on(on);
  if (!row) return [notYetLaw(on, path)];
  const law = row.value;
  const rule = GROUP_RULES.communityInterestGroup;
  return [
    ...kindProblems(group, law.communityInterestGroups, 'ask to bid for listed land', rule, path),
    ...constitutionProblems(group, law, path),
    ...localConnectionProblems(group, law, path),
  ];
}

/** On a day before there was such a law, no body could nominate or ask. */
function notYetLaw(on: LocalDate, path: readonly string[]): Problem {
  return problem.ineligible(`The law on assets of community value was not in force on ${formatDay(on)}.`, {
    path,
    rule: GROUP_RULES.england,
  });
}

/** What stands against applying the law of assets of community value to a council: it applies in England only. */
export function englandProblems(gssCode: string, path: readonly string[]): Problem[] {
  if (gssCode.startsWith('E')) return [];
  return [
    problem.ineligible('The law on assets of community value has been commenced for England only.', {
      path,
      rule: GROUP_RULES.england,
    }),
  ];
}

function kindProblems(
  group: GroupFacts,
  allowed: readonly BodyKind[],
  what: string,
  rule: Rule,
  path: readonly string[],
): Problem[] {
  if (allowed.includes(group.kind)) return [];
  const found = BODY_KINDS[group.kind].replace(/[,.].*$/, '').toLowerCase();
  return [
    problem.ineligible(`This body may not ${what}: the law does not name ${found} for it.`, {
      path: [...path, 'kind'],
      rule,
    }),
  ];
}

function constitutionProblems(group: GroupFacts, law: GroupsLaw, path: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const against = (message: string, field: string, rule: Rule) =>
    problems.push(problem.ineligible(message, { path: [...path, field], rule }));
  if (!group.evidence?.trim())
    problems.push(
      problem.invalidInput(
        'Evidence of what the body is must be given: a number, designation or constitution.',
        {
          path: [...path, 'evidence'],
          rule: GROUP_RULES.evidence,
        },
      ),
    );
  if (group.isPublicAuthority && group.kind !== 'PARISH_COUNCIL')
    against(
      'A public or local authority, other than a parish council, is no community body.',
      'isPublicAuthority',
      GROUP_RULES.publicBody,
    );
  if (group.isCreditUnion && group.kind === 'REGISTERED_SOCIETY')
    against('A society registered as a credit union is left out.', 'isCreditUnion', GROUP_RULES.creditUnion);
  if (law.nonDistributing.includes(group.kind) && group.distributesSurplus !== false)
    against(
      'The body must not distribute any surplus to its members.',
      'distributesSurplus',
      GROUP_RULES.nonDistribution,
    );
  if (group.kind === 'UNINCORPORATED_BODY' && (group.memberCount ?? 0) < law.leastMembers)
    against(
      `An unincorporated body needs at least ${law.leastMembers} individual members.`,
      'memberCount',
      GROUP_RULES.members,
    );
  return problems;
}

function localConnectionProblems(group: GroupFacts, law: GroupsLaw, path: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const against = (message: string, field: string) =>
    problems.push(problem.ineligible(message, { path: [...path, field], rule: GROUP_RULES.localConnection }));
  if (group.kind === 'PARISH_COUNCIL') {
    if (group.parish === null || group.parish === 'ELSEWHERE')
      against('The land must be in the parish, in one that borders it, or in no parish nearby.', 'parish');
    return problems;
  }
  if (group.activitiesIn === 'ELSEWHERE')
    against(
      "The body's activities must concern, at least partly, the council's area or a neighbouring one.",
      'activitiesIn',
    );
  if (law.surplusLocal.includes(group.kind) && group.surplusAppliedLocally !== true)
    against(
      "Any surplus must go, at least partly, to the benefit of the council's area or a neighbouring one.",
      'surplusAppliedLocally',
    );
  if (group.kind === 'UNINCORPORATED_BODY' && (group.localElectorCount ?? 0) < law.leastLocalElectors)
    against(
      `At least ${law.leastLocalElectors} members must be local government electors in the council's area or a neighbouring one.`,
      'localElectorCount',
    );
  return problems;
}
