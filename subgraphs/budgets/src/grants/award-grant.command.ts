import { defineCommand, done, type Command } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepGrants } from '../access';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { standingProblems } from '../community-budgets/community-budget.rules';
import { unknownProblems } from '../community-budgets/directory.rules';
import type { Directory } from '../community-budgets/directory.queries';
import { Grant } from './grant.entity';
import { awardGrant as mayAward, funderOf, recipientIdentifierOf } from './grant.rules';
import { GrantAwardInput } from './grant.types';

/** What stands against a grant out of a community budget: that the council keeps none such, or that it is closed. */
function budgetProblems(
  gssCode: string,
  id: string | null,
  budget: CommunityBudget | null,
): readonly Problem[] {
  if (id === null) return [];
  return budget?.gssCode === gssCode
    ? standingProblems(budget.state)
    : [problem.notFound('The council keeps no such budget.', { path: ['budgetId'] })];
}

/**
 * Puts a grant on record, of the council or out of a community budget: for an officer of the council.
 * @param directory what the directory says of the council and the recipient (`lookUp`)
 */
export const awardGrant = (directory: Directory): Command<GrantAwardInput> =>
  defineCommand({
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
      const budget = budgetId === null ? null : await tx.lock(CommunityBudget, budgetId);
      const openedOn = budget?.gssCode === gssCode ? budget.openedOn : null;
      const decision = mayAward(
        {
          ...{ title, description, recipientName: recipient.name, awardedPence, awardedOn, startsOn, endsOn },
          openedOn,
        },
        tx.today,
      );
      const { organisationId = null } = recipient;
      const problems = [
        ...budgetProblems(gssCode, budgetId, budget),
        ...unknownProblems(directory, 'Organisation', organisationId, ['recipient', 'organisationId']),
      ];
      if (!decision.ok) return refuse(...decision.problems, ...problems);
      if (problems.length > 0) return refuse(...problems);
      const known = organisationId === null ? undefined : directory.get(organisationId);
      const { name: recipientName, identifier: told } = recipient;
      const id = tx.newId('grant');
      const identifier = `360G-${gssCode}-${id.slice('grant_'.length)}`;
      await tx.insert(Grant, {
        ...{
          id,
          gssCode,
          fundId: budgetId,
          identifier,
          title,
          description,
          awardedPence,
          awardedOn,
          startsOn,
        },
        ...{ endsOn, recipientName, recipientOrganisationId: organisationId },
        recipientIdentifier: recipientIdentifierOf(
          gssCode,
          { name: recipientName, identifier: told ?? '' },
          known,
        ),
        recipientDetails: {
          ...{ street: null, locality: null, region: null, country: null, postcode: null },
          ...{ description: null, url: null },
        },
        ...{ ...funderOf(gssCode, directory.get(`council_${gssCode}`)), place: null, modifiedAt: tx.now },
        ...{
          programmeCode: input.programmeCode?.trim() || null,
          programmeTitle: input.programmeTitle ?? null,
        },
        ...{ importRunId: '', illustrative: false },
      });
      const changes = { identifier, awardedPence, awardedOn, budget: budgetId };
      return done({ council: gssCode, subject: id, changes });
    },
  });
