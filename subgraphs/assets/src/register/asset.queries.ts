import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, definePageLoader, inOrder, type RequestContext } from '@coop/shared/graphql';
import { visibleImports } from '@coop/shared/importing';
import {
  badInput,
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { Asset } from './asset.entity';
import type { AssetOrder } from './asset.enums';
import type { AssetFilter } from './asset.types';
import { readPostcode, readUprn } from './register.rules';
import { wordsOf } from './search-words';
import { applyText, lookUp, lookUpText, type TextSearch } from './text-search.queries';

/** Assets, without those of an import that is not complete: where every reading of the table begins. */
export function visibleAssets(reader: EntityManager, alias = 'asset'): SelectQueryBuilder<Asset> {
  return reader.createQueryBuilder(Asset, alias).where(visibleImports(alias));
}

/** An asset by its id. */
export const assetById = defineLoader<string, Asset>(async (ids, { database }) =>
  inOrder(
    ids,
    await visibleAssets(database.reader)
      .andWhere({ id: In([...ids]) })
      .getMany(),
    (row) => row.id,
  ),
);

/** What a list of assets is asked for with. */
export interface AssetArgs extends PageArgs {
  readonly filter?: AssetFilter | null;
  readonly orderBy?: AssetOrder | null;
}

const ORDERINGS: Readonly<Record<AssetOrder, Ordering & { readonly index: string }>> = {
  NAME: {
    name: 'NAME',
    column: 'asset.nameSort',
    direction: 'ASC',
    index: 'ix_asset_gss_code_state_name_sort_id_tenure',
  },
  REFERENCE: {
    name: 'REFERENCE',
    column: 'asset.referenceSort',
    direction: 'ASC',
    isUnique: true,
    index: 'ix_asset_gss_code_reference_sort',
  },
  NEWEST: {
    name: 'NEWEST',
    column: 'asset.id',
    direction: 'DESC',
    index: 'ix_asset_gss_code_state_id_tenure',
  },
};

/** The order of a list; where something narrows the list further than the order's own index, without naming that. */
function orderingOf(order: AssetOrder, filter: AssetFilter, isNarrow: boolean): Ordering {
  const { index, ...ordering } = ORDERINGS[order];
  return isNarrow || filter.isListed || filter.ward ? ordering : { ...ordering, index };
}

/** What the text index says about a filter. */
type Searches = readonly TextSearch[];

/** One statement for each of text, postcode and UPRN that the filter has. */
async function searchesOf(
  reader: EntityManager,
  filter: AssetFilter,
  councils: readonly string[] | null,
): Promise<Searches> {
  const within = filter.council ? [filter.council] : councils;
  const searches: Promise<TextSearch>[] = [];
  if (typeof filter.text === 'string') searches.push(lookUpText(reader, filter.text, within));
  const exact = [postcodeOf(filter), uprnOf(filter)].flatMap((value) =>
    value === null ? [] : wordsOf(value),
  );
  if (exact.length > 0) searches.push(lookUp(reader, exact, null, within));
  return Promise.all(searches);
}

function postcodeOf({ postcode }: AssetFilter): string | null {
  if (typeof postcode !== 'string') return null;
  const read = readPostcode(postcode);
  if (!read.ok || read.postcode === null) throw badInput('This is not the form of a postcode.');
  return read.postcode;
}

function uprnOf({ uprn }: AssetFilter): string | null {
  if (typeof uprn !== 'string') return null;
  const read = readUprn(uprn);
  if (!read.ok || read.uprn === null) throw badInput('A UPRN has 1 to 12 digits.');
  return read.uprn;
}

const isBounded = (searches: Searches): boolean => searches.some(({ ranges }) => ranges !== null);

/**
 * A column by which the database is to find nothing: where the text index has said which few ids to look at, going
 * through the whole list in its order instead, in the hope of finding a page soon, would be a hundred times slower.
 */
const unindexed = (column: string, searches: Searches): string =>
  isBounded(searches) ? `COALESCE(${column}, '')` : column;

/** Narrows a query to what the filter asks for. */
export function applyFilter(
  query: SelectQueryBuilder<Asset>,
  filter: AssetFilter,
  searches: Searches,
  today: LocalDate,
): void {
  query.andWhere(`${unindexed('asset.state', searches)} = :state`, { state: filter.state ?? 'HELD' });
  if (typeof filter.council === 'string')
    query.andWhere(`${unindexed('asset.gssCode', searches)} = :council`, { council: filter.council });
  if (filter.tenure) query.andWhere('asset.tenure = :tenure', { tenure: filter.tenure });
  if (filter.holdingPurpose)
    query.andWhere('asset.holdingPurpose = :purpose', { purpose: filter.holdingPurpose });
  if (typeof filter.isListed === 'boolean')
    query.andWhere(
      filter.isListed
        ? 'asset.listedUntil >= :today AND asset.listedOn <= :today'
        : '(asset.listedUntil < :today OR asset.listedOn > :today)',
      { today },
    );
  if (typeof filter.ward === 'string') query.andWhere('asset.wardGssCode = :ward', { ward: filter.ward });
  const uprn = uprnOf(filter);
  if (uprn !== null) query.andWhere('asset.uprn = :uprn', { uprn });
  const postcode = postcodeOf(filter);
  if (postcode?.includes(' ')) query.andWhere('asset.postcode = :postcode', { postcode });
  else if (postcode)
    query.andWhere('(asset.postcode = :postcode OR asset.postcode LIKE :outward)', {
      postcode,
      outward: `${postcode} %`,
    });
  for (const search of searches) applyText(query, 'asset', search);
}

/**
 * A page of assets. Without a council the order is NEWEST: the other orders have no index over all councils.
 * @throws GraphQLError BAD_USER_INPUT for another order without a council
 */
export async function assetPage(
  { database: { reader }, now }: RequestContext,
  { filter, orderBy, ...args }: AssetArgs,
): Promise<Page<Asset>> {
  const wanted = filter ?? {};
  const order = orderBy ?? (wanted.council ? 'NAME' : 'NEWEST');
  if (order !== 'NEWEST' && !wanted.council)
    throw badInput('Name a council in the filter, or ask for the order NEWEST.');
  const searches = await searchesOf(reader, wanted, null);
  const query = visibleAssets(reader);
  applyFilter(query, wanted, searches, londonDate(now));
  const ordering = orderingOf(order, wanted, !wanted.council || isBounded(searches));
  return keysetPage({ query, alias: 'asset', ordering, args });
}

function pagesUnder(column: 'gssCode' | 'wardGssCode') {
  return definePageLoader<Asset, AssetArgs>(async (parents, { filter, orderBy, ...args }, context) => {
    const { reader } = context.database;
    const wanted = filter ?? {};
    const searches = await searchesOf(reader, wanted, column === 'gssCode' ? parents : null);
    const query = visibleAssets(reader);
    applyFilter(query, wanted, searches, londonDate(context.now));
    return keysetPagesByParent({
      query,
      alias: 'asset',
      parentColumn: unindexed(`asset.${column}`, searches),
      parents: [...parents],
      ordering: orderingOf(orderBy ?? 'NAME', wanted, column !== 'gssCode' || isBounded(searches)),
      args,
    });
  });
}

/** A page of each council's assets. */
export const assetsOfCouncil = pagesUnder('gssCode');

/** A page of the assets in each ward. */
export const assetsOfWard = pagesUnder('wardGssCode');
