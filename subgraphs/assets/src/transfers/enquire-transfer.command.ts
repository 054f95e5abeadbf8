import { defineCommand, done, type Command } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { actForGroup } from '../access';
import type { OrganisationCheck } from '../nominations/known-organisation.queries';
import { lockAsset } from '../nominations/locked.queries';
import { TransferEnquireInput } from './transfer-inputs.types';
import { NO_REVIEW_DUE, Transfer } from './transfer.entity';
import { transferLifecycle } from './transfer.lifecycle';
import { enquireTransfer as mayEnquire } from './transfer.rules';

/**
 * Receives a community body's enquiry about an asset of the council.
 * @param organisation what the graph said of the organisation that the body names: a command has no graph to ask
 */
export function enquireTransfer(organisation: OrganisationCheck): Command<TransferEnquireInput> {
  return defineCommand({
    name: 'transferEnquire',
    input: TransferEnquireInput,
    async handle(tx, { assetId, recipient, purpose = null }) {
      const asset = await lockAsset(tx, assetId);
      if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
      const denied = tx.demand(actForGroup, asset);
      if (denied.length > 0) return refuse(...denied);
      const problems: Problem[] = [];
      if (organisation === 'UNKNOWN')
        problems.push(
          problem.notFound('The directory knows no such organisation.', {
            path: ['recipient', 'organisationId'],
          }),
        );
      const decision = mayEnquire(asset.state, recipient.name);
      if (!decision.ok) return refuse(...problems, ...decision.problems);
      if (problems.length > 0) return refuse(...problems);
      const transfer = await tx.insert(Transfer, {
        id: tx.newId('transfer'),
        gssCode: asset.gssCode,
        assetId,
        recipientName: recipient.name,
        recipientOrganisationId: recipient.organisationId ?? null,
        submittedBy: tx.actor.subject,
        state: transferLifecycle.initial,
        enquiredOn: tx.today,
        purpose,
        wellbeing: [],
        nextReviewDueBy: NO_REVIEW_DUE,
        illustrative: false,
      });
      const changes = { asset: assetId, state: transfer.state };
      return done({ council: asset.gssCode, subject: transfer.id, changes });
    },
  });
}
