import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { BidRequest } from './bid-request.entity';
import { checkBidRequest as check } from './bid-request.rules';
import { BidRequestCheckInput } from './disposal-inputs.types';

/** Confirms a group as one that may ask, or finds that it is none: then its request never counted. */
export const checkBidRequest = defineCommand({
  name: 'bidRequestCheck',
  input: BidRequestCheckInput,
  async handle(tx, { id, expectedVersion, outcome, statementOfReasons }) {
    const locked = await lockWithAsset(tx, BidRequest, id);
    if (!locked) return refuse(problem.notFound('There is no such bid request.', { path: ['id'] }));
    const { row: request } = locked;
    const denied = tx.demand(decideForCouncil, request);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(request, expectedVersion);
    const decision = check(request.state, outcome, statementOfReasons);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(request, { state: decision.state, statementOfReasons }));
    const changes = { notice: request.noticeId, state: decision.state };
    return done({ council: request.gssCode, subject: id, changes });
  },
});
