import { In, type EntityManager } from 'typeorm';
import { defineLoader, type RequestContext } from '@coop/shared/graphql';
import { marks } from '@coop/shared/persistence';
import { Supplier } from '../suppliers/supplier.entity';
import { plainLabel } from './labels.rules';
import type { SpendGrouping } from './summary.enums';
import type { SpendQuestion } from './summary.types';

interface Named {
  readonly councils: readonly string[];
  readonly groupBy: SpendGrouping;
  readonly key: string;
}

const byKind = (keys: readonly Named[], groupBy: SpendGrouping): Named[] =>
  keys.filter((one) => one.groupBy === groupBy);

/** The label of each department, purpose or category as payments spell it. One statement for each kind. */
async function labels(
  reader: EntityManager,
  named: readonly Named[],
  kind: SpendGrouping,
): Promise<Map<string, string>> {
  const keys = [...new Set(named.map(({ key }) => key))];
  const councils = [...new Set(named.flatMap((one) => one.councils))];
  if (keys.length === 0 || councils.length === 0) return new Map();
  const rows: { labelKey: string; label: string }[] = await reader.query(
    `SELECT label_key AS labelKey, MIN(label) AS label FROM spend_total WHERE gss_code IN (${marks(councils)}) AND dimension = ? AND label_key IN (${marks(keys)}) GROUP BY label_key`,
    [...councils, kind, ...keys],
  );
  return new Map(rows.map(({ labelKey, label }) => [labelKey, label]));
}

/** The supplier records behind the keys of payees: of an organisation, of a name, or the record itself. */
async function payees(reader: EntityManager, named: readonly Named[]): Promise<Map<string, Supplier>> {
  const keys = [...new Set(named.map(({ key }) => key))];
  const councils = In([...new Set(named.flatMap((one) => one.councils))]);
  const starting = (prefix: string) => keys.filter((key) => key.startsWith(prefix));
  const organisations = starting('organisation_');
  const ids = starting('supplier_');
  const names = keys.filter((key) => !key.includes('_'));
  if (keys.length === 0) return new Map();
  const rows = await reader.find(Supplier, {
    where: [
      ...(ids.length > 0 ? [{ id: In(ids) }] : []),
      ...(organisations.length > 0 ? [{ organisationId: In(organisations), gssCode: councils }] : []),
      ...(names.length > 0 ? [{ nameKey: In(names), gssCode: councils }] : []),
    ],
    order: { nameSort: 'DESC', id: 'DESC' },
  });
  const found = new Map<string, Supplier>();
  for (const row of rows)
    for (const key of [row.organisationId ?? '', row.organisationId === null ? row.nameKey : '', row.id])
      if (key !== '') found.set(`${row.gssCode} ${key}`, row);
  return found;
}

interface GroupName {
  readonly label: string;
  readonly supplier: Supplier | null;
}

async function namesOf(reader: EntityManager, keys: readonly Named[]): Promise<GroupName[]> {
  const byLabel = new Map<SpendGrouping, Map<string, string>>();
  for (const kind of ['DEPARTMENT', 'PURPOSE', 'CATEGORY'] as const)
    byLabel.set(kind, await labels(reader, byKind(keys, kind), kind));
  const suppliers = await payees(reader, byKind(keys, 'SUPPLIER'));
  return keys.map(({ groupBy, key, councils }) => {
    if (groupBy !== 'SUPPLIER') return { label: byLabel.get(groupBy)?.get(key) ?? key, supplier: null };
    const gssCode = councils.find((council) => suppliers.has(`${council} ${key}`));
    const supplier = suppliers.get(`${gssCode} ${key}`) ?? null;
    return { label: supplier?.name ?? key, supplier };
  });
}

const names = defineLoader<Named, GroupName>(
  (keys, { database: { reader } }) => namesOf(reader, keys),
  (key) => JSON.stringify(key),
);

/** The names of some groups outside a request. At most one statement. */
export async function groupNames(
  reader: EntityManager,
  { councils, groupBy }: Pick<SpendQuestion, 'councils' | 'groupBy'>,
  keys: readonly string[],
): Promise<Map<string, GroupName>> {
  const plain = (key: string) => (groupBy === 'SUPPLIER' ? null : plainLabel(groupBy, key));
  const open = keys.filter((key) => plain(key) === null);
  const found = await namesOf(
    reader,
    open.map((key) => ({ councils, groupBy, key })),
  );
  return new Map([
    ...keys.map((key): [string, GroupName] => [key, { label: plain(key) ?? key, supplier: null }]),
    ...open.map((key, at): [string, GroupName] => [key, found[at] ?? { label: key, supplier: null }]),
  ]);
}

/** What a group is called, and for a supplier its record. */
export async function nameOfGroup(
  context: RequestContext,
  { councils, groupBy }: Pick<SpendQuestion, 'councils' | 'groupBy'>,
  key: string,
): Promise<GroupName> {
  const plain = groupBy === 'SUPPLIER' ? null : plainLabel(groupBy, key);
  if (plain !== null) return { label: plain, supplier: null };
  return (await names.load(context, { councils, groupBy, key })) ?? { label: key, supplier: null };
}
