import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { ownSubmission } from '../access';
import { lockWithAsset } from './locked.queries';
import { NominationWithdrawInput } from './nomination-inputs.types';
import { Nomination } from './nomination.entity';
import { withdrawNomination as mayWithdraw } from './nomination.rules';

/** Takes a nomination back before it is decided. */
export const withdrawNomination = defineCommand({
  name: 'nominationWithdraw',
  input: NominationWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithAsset(tx, Nomination, id);
    if (!locked) return refuse(problem.notFound('There is no such nomination.', { path: ['id'] }));
    const nomination = locked.row;
    const denied = tx.demand(ownSubmission, nomination);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(nomination, expectedVersion);
    const decision = mayWithdraw(nomination.state);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(nomination, { state: decision.state }));
    return done({ council: nomination.gssCode, subject: id, changes: { state: decision.state } });
  },
});
