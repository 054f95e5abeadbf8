import { In, type EntityManager } from 'typeorm';
import { ImportRun, UNSEEN_STATES } from '@coop/shared/persistence';
import { problem, type Problem } from '@coop/shared/problems';
import { Council } from '../areas/council.entity';
import { identifies, writeOrgId, type Identifier } from './identifiers.rules';
import { Organisation } from './organisation.entity';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { OrganisationName } from './organisation-name.entity';
import type { NumberedEntry, OrganisationRecord, OtherName } from './organisation-record.rules';
import { identifierOf } from './organisation.queries';

/** The state of a record: one that was merged is changed through its survivor. */
const MERGED = 'MERGED';

/** Why a record cannot be changed: it is unknown, still being imported, or merged into another. */
export async function standingProblems(
  manager: EntityManager,
  organisation: Organisation | null,
  path: readonly string[],
): Promise<Problem[]> {
  if (!organisation || (await isHidden(manager, organisation)))
    return [problem.notFound('No organisation has this id.', { path })];
  if (organisation.mergedInto === null) return [];
  const message = `This record was merged into ${organisation.mergedInto}; use that one.`;
  return [problem.wrongState(message, MERGED, ['STANDING'], { path })];
}

async function isHidden(manager: EntityManager, { importRunId }: Organisation): Promise<boolean> {
  return (
    importRunId !== '' && manager.existsBy(ImportRun, { id: importRunId, state: In([...UNSEEN_STATES]) })
  );
}

/** A problem when no council has the code. */
export async function councilProblems(
  manager: EntityManager,
  code: string | null | undefined,
): Promise<Problem[]> {
  if (code === null || code === undefined) return [];
  if (code.length <= 9 && (await manager.existsBy(Council, { gssCode: code }))) return [];
  return [problem.notFound('The directory knows no council with this code.', { path: ['council'] })];
}

/** Who has one of these numbers already, by the org-id. Numbers that identify nobody are nobody's. */
export async function holdersOfNumbers(
  manager: EntityManager,
  identifiers: readonly Identifier[],
): Promise<Map<string, Organisation>> {
  const keys = identifiers.filter(identifies).map(writeOrgId);
  if (keys.length === 0) return new Map();
  const rows = await manager.findBy(OrganisationIdentifier, { id: In(keys) });
  const holders = await manager.findBy(Organisation, { id: In(rows.map((row) => row.organisationId)) });
  return new Map(
    rows.flatMap((row) => {
      const holder = holders.find(({ id }) => id === row.organisationId);
      return holder ? [[row.id, holder] as const] : [];
    }),
  );
}

/** All that is kept of organisations, in the order of the rows. Two statements for all of them. */
export async function readRecords(
  manager: EntityManager,
  organisations: readonly Organisation[],
): Promise<OrganisationRecord[]> {
  const ids = organisations.map(({ id }) => id);
  const identifiers = await manager.findBy(OrganisationIdentifier, { organisationId: In(ids) });
  const names = await manager.find(OrganisationName, {
    where: { organisationId: In(ids) },
    order: { id: 'ASC' },
  });
  const entries = new Map<string, NumberedEntry[]>(ids.map((id) => [id, []]));
  const otherNames = new Map<string, OtherName[]>(ids.map((id) => [id, []]));
  for (const row of identifiers) entries.get(row.organisationId)?.push(entryOf(row));
  for (const { organisationId, name, kind } of names) otherNames.get(organisationId)?.push({ name, kind });
  return organisations.map((organisation) => ({
    ...columnsOf(organisation),
    entries: entries.get(organisation.id) ?? [],
    otherNames: otherNames.get(organisation.id) ?? [],
  }));
}

function columnsOf(row: Organisation): Omit<OrganisationRecord, 'entries' | 'otherNames'> {
  const { name, kind, declaredVcse, declaredSme, councilGssCode, localAuthorityGssCode, postcode } = row;
  const { illustrative } = row;
  return {
    name,
    kind,
    declaredVcse,
    declaredSme,
    councilGssCode,
    localAuthorityGssCode,
    postcode,
    illustrative,
  };
}

/** A number and its entry as a row holds them. */
export function entryOf(row: OrganisationIdentifier): NumberedEntry {
  const { registeredName, status, standing, registeredOn, endedOn } = row;
  return { identifier: identifierOf(row), registeredName, status, standing, registeredOn, endedOn };
}

/** What rights over a record rest on. A record that is not there is nobody's. */
export function rightsSubject(id: string, row: Organisation | null) {
  return {
    organisationId: id,
    councilGssCode: row?.councilGssCode ?? null,
    localAuthorityGssCode: row?.localAuthorityGssCode ?? null,
  };
}
