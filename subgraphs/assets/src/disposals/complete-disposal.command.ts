import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { decideForCouncil } from '../access';
import { lockAsset } from '../nominations/locked.queries';
import { carryOutDisposal } from './carry-out-disposal.command';
import { carryingNotices } from './change-of-owner.rules';
import { disposalFactsOfOne, type KnownOfAsset } from './disposal-facts.queries';
import { DisposalCompleteInput } from './disposal-inputs.types';
import { DisposalRecord } from './disposal-record.entity';
import { recordDisposal } from './disposal-notice.rules';

/** Records that a disposal was lawfully entered into, with all that follows from it. */
export const completeDisposal = defineCommand({
  name: 'disposalComplete',
  input: DisposalCompleteInput,
  async handle(tx, input) {
    const asset = await lockAsset(tx, input.assetId);
    if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
    const denied = tx.demand(decideForCouncil, asset);
    if (denied.length > 0) return refuse(...denied);
    const facts = await disposalFactsOfOne(tx.manager, asset.id);
    const { on, to } = input;
    // The second of two officers, who finds the land off the list, must not record the same disposal again.
    if (await tx.manager.existsBy(DisposalRecord, { assetId: asset.id, disposedOn: on }))
      return refuse(
        problem.ineligible('A disposal of this asset on that day is on record already.', { path: ['on'] }),
      );
    const { kind, withVacantPossession, leaseYearsAtGrant = null } = input.disposal;
    const disposal = { kind, withVacantPossession, leaseYearsAtGrant };
    const decision = recordDisposal({ on, to, disposal }, facts, tx.today);
    if (!decision.ok) return decision;
    const { standing } = decision;
    const problems: Problem[] = [];
    const notice = input.noticeId
      ? carryingNotices(standing, on, facts.notices).find(({ row }) => row.id === input.noticeId)
      : undefined;
    if (input.noticeId && !notice)
      problems.push(problem.notFound('No notice of this id carries the disposal.', { path: ['noticeId'] }));
    const exemptDisposalId =
      standing === 'EXEMPT' ? standingExemption(input.exemptDisposalId, on, facts) : null;
    if (exemptDisposalId === undefined)
      problems.push(
        problem.notFound('Say which of the exemptions on record it was made under.', {
          path: ['exemptDisposalId'],
        }),
      );
    if (problems.length > 0) return refuse(...problems);
    const record = await carryOutDisposal(tx, asset, facts, {
      ...{ on, to, disposal, standing, notice },
      exemptDisposalId: exemptDisposalId ?? null,
    });
    const { noticeId, listingRemoved } = record;
    const changes = { asset: asset.id, notice: noticeId, on, to, kind, standing, listingRemoved };
    return done({ council: asset.gssCode, subject: record.id, changes });
  },
});

/** The exemption that a disposal was made under: the one named, or the only one; undefined when that is not clear. */
function standingExemption(
  named: string | null | undefined,
  on: LocalDate,
  { exemptions }: KnownOfAsset,
): string | undefined {
  const standing = exemptions.filter(
    ({ recordedOn, endedOn }) => recordedOn <= on && (endedOn === null || on < endedOn),
  );
  if (named) return standing.find(({ id }) => id === named)?.id;
  return standing.length === 1 ? standing[0]?.id : undefined;
}
