import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { COUNCIL_FACTS } from '../demo/councils.facts';
import { ORGANISATION_FACTS } from '../demo/organisations.facts';
import { parseOrgId } from './identifiers.rules';
import { addOrganisationRows, noRows } from './organisation-rows.queries';
import { kindOfLocalAuthority } from './register-words.rules';
import { UNREAD_ENTRY } from './organisation-record.rules';
import { insertRows } from './write-organisation.command';

/**
 * The organisations of the demo world; every council of it is one too. Their ids follow from their keys, and councils'
 * from their codes, so that the demo worlds of other subgraphs can refer to them.
 */
export async function organisationDemo({ tx, now }: DemoWorld): Promise<void> {
  const rows = noRows();
  for (const { key, identifiers, isSme, area, otherNames, ...fact } of ORGANISATION_FACTS)
    addOrganisationRows(
      rows,
      fixedId('organisation', key),
      {
        ...fact,
        otherNames: otherNames.map((name) => ({ name, kind: 'OTHER' })),
        entries: identifiers.map((identifier) => ({ identifier, ...UNREAD_ENTRY })),
        declaredSme: isSme,
        councilGssCode: area,
        localAuthorityGssCode: null,
        postcode: null,
      },
      now,
    );
  for (const { gssCode, name, officialName, orgId, until } of COUNCIL_FACTS) {
    const parsed = parseOrgId(orgId);
    if (!parsed.ok) throw new Error(`${orgId} is no org-id.`);
    addOrganisationRows(
      rows,
      fixedId('organisation', gssCode),
      {
        name: officialName,
        otherNames: [{ name: `${name} Council`, kind: 'OTHER' }],
        kind: kindOfLocalAuthority(gssCode),
        entries: [
          {
            identifier: parsed.identifier,
            ...UNREAD_ENTRY,
            standing: until === null ? 'ACTIVE' : 'ENDED',
            endedOn: until,
          },
        ],
        declaredVcse: null,
        declaredSme: null,
        councilGssCode: gssCode,
        localAuthorityGssCode: gssCode,
        postcode: null,
        illustrative: false,
      },
      now,
    );
  }
  await insertRows(tx.manager, rows);
}
