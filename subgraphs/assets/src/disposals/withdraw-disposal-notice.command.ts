import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { addDays } from '@coop/shared/time';
import { ownSubmission } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { BidRequest } from './bid-request.entity';
import { noticeFactsOf } from './disposal-facts.queries';
import { DisposalWithdrawInput } from './disposal-inputs.types';
import { DisposalNotice } from './disposal-notice.entity';
import { withdrawNotice } from './disposal-notice.rules';

/** Takes an owner's notice back. It frees nobody: a new wish to dispose needs a new notice. */
export const withdrawDisposalNotice = defineCommand({
  name: 'disposalWithdraw',
  input: DisposalWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithAsset(tx, DisposalNotice, id);
    if (!locked) return refuse(problem.notFound('There is no such notice.', { path: ['id'] }));
    const { row: notice } = locked;
    const denied = tx.demand(ownSubmission, notice);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(notice, expectedVersion);
    const requests = await tx.manager.findBy(BidRequest, { noticeId: id });
    const decision = withdrawNotice(noticeFactsOf(notice, requests), tx.today);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    await tx.update(Object.assign(notice, { withdrawnOn: tx.today, runsUntil: addDays(tx.today, -1) }));
    const changes = { asset: notice.assetId, withdrawnOn: tx.today };
    return done({ council: notice.gssCode, subject: id, changes });
  },
});
