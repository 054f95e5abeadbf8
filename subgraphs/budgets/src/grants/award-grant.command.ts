import { defineCommand, done } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse } from '@coop/shared/problems';
import { keepGrants } from '../access';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { Grant } from './grant.entity';
import { awardGrant as mayAward } from './grant.rules';
import { GrantAwardInput } from './grant.types';

/** Puts a grant on record, of the council or out of a community budget: for an officer of the council. */
export const awardGrant = defineCommand({
  name: 'grantAward',
  input: GrantAwardInput,
  async handle(tx, input) {
    const {
      council: gssCode,
      budgetId = null,
      recipient,
      title,
      description,
      awardedPence,
      awardedOn,
    } = input;
    if (!isGssCode(gssCode))
      return refuse(problem.invalidInput('It has to be a GSS code.', { path: ['council'] }));
    const denied = tx.demand(keepGrants, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    const [startsOn, endsOn] = [input.startsOn ?? null, input.endsOn ?? null];
    const decision = mayAward(
      { title, description, recipientName: recipient.name, awardedPence, awardedOn, startsOn, endsOn },
      tx.today,
    );
    if (!decision.ok) return decision;
    if (budgetId !== null && !(await tx.manager.existsBy(CommunityBudget, { id: budgetId, gssCode })))
      return refuse(problem.notFound('The council keeps no such budget.', { path: ['budgetId'] }));
    const id = tx.newId('grant');
    const identifier = `360G-${gssCode}-${id.slice('grant_'.length)}`;
    await tx.insert(Grant, {
      ...{ id, gssCode, fundId: budgetId, identifier, title, description, awardedPence, awardedOn, startsOn },
      ...{ endsOn, recipientName: recipient.name, recipientOrganisationId: recipient.organisationId ?? null },
      recipientIdentifier: recipient.identifier || `360G-${gssCode}-${recipient.name}`.slice(0, 180),
      recipientDetails: {
        ...{ street: null, locality: null, region: null, country: null, postcode: null },
        ...{ description: null, url: null },
      },
      ...{ place: null, funderIdentifier: gssCode, funderName: `Council ${gssCode}`, modifiedAt: tx.now },
      ...{ programmeCode: input.programmeCode ?? null, programmeTitle: input.programmeTitle ?? null },
      ...{ importRunId: '', illustrative: false },
    });
    const changes = { identifier, awardedPence, awardedOn, budget: budgetId };
    return done({ council: gssCode, subject: id, changes });
  },
});
