import { defineCommand, done, type Command } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { actForGroup, recordPaper, submitterOf } from '../access';
import { groupColumnsOf, groupFactsOf } from '../groups/group.types';
import type { OrganisationCheck } from '../groups/known-organisation.queries';
import { nameOrganisationProblems } from '../groups/name-organisation.command';
import { lockAsset } from './locked.queries';
import { AssetNominateInput } from './nomination-inputs.types';
import { Nomination } from './nomination.entity';
import { receiveNomination } from './nomination.rules';

/**
 * Receives a community nomination of an asset (Localism Act 2011 s. 89).
 * @param organisation what the graph said of the organisation that the nominator names: a command has no graph to ask
 */
export function nominateAsset(organisation: OrganisationCheck): Command<AssetNominateInput> {
  return defineCommand({
    name: 'assetNominate',
    input: AssetNominateInput,
    async handle(tx, input) {
      const asset = await lockAsset(tx, input.assetId);
      if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
      const denied = tx.demand(actForGroup, asset);
      if (denied.length > 0) return refuse(...denied);
      const receivedOn = input.receivedOn ?? tx.today;
      const received = receiveNomination(
        {
          council: asset.gssCode,
          nominator: groupFactsOf(input.nominator),
          receivedOn,
          landDescription: input.landDescription,
          statementOfReasons: input.statementOfReasons,
        },
        tx.today,
      );
      const problems: Problem[] = [];
      if (receivedOn !== tx.today && !recordPaper.allows(tx.actor, asset))
        problems.push(
          problem.notAllowed('A nomination sent here is received today.', recordPaper.needs, {
            path: ['receivedOn'],
          }),
        );
      problems.push(
        ...nameOrganisationProblems(tx, asset, input.nominator.organisationId, organisation, [
          'nominator',
          'organisationId',
        ]),
      );
      if (!received.ok) return refuse(...problems, ...received.problems);
      if (problems.length > 0) return refuse(...problems);
      const nomination = await tx.insert(Nomination, {
        id: tx.newId('nomination'),
        gssCode: asset.gssCode,
        assetId: asset.id,
        ...groupColumnsOf(input.nominator),
        submittedBy: submitterOf(tx.actor),
        landDescription: input.landDescription,
        statementOfReasons: input.statementOfReasons,
        ownersAndOccupiers: input.ownersAndOccupiers ?? null,
        receivedOn,
        decisionDueBy: received.decisionDueBy,
        state: received.state,
        isLate: false,
        createdAt: tx.now,
        illustrative: false,
      });
      const { id: subject, state, decisionDueBy } = nomination;
      return done({
        council: asset.gssCode,
        subject,
        changes: { asset: asset.id, state, receivedOn, decisionDueBy },
      });
    },
  });
}
