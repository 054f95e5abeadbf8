import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { lockWithAsset } from './locked.queries';
import { NominationReturnInput } from './nomination-inputs.types';
import { Nomination } from './nomination.entity';
import { returnNomination as mayReturn } from './nomination.rules';

/** Returns a nomination as none that the law knows. It goes on no public list. */
export const returnNomination = defineCommand({
  name: 'nominationReturn',
  input: NominationReturnInput,
  async handle(tx, { id, expectedVersion, statementOfReasons }) {
    const locked = await lockWithAsset(tx, Nomination, id);
    if (!locked) return refuse(problem.notFound('There is no such nomination.', { path: ['id'] }));
    const nomination = locked.row;
    const denied = tx.demand(decideForCouncil, nomination);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(nomination, expectedVersion);
    const decision = mayReturn(nomination.state, statementOfReasons);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(
      Object.assign(nomination, {
        state: decision.state,
        decidedOn: tx.today,
        decidedBy: tx.actor.subject,
        decisionReasons: statementOfReasons,
      }),
    );
    return done({ council: nomination.gssCode, subject: id, changes: { state: decision.state } });
  },
});
