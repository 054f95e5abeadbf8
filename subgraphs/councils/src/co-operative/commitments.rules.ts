import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import type { CommitmentMaker, CoOperativeApproach } from './approaches.law';
import type { CommitmentState } from './commitment.lifecycle';

/** A commitment to co-operative approaches. */
export interface Commitment {
  readonly madeBy: CommitmentMaker;
  /** Name of the group, where a group made it. */
  readonly group: string | null;
  /** The day it was made; null where only more or less is known. */
  readonly since: LocalDate | null;
  readonly approaches: readonly CoOperativeApproach[];
  /** Last day; null while it is current. */
  readonly until: LocalDate | null;
}

/**
 * Whether a commitment can be put on record: an approach at least, none twice; a group named if and only if one
 * made it; not from the future; and no other of the same maker that is current.
 */
export function checkCommitment(
  commitment: Commitment,
  others: readonly Commitment[],
  today: LocalDate,
): Decision {
  const problems: Problem[] = [];
  if (commitment.approaches.length === 0)
    problems.push(problem.invalidInput('Name an approach at least.', { path: ['approaches'] }));
  if (new Set(commitment.approaches).size < commitment.approaches.length)
    problems.push(problem.invalidInput('An approach is named twice.', { path: ['approaches'] }));
  const named = (commitment.group ?? '').trim() !== '';
  if (commitment.madeBy === 'OPPOSITION_GROUP' && !named)
    problems.push(problem.invalidInput('Name the group that made it.', { path: ['group'] }));
  if (commitment.madeBy === 'COUNCIL' && named)
    problems.push(
      problem.invalidInput('The council itself made it: no group is named.', { path: ['group'] }),
    );
  if (commitment.since !== null && commitment.since > today)
    problems.push(problem.invalidInput('A commitment is recorded once it is made.', { path: ['since'] }));
  if (commitment.since !== null && commitment.until !== null && commitment.until < commitment.since)
    problems.push(problem.invalidInput('It cannot end before it begins.', { path: ['until'] }));
  if (others.some((one) => one.until === null && sameMaker(one, commitment)))
    problems.push(problem.ineligible('There is one that is current; end it first.', { path: ['madeBy'] }));
  return decide(problems, {});
}

function sameMaker(one: Commitment, other: Commitment): boolean {
  const name = (group: string | null) => (group ?? '').trim().toLowerCase();
  return one.madeBy === other.madeBy && name(one.group) === name(other.group);
}

/** The council's own commitment that holds on a day; a group's makes no council co-operative. */
export function commitmentOn<One extends Commitment>(
  commitments: readonly One[],
  day: LocalDate,
): One | null {
  return (
    commitments.find(
      (one) =>
        one.madeBy === 'COUNCIL' &&
        (one.since === null || one.since <= day) &&
        (one.until === null || day <= one.until),
    ) ?? null
  );
}

/** How a commitment stands: it ends when its end is entered. */
export function commitmentState({ endedOn }: { readonly endedOn: LocalDate | null }): CommitmentState {
  return endedOn === null ? 'CURRENT' : 'ENDED';
}
