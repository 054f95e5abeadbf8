import { In, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, definePageLoader, inOrder, Money, type RequestContext } from '@coop/shared/graphql';
import { visibleImports } from '@coop/shared/importing';
import {
  badInput,
  keysetPage,
  keysetPagesByParent,
  MAXIMUM_PAGE,
  safeNumber,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { Grant } from './grant.entity';
import type { GrantGroup } from './grant.enums';
import { GrantSummary, GrantSummaryGroup, type GrantFilter, type ParentGrantFilter } from './grant.types';

const visible = ({ database: { reader } }: Pick<RequestContext, 'database'>): SelectQueryBuilder<Grant> =>
  reader.createQueryBuilder(Grant, 'award').where(visibleImports('award'));

/** A grant by its id. */
export const grantById = defineLoader<string, Grant>(async (ids, context) =>
  inOrder(
    ids,
    await visible(context)
      .andWhere({ id: In([...ids]) })
      .getMany(),
    (row) => row.id,
  ),
);

const NEWEST: Ordering = { name: 'NEWEST', column: 'award.awardedOn', direction: 'DESC' };

function narrow(
  query: SelectQueryBuilder<Grant>,
  { awardedFrom, awardedUntil, programmeCode }: ParentGrantFilter,
): SelectQueryBuilder<Grant> {
  if (awardedFrom) query.andWhere('award.awardedOn >= :awardedFrom', { awardedFrom });
  if (awardedUntil) query.andWhere('award.awardedOn <= :awardedUntil', { awardedUntil });
  if (programmeCode) query.andWhere('award.programmeCode = :programmeCode', { programmeCode });
  return query;
}

type Under = PageArgs & { readonly filter?: ParentGrantFilter | null };

const under = (parentColumn: 'award.gssCode' | 'award.fundId' | 'award.recipientOrganisationId') =>
  definePageLoader<Grant, Under>((parents, { filter, ...args }, context) =>
    keysetPagesByParent({
      ...{ query: narrow(visible(context), filter ?? {}), alias: 'award', parentColumn },
      ...{ parents: [...parents], ordering: NEWEST, args },
    }),
  );

/** A page of each council's grants, the latest first. */
export const grantsOfCouncil = under('award.gssCode');

/** A page of each community budget's grants, the latest first. */
export const grantsOfBudget = under('award.fundId');

/** A page of the grants that each organisation got, the latest first. */
export const grantsOfOrganisation = under('award.recipientOrganisationId');

/** A page of grants of every council, or of one. */
export function grantPage(
  context: RequestContext,
  args: PageArgs,
  filter: GrantFilter,
): Promise<Page<Grant>> {
  const query = narrow(visible(context), filter);
  if (filter.council) query.andWhere('award.gssCode = :council', { council: filter.council });
  return keysetPage({ query, alias: 'award', ordering: NEWEST, args });
}

/** Year of the financial year that a day lies in, and the key of a group, as both databases work them out. */
const YEAR = `CAST(SUBSTR(award.awardedOn, 1, 4) AS DECIMAL(4, 0)) - CASE WHEN SUBSTR(award.awardedOn, 6, 2) < '04' THEN 1 ELSE 0 END`;
const KEYS: Readonly<Record<GrantGroup, { readonly key: string; readonly name: string }>> = {
  YEAR: { key: YEAR, name: `''` },
  PROGRAMME: { key: `COALESCE(award.programmeCode, '')`, name: `COALESCE(MAX(award.programmeTitle), '')` },
  RECIPIENT: { key: 'award.recipientIdentifier', name: 'MAX(award.recipientName)' },
};

interface GroupRow {
  readonly key: string | number;
  readonly name: string;
  readonly grants: string | number;
  readonly pence: string | number;
}

function groupOf(by: GrantGroup, { key, name, grants, pence }: GroupRow, total: number): GrantSummaryGroup {
  const year = Number(key);
  const label = by === 'YEAR' ? `${year}-${String((year + 1) % 100).padStart(2, '0')}` : String(key);
  const awarded = safeNumber(pence);
  return Object.assign(new GrantSummaryGroup(), {
    ...{ key: label, name: name || label || 'Not stated', grantCount: safeNumber(grants) },
    ...{ awarded: Money.of(awarded), share: total === 0 ? 0 : awarded / total },
  });
}

/** Grants added up and broken down by the database: one statement. */
export async function grantSummary(
  context: RequestContext,
  filter: GrantFilter,
  by: GrantGroup,
  first: number,
): Promise<GrantSummary> {
  if (!Number.isInteger(first) || first < 1 || first > MAXIMUM_PAGE)
    throw badInput(`A summary shows 1 to ${MAXIMUM_PAGE} groups, not ${first}.`);
  const query = narrow(visible(context), filter);
  if (filter.council) query.andWhere('award.gssCode = :council', { council: filter.council });
  const { key, name } = KEYS[by];
  const rows = await query
    .select(key, 'key')
    .addSelect(name, 'name')
    .addSelect('COUNT(*)', 'grants')
    .addSelect('SUM(award.awardedPence)', 'pence')
    .groupBy(key)
    .getRawMany<GroupRow>();
  const sum = (some: readonly GroupRow[]) => some.reduce((all, { pence }) => all + safeNumber(pence), 0);
  rows.sort((one, other) =>
    by === 'YEAR'
      ? Number(one.key) - Number(other.key)
      : safeNumber(other.pence) - safeNumber(one.pence) || (String(one.key) < String(other.key) ? -1 : 1),
  );
  const [shown, others] = [rows.slice(0, first), rows.slice(first)];
  const total = sum(rows);
  return Object.assign(new GrantSummary(), {
    grantCount: rows.reduce((all, { grants }) => all + safeNumber(grants), 0),
    ...{ awarded: Money.of(total), groups: shown.map((row) => groupOf(by, row, total)) },
    ...{ otherGroupCount: others.length, others: Money.of(sum(others)) },
  });
}
