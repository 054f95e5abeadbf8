import { In, IsNull, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, inOrder, type RequestContext } from '@coop/shared/graphql';
import { visibleImports } from '@coop/shared/importing';
import type { Rule } from '@coop/shared/problems';
import { parseOrgId, writeOrgId, type Identifier } from './identifiers.rules';
import { IDENTIFIER_SCHEMES, type IdentifierSchemeCode } from './identifier-schemes';
import { Organisation } from './organisation.entity';
import { findSmeByKind, findVcse, VCSE_RULE } from './organisation-facts.rules';
import { OrganisationFormerId } from './organisation-former-id.entity';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { OrganisationName } from './organisation-name.entity';
import { SME_LIMITS } from './sme.law';

/** Leaves out the rows of imports that are not complete. */
export function visible<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
): SelectQueryBuilder<Row> {
  return query.andWhere(visibleImports(alias));
}

/** The visible records with these ids, merged ones too. */
function recordsById(manager: EntityManager, ids: readonly string[]): Promise<Organisation[]> {
  const query = manager.createQueryBuilder(Organisation, 'organisation');
  return visible(query.where({ id: In([...ids]) }), 'organisation').getMany();
}

/** An organisation by its id; by the id of a record that was merged, the one that survived. */
export const organisationById = defineLoader<string, Organisation>(async (ids, { database }) => {
  const found = await recordsById(database.reader, ids);
  const missing = found.flatMap(({ mergedInto }) => (mergedInto === null ? [] : [mergedInto]));
  // Records that were merged all point to one that stands, so that one more step is enough.
  const survivors = missing.length > 0 ? await recordsById(database.reader, [...new Set(missing)]) : [];
  const standing = new Map([...found, ...survivors].map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = standing.get(id);
    return (row?.mergedInto == null ? row : standing.get(row.mergedInto)) ?? null;
  });
});

/** The id of the organisation that has a number, by the org-id; numbers that identify nobody find nobody. */
const idByOrgId = defineLoader<string, string>(async (orgIds, { database }) => {
  const rows = await database.reader.findBy(OrganisationIdentifier, { id: In([...orgIds]) });
  return inOrder(orgIds, rows, (row) => row.id).map((row) => row?.organisationId ?? null);
});

/** The organisation that has a number in a register, however the org-id is written: `gb-coh-1234567`. */
export async function organisationByOrgId(
  context: RequestContext,
  orgId: string,
): Promise<Organisation | null> {
  const parsed = parseOrgId(orgId.slice(0, 200));
  if (!parsed.ok) return null;
  const id = await idByOrgId.load(context, writeOrgId(parsed.identifier));
  return id === null ? null : organisationById.load(context, id);
}

/** The organisation that a reference names, by whichever of its two keys. */
export function organisationOfReference(
  { id, orgId }: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<Organisation | null> {
  if (typeof id === 'string') return organisationById.load(context, id);
  return typeof orgId === 'string' ? organisationByOrgId(context, orgId) : Promise.resolve(null);
}

const SCHEME_ORDER = Object.keys(IDENTIFIER_SCHEMES);

/** Numbers in the order of their registers, the most telling first. */
export function inSchemeOrder(rows: readonly OrganisationIdentifier[]): OrganisationIdentifier[] {
  return [...rows].sort(
    (a, b) =>
      SCHEME_ORDER.indexOf(a.scheme) - SCHEME_ORDER.indexOf(b.scheme) || (a.number < b.number ? -1 : 1),
  );
}

/** The numbers of an organisation, the most telling first. */
export const identifiersOf = defineLoader<string, OrganisationIdentifier[]>(async (ids, { database }) => {
  const query = database.reader.createQueryBuilder(OrganisationIdentifier, 'identifier');
  const rows = await visible(query.where({ organisationId: In([...ids]) }), 'identifier').getMany();
  return ids.map((id) => inSchemeOrder(rows.filter((row) => row.organisationId === id)));
});

/** The names of an organisation beside its own. */
export const otherNamesOf = defineLoader<string, string[]>(async (ids, { database }) => {
  const query = database.reader.createQueryBuilder(OrganisationName, 'name');
  const rows = await visible(query.where({ organisationId: In([...ids]) }), 'name')
    .orderBy('name.id')
    .getMany();
  return ids.map((id) => rows.filter((row) => row.organisationId === id).map((row) => row.name));
});

/** The ids of the records that were merged into an organisation. */
export const formerIdsOf = defineLoader<string, string[]>(async (ids, { database }) => {
  const rows = await database.reader.find(OrganisationFormerId, {
    where: { organisationId: In([...ids]) },
    order: { id: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.organisationId === id).map((row) => row.id));
});

/** The organisation that a council is, by the council's code. */
export const organisationOfCouncil = defineLoader<string, Organisation>(async (codes, { database }) => {
  const query = database.reader
    .createQueryBuilder(Organisation, 'organisation')
    .where({ localAuthorityGssCode: In([...codes]), mergedInto: IsNull() })
    .orderBy('organisation.id', 'DESC');
  return inOrder(codes, await visible(query, 'organisation').getMany(), (row) => row.localAuthorityGssCode!);
});

/** The number that a row holds. */
export function identifierOf(row: Pick<OrganisationIdentifier, 'scheme' | 'number'>): Identifier {
  return { scheme: row.scheme as IdentifierSchemeCode, id: row.number };
}

/** Why something is said of an organisation, and by which law. */
export interface ReasonFacts {
  readonly message: string;
  readonly rule: Rule | null;
}

/** Why an organisation is said to be VCSE, or not, or why it is not known. */
export async function vcseReason(context: RequestContext, organisation: Organisation): Promise<ReasonFacts> {
  const rows = (await identifiersOf.load(context, organisation.id)) ?? [];
  const { kind, declaredVcse: declared } = organisation;
  const { because } = findVcse({ kind, declared, identifiers: rows.map(identifierOf) });
  return { message: because, rule: VCSE_RULE };
}

/** Why an organisation is said to be an SME, or not, or why it is not known. */
export function smeReason(organisation: Organisation, today: string): ReasonFacts {
  const { because } = findSmeByKind(organisation.kind, organisation.declaredSme);
  return { message: because, rule: SME_LIMITS.on(today)?.source ?? null };
}

/** What is known of a register by its code. */
export function registerOf(scheme: string): { readonly name: string; readonly url: string | null } {
  return IDENTIFIER_SCHEMES[scheme as IdentifierSchemeCode];
}
