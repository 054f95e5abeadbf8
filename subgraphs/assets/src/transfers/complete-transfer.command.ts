import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { carryOutDisposal } from '../disposals/carry-out-disposal.command';
import { disposalFactsOfOne, type KnownOfAsset } from '../disposals/disposal-facts.queries';
import { mayDispose, type MayDispose, type Recipient } from '../disposals/may-dispose.rules';
import type { DisposalShape } from '../disposals/relevant-disposal.rules';
import { communityInterestGroupProblems } from '../groups/groups.rules';
import { groupFactsOf } from '../groups/group.types';
import { lockWithAsset } from '../nominations/locked.queries';
import { lastDayBeginningWith } from '../periods/periods.rules';
import { assetLifecycle } from '../register/asset.lifecycle';
import { TransferCompleteInput } from './transfer-inputs.types';
import { Transfer } from './transfer.entity';
import { completeTransfer as completeBy } from './transfer.rules';

/**
 * Records that the lease was granted or the freehold transferred. The body shows on the register as the asset's
 * steward from then on. Listed land binds the council as any owner: what the moratorium forbids is refused.
 */
export const completeTransfer = defineCommand({
  name: 'transferComplete',
  input: TransferCompleteInput,
  async handle(tx, input) {
    const locked = await lockWithAsset(tx, Transfer, input.id);
    if (!locked) return refuse(problem.notFound('There is no such transfer.', { path: ['id'] }));
    const { row: transfer, asset } = locked;
    const denied = tx.demand(decideForCouncil, transfer);
    if (denied.length > 0) return refuse(...denied);
    const { completedOn, interest, isOpenSpace, responsibility } = input;
    const { leaseYears = null, rentPence = null, openSpaceAdvertisedOn = null } = input;
    const disposal: DisposalShape = {
      kind: interest === 'LEASE' ? 'LEASE_GRANT' : 'FREEHOLD',
      withVacantPossession: input.withVacantPossession,
      leaseYearsAtGrant: leaseYears,
    };
    const facts = await disposalFactsOfOne(tx.manager, asset.id);
    const { to, answer, problems: groupProblems } = whetherAllowed(input, disposal, facts);
    const onRegister = assetLifecycle.permit('recordSteward', asset.state);
    const problems: Problem[] = [
      ...versionProblems(transfer, input.expectedVersion),
      ...(onRegister.ok ? [] : onRegister.problems),
      ...groupProblems,
    ];
    const another = await tx.manager.findOneBy(Transfer, { assetId: asset.id, state: 'COMPLETED' });
    const decision = completeBy(
      transfer.state,
      {
        ...{ completedOn, interest, leaseYears, isOpenSpace, openSpaceAdvertisedOn, mayDispose: answer },
        approvedOn: transfer.decidedOn ?? transfer.enquiredOn,
        approvedLeaseYears: transfer.leaseYears,
        anotherStands: another !== null && another.id !== transfer.id,
      },
      tx.today,
    );
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (interest === 'FREEHOLD' && rentPence !== null)
      problems.push(problem.invalidInput('A freehold has no rent.', { path: ['rentPence'] }));
    if (problems.length > 0) return refuse(...problems);
    const { standing } = answer;
    if (standing !== 'NOT_LISTED')
      await carryOutDisposal(tx, asset, facts, { on: completedOn, to, disposal, standing });
    const { state, firstReviewDueBy: nextReviewDueBy } = decision;
    await tx.update(
      Object.assign(transfer, {
        state,
        interest,
        rentPence,
        isOpenSpace,
        openSpaceAdvertisedOn,
        completedOn,
        nextReviewDueBy,
      }),
    );
    await tx.update(
      Object.assign(asset, {
        stewardName: transfer.recipientName,
        stewardOrganisationId: transfer.recipientOrganisationId,
        stewardResponsibility: responsibility,
        stewardLeaseUntil:
          leaseYears === null ? null : lastDayBeginningWith(completedOn, { years: leaseYears }),
        stewardRentPence: rentPence,
      }),
    );
    const changes = { asset: asset.id, state, interest, leaseYears, rentPence, completedOn, standing };
    return done({ council: transfer.gssCode, subject: transfer.id, changes });
  },
});

/** Whether the moratorium allows it: to anyone or, where it must be one, to a community interest group. */
function whetherAllowed(
  { completedOn: on, group }: TransferCompleteInput,
  disposal: DisposalShape,
  facts: KnownOfAsset,
): { readonly to: Recipient; readonly answer: MayDispose; readonly problems: readonly Problem[] } {
  const anyone = mayDispose({ on, to: 'ANYONE', disposal }, facts);
  if (anyone.permitted || !group) return { to: 'ANYONE', answer: anyone, problems: [] };
  const to = 'COMMUNITY_INTEREST_GROUP';
  const answer = mayDispose({ on, to, disposal }, facts);
  return { to, answer, problems: communityInterestGroupProblems(groupFactsOf(group), on, ['group']) };
}
