import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { CouncillorInterest } from './councillor-interest.entity';
import { CouncillorInterestEndInput } from './councillor-input.types';
import { checkInterestEnd } from './interests-register.rules';

/** Ends an entry in the register of interests; what was held stays to be read. */
export const endInterest = defineCommand<CouncillorInterestEndInput>({
  name: 'councillorInterestEnd',
  input: CouncillorInterestEndInput,
  async handle(tx, { id, expectedVersion, heldUntil }) {
    const interest = await tx.lock(CouncillorInterest, id);
    if (!interest) return refuse(problem.notFound('There is no such entry.', { path: ['id'] }));
    const denied = tx.demand(keepCivicRecord, interest);
    if (denied.length > 0) return refuse(...denied);
    const ended =
      interest.heldUntil === null
        ? []
        : [problem.wrongState(`It ended on ${interest.heldUntil}.`, 'ENDED', ['HELD'])];
    const ruling = checkInterestEnd(interest, heldUntil, tx.today);
    const problems = [
      ...ended,
      ...versionProblems(interest, expectedVersion),
      ...(ruling.ok ? [] : ruling.problems),
    ];
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(interest, { heldUntil }));
    return done({ council: interest.councilGssCode, subject: id, changes: { heldUntil } });
  },
});
