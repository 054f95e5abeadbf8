import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { CouncillorEndInput } from './councillor-input.types';
import { Councillor } from './councillor.entity';
import { checkCouncillorEnd } from './councillors.rules';

/** Ends a councillor's term. */
export const endCouncillor = defineCommand<CouncillorEndInput>({
  name: 'councillorEnd',
  input: CouncillorEndInput,
  async handle(tx, { id, expectedVersion, untilOn }) {
    const councillor = await tx.lock(Councillor, id);
    if (!councillor) return refuse(problem.notFound('There is no such councillor.', { path: ['id'] }));
    const denied = tx.demand(keepCivicRecord, councillor);
    if (denied.length > 0) return refuse(...denied);
    const ruling = checkCouncillorEnd(councillor, untilOn, tx.today);
    const problems = [...versionProblems(councillor, expectedVersion), ...(ruling.ok ? [] : ruling.problems)];
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(councillor, { untilOn }));
    return done({ council: councillor.councilGssCode, subject: id, changes: { untilOn } });
  },
});
