import { In } from 'typeorm';
import { defineCommand, done, type Command } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { actForGroup, submitterOf } from '../access';
import type { OrganisationCheck } from '../groups/known-organisation.queries';
import { nameOrganisationProblems } from '../groups/name-organisation.command';
import { lockAsset } from '../nominations/locked.queries';
import { TransferEnquireInput } from './transfer-inputs.types';
import { NO_REVIEW_DUE, Transfer } from './transfer.entity';
import { transferLifecycle } from './transfer.lifecycle';
import { enquireTransfer as mayEnquire } from './transfer.rules';

const OPEN_STATES = transferLifecycle.allowedStates('withdraw');

/** True when a transfer is to this body: by its entry in the directory, or by name. */
const isTo = (transfer: Transfer, { name, organisationId }: TransferEnquireInput['recipient']): boolean =>
  organisationId && transfer.recipientOrganisationId
    ? organisationId === transfer.recipientOrganisationId
    : textSort(name) === textSort(transfer.recipientName);

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
      problems.push(
        ...nameOrganisationProblems(tx, asset, recipient.organisationId, organisation, [
          'recipient',
          'organisationId',
        ]),
      );
      const open = await tx.manager.findBy(Transfer, { assetId, state: In([...OPEN_STATES]) });
      const isUnderWay = open.some((one) => isTo(one, recipient));
      const decision = mayEnquire(asset.state, recipient.name, isUnderWay);
      if (!decision.ok) return refuse(...problems, ...decision.problems);
      if (problems.length > 0) return refuse(...problems);
      const transfer = await tx.insert(Transfer, {
        id: tx.newId('transfer'),
        gssCode: asset.gssCode,
        assetId,
        recipientName: recipient.name,
        recipientOrganisationId: recipient.organisationId ?? null,
        submittedBy: submitterOf(tx.actor),
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
