import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCommitment } from '../access';
import { CoOperativeCommitmentEndInput } from './commitment-input.types';
import { CoOperativeCommitment } from './commitment.entity';
import { COMMITMENT_LIFECYCLE } from './commitment.lifecycle';
import { commitmentState } from './commitments.rules';

/** Ends a co-operative commitment. */
export const endCommitment = defineCommand<CoOperativeCommitmentEndInput>({
  name: 'coOperativeCommitmentEnd',
  input: CoOperativeCommitmentEndInput,
  async handle(tx, { id, expectedVersion, endedOn }) {
    const commitment = await tx.lock(CoOperativeCommitment, id);
    if (!commitment) return refuse(problem.notFound('There is no such commitment.', { path: ['id'] }));
    const denied = tx.demand(keepCommitment, commitment);
    if (denied.length > 0) return refuse(...denied);
    const permitted = COMMITMENT_LIFECYCLE.permit('end', commitmentState(commitment));
    const path = ['endedOn'];
    const problems = [
      ...versionProblems(commitment, expectedVersion),
      ...(permitted.ok ? [] : permitted.problems),
      ...(endedOn > tx.today ? [problem.invalidInput('The end is entered once it has come.', { path })] : []),
      ...(commitment.since !== null && endedOn < commitment.since
        ? [problem.invalidInput('It cannot end before it begins.', { path })]
        : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(commitment, { endedOn }));
    return done({ council: commitment.councilGssCode, subject: id, changes: { endedOn } });
  },
});
