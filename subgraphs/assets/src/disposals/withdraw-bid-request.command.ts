import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { ownSubmission } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { BidRequest } from './bid-request.entity';
import { withdrawBidRequest as withdraw } from './bid-request.rules';
import { BidRequestWithdrawInput } from './disposal-inputs.types';

/** Takes a group's request back. The full moratorium that it started goes on. */
export const withdrawBidRequest = defineCommand({
  name: 'bidRequestWithdraw',
  input: BidRequestWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithAsset(tx, BidRequest, id);
    if (!locked) return refuse(problem.notFound('There is no such bid request.', { path: ['id'] }));
    const { row: request } = locked;
    const denied = tx.demand(ownSubmission, request);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(request, expectedVersion);
    const decision = withdraw(request.state);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(request, { state: decision.state }));
    const changes = { notice: request.noticeId, state: decision.state };
    return done({ council: request.gssCode, subject: id, changes });
  },
});
