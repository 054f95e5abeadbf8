import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { TransferReviewInput } from './transfer-inputs.types';
import { TransferReview } from './transfer-review.entity';
import { nextReview, recordReview } from './transfer-review.rules';
import { Transfer } from './transfer.entity';

/** Records a yearly or five-yearly review of a completed transfer. */
export const reviewTransfer = defineCommand({
  name: 'transferReview',
  input: TransferReviewInput,
  async handle(tx, { id, expectedVersion, year, findings }) {
    const locked = await lockWithAsset(tx, Transfer, id);
    if (!locked) return refuse(problem.notFound('There is no such transfer.', { path: ['id'] }));
    const { row: transfer } = locked;
    const denied = tx.demand(decideForCouncil, transfer);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(transfer, expectedVersion);
    const reviews = await tx.manager.findBy(TransferReview, { transferId: id });
    const reviewedYears = reviews.map((review) => review.year);
    const completedOn = transfer.completedOn ?? tx.today;
    const decision = recordReview(
      { state: transfer.state, completedOn, reviewedYears },
      { year, findings },
      tx.today,
    );
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    const { kind, isLate } = decision;
    await tx.insert(TransferReview, {
      ...{ id: tx.newId('transferreview'), gssCode: transfer.gssCode, transferId: id },
      ...{ year, kind, findings, isLate, reviewedOn: tx.today },
    });
    const next = nextReview(completedOn, [...reviewedYears, year], tx.today);
    await tx.update(Object.assign(transfer, { nextReviewDueBy: next.dueBy }));
    const changes = { asset: transfer.assetId, year, kind, isLate };
    return done({ council: transfer.gssCode, subject: id, changes });
  },
});
