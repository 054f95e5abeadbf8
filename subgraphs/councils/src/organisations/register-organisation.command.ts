import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { registerOrganisation as mayRegister } from '../access';
import { writeOrgId } from './identifiers.rules';
import { declarationProblems } from './organisation-facts.rules';
import {
  givenNames,
  nameProblems,
  readIdentifiers,
  readPostcode,
  takenProblems,
  tidyName,
} from './organisation-input.rules';
import { OrganisationRegisterInput } from './organisation-input.types';
import { holdersOfNumbers } from './organisation-record.queries';
import { addOrganisationRows, noRows } from './organisation-rows.queries';
import { councilKindProblems, placeProblems } from './place-organisation.command';
import { UNREAD_ENTRY } from './organisation-record.rules';
import { insertRows } from './write-organisation.command';

/** Puts a new organisation into the directory. A number that another record has is refused, naming the record. */
export const registerOrganisation = defineCommand<OrganisationRegisterInput>({
  name: 'organisationRegister',
  input: OrganisationRegisterInput,
  async handle(tx, input) {
    const denied = tx.demand(mayRegister, null);
    if (denied.length > 0) return refuse(...denied);
    const { kind } = input;
    const { identifiers, problems: misread } = readIdentifiers(input.identifiers ?? []);
    const { postcode, problems: noPostcode } = readPostcode(input.postcode);
    const declaredVcse = input.declaredVcse ?? null;
    const declaredSme = input.declaredSme ?? null;
    const otherNames = givenNames(input.otherNames);
    const holders = await holdersOfNumbers(tx.manager, identifiers);
    const problems = [
      ...nameProblems(input.name, ['name']),
      ...otherNames.flatMap((name, index) => nameProblems(name, ['otherNames', String(index)])),
      ...misread,
      ...takenProblems(
        identifiers,
        (orgId) => holders.get(orgId),
        () => ['identifiers'],
      ),
      ...noPostcode,
      ...declarationProblems(kind, { vcse: declaredVcse, sme: declaredSme }),
      ...(await placeProblems(tx, input.council)),
      ...councilKindProblems(kind, input.council),
    ];
    if (problems.length > 0) return refuse(...problems);
    const id = tx.newId('organisation');
    const rows = noRows();
    const record = {
      name: tidyName(input.name),
      otherNames: otherNames.map((name) => ({ name: tidyName(name), kind: 'OTHER' as const })),
      kind,
      entries: identifiers.map((identifier) => ({ identifier, ...UNREAD_ENTRY })),
      declaredVcse,
      declaredSme,
      councilGssCode: input.council ?? null,
      localAuthorityGssCode: null,
      postcode,
      illustrative: false,
    };
    addOrganisationRows(rows, id, record, tx.now);
    await insertRows(tx.manager, rows);
    return done({
      council: tx.actor.council,
      subject: id,
      changes: {
        name: record.name,
        kind,
        identifiers: identifiers.map(writeOrgId),
        council: input.council ?? null,
      },
    });
  },
});
