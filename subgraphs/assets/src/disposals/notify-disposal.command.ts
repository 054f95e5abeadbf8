import { defineCommand, done, type Command } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { actForOwner, recordPaper, submitterOf } from '../access';
import type { OrganisationCheck } from '../groups/known-organisation.queries';
import { nameOrganisationProblems } from '../groups/name-organisation.command';
import { lockAsset } from '../nominations/locked.queries';
import { disposalFactsOfOne } from './disposal-facts.queries';
import { DisposalNotifyInput } from './disposal-inputs.types';
import { DisposalNotice } from './disposal-notice.entity';
import { receiveNotice } from './disposal-notice.rules';

/**
 * Receives an owner's notice of a wish to dispose of listed land and starts its three clocks (Localism Act 2011
 * s. 95(2), (6)).
 * @param organisation what the graph said of the organisation that the owner is: a command has no graph to ask
 */
export function notifyDisposal(organisation: OrganisationCheck): Command<DisposalNotifyInput> {
  return defineCommand({
    name: 'disposalNotify',
    input: DisposalNotifyInput,
    async handle(tx, input) {
      const asset = await lockAsset(tx, input.assetId);
      if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
      const denied = tx.demand(actForOwner, asset);
      if (denied.length > 0) return refuse(...denied);
      const receivedOn = input.receivedOn ?? tx.today;
      const problems: Problem[] = [];
      if (receivedOn !== tx.today && !recordPaper.allows(tx.actor, asset))
        problems.push(
          problem.notAllowed('A notice sent here is received today.', recordPaper.needs, {
            path: ['receivedOn'],
          }),
        );
      if (input.owner.name.trim() === '')
        problems.push(problem.invalidInput('Name the owner.', { path: ['owner', 'name'] }));
      problems.push(
        ...nameOrganisationProblems(tx, asset, input.owner.organisationId, organisation, [
          'owner',
          'organisationId',
        ]),
      );
      const { kind, withVacantPossession, leaseYearsAtGrant = null } = input.disposal;
      const disposal = { kind, withVacantPossession, leaseYearsAtGrant };
      const received = receiveNotice(
        // Who may act for an owner has been asked above; what comes through the door is in writing.
        { receivedOn, isOwner: true, isInWriting: true, disposal },
        await disposalFactsOfOne(tx.manager, asset.id),
        tx.today,
      );
      if (!received.ok) return refuse(...problems, ...received.problems);
      if (problems.length > 0) return refuse(...problems);
      const { interimMoratoriumEndsOn, fullMoratoriumEndsOn, protectedPeriodEndsOn } = received;
      const clocks = { interimMoratoriumEndsOn, fullMoratoriumEndsOn, protectedPeriodEndsOn };
      const notice = await tx.insert(DisposalNotice, {
        id: tx.newId('disposal'),
        gssCode: asset.gssCode,
        assetId: asset.id,
        ownerName: input.owner.name,
        ownerOrganisationId: input.owner.organisationId ?? null,
        submittedBy: submitterOf(tx.actor),
        isByCurrentOwner: true,
        noticeReceivedOn: receivedOn,
        ...clocks,
        runsUntil: protectedPeriodEndsOn,
        disposalKind: kind,
        withVacantPossession,
        leaseYearsAtGrant,
        illustrative: false,
      });
      const changes = { asset: asset.id, receivedOn, kind, ...clocks };
      return done({ council: asset.gssCode, subject: notice.id, changes });
    },
  });
}
