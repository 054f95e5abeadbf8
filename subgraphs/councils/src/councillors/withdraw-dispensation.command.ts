import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { DispensationWithdrawInput } from './councillor-input.types';
import { stateOfDispensation } from './councillor.queries';
import { Dispensation } from './dispensation.entity';
import { DISPENSATION_LIFECYCLE } from './dispensation.lifecycle';

/** Takes a dispensation back from today: what was decided under it before stands. */
export const withdrawDispensation = defineCommand<DispensationWithdrawInput>({
  name: 'dispensationWithdraw',
  input: DispensationWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const dispensation = await tx.lock(Dispensation, id);
    if (!dispensation) return refuse(problem.notFound('There is no such dispensation.', { path: ['id'] }));
    const denied = tx.demand(keepCivicRecord, dispensation);
    if (denied.length > 0) return refuse(...denied);
    const permitted = DISPENSATION_LIFECYCLE.permit('withdraw', stateOfDispensation(dispensation, tx.today));
    const problems = [
      ...versionProblems(dispensation, expectedVersion),
      ...(permitted.ok ? [] : permitted.problems),
    ];
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(dispensation, { withdrawnOn: tx.today }));
    return done({
      council: dispensation.councilGssCode,
      subject: id,
      changes: { withdrawnOn: tx.today },
    });
  },
});
