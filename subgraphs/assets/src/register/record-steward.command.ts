import { defineCommand, done, type Command } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import type { OrganisationCheck } from '../groups/known-organisation.queries';
import { AssetStewardRecordInput } from './asset-inputs.types';
import { lockAsset } from './save-asset.command';
import { stewardshipDecision } from './stewardship.rules';

/**
 * Records who has the care of an asset.
 * @param organisation what the graph said of the organisation that the steward is: a command has no graph to ask
 */
export const recordSteward = (organisation: OrganisationCheck): Command<AssetStewardRecordInput> =>
  defineCommand({
    name: 'assetStewardRecord',
    input: AssetStewardRecordInput,
    async handle(tx, input) {
      const locked = await lockAsset(tx, input);
      if ('problems' in locked) return refuse(...locked.problems);
      const { asset } = locked;
      const unknown =
        organisation === 'UNKNOWN'
          ? [problem.notFound('The directory knows no such organisation.', { path: ['organisationId'] })]
          : [];
      const facts = {
        name: input.name.replace(/\s+/g, ' ').trim(),
        leaseUntil: input.leaseUntil ?? null,
        rentPence: input.rentPence ?? null,
      };
      const decision = stewardshipDecision(asset.state, facts, tx.today);
      if (!decision.ok) return refuse(...unknown, ...decision.problems);
      if (unknown.length > 0) return refuse(...unknown);
      const changes = {
        stewardName: facts.name,
        stewardOrganisationId: input.organisationId ?? null,
        stewardResponsibility: input.responsibility,
        stewardLeaseUntil: facts.leaseUntil,
        stewardRentPence: facts.rentPence,
      };
      Object.assign(asset, changes);
      await tx.update(asset);
      return done({ council: asset.gssCode, subject: asset.id, changes });
    },
  });
