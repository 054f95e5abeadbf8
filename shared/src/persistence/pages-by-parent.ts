import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { inChunks } from './in-chunks';
import { keysetPage, ordered, sliced, toPage, withIndex, withKeys, type KeysetOptions } from './keyset-page';
import { MAXIMUM_PAGE, once, sliceOf, type Page } from './page';
import { safeNumber } from './transformers';

/** What the pages of several parents are made from. */
export interface ByParentOptions<Row extends ObjectLiteral> extends KeysetOptions<Row> {
  /** Property path that holds the parent: `asset.council`. */
  readonly parentColumn: string;
  readonly parents: readonly string[];
}

/** SQLite allows 500 parts in one compound statement; a list of parents has at most 500. */
const PARENTS = 400;

/**
 * The same page of rows under each parent, by one statement for all of them. Every parent has its own index
 * range of as many rows as the page shows, so that a parent with a hundred thousand rows costs no more than
 * one with ten: numbering the rows with ROW_NUMBER() would read every row of every parent.
 * @throws GraphQLError BAD_USER_INPUT for a cursor or a page size that cannot be
 */
export async function keysetPagesByParent<Row extends ObjectLiteral>(
  options: ByParentOptions<Row>,
): Promise<Map<string, Page<Row>>> {
  const parents = [...new Set(options.parents)];
  const [only] = parents;
  if (only !== undefined && parents.length === 1)
    return new Map([[only, await keysetPage({ ...options, query: under(options, only) })]]);

  const slice = sliceOf(options.args, options.maximum ?? MAXIMUM_PAGE);
  const counts = once(() => countByParent(options, parents));
  const found = await inChunks(parents, PARENTS, (chunk) => rowsByParent(options, chunk));
  const rows = new Map<string, Row[]>(parents.map((parent) => [parent, []]));
  for (const { parent, row } of found) rows.get(parent)?.push(row);
  const pages = [...rows].map(([parent, list]): [string, Page<Row>] => [
    parent,
    toPage(list, slice, options, async () => (await counts()).get(parent) ?? 0),
  ]);
  return new Map(pages);
}

function under<Row extends ObjectLiteral>(
  { query, parentColumn }: ByParentOptions<Row>,
  parent: string,
): SelectQueryBuilder<Row> {
  return query.clone().andWhere(`${parentColumn} = :pageParent`, { pageParent: parent });
}

async function rowsByParent<Row extends ObjectLiteral>(
  options: ByParentOptions<Row>,
  parents: readonly string[],
): Promise<{ parent: string; row: Row }[]> {
  const { query, alias, ordering, parentColumn } = options;
  const slice = sliceOf(options.args, options.maximum ?? MAXIMUM_PAGE);
  const one = sliced(under(options, ''), options, slice)
    .select(`${alias}.id`, 'row_id')
    .addSelect(':pageParent', 'parent');
  const text = withIndex(one.getQuery(), query, options);
  const parts = parents.map(
    (_, index) => `SELECT * FROM (${text.replaceAll(':pageParent', `:pageParent${index}`)}) part${index}`,
  );
  const outer = withKeys(query.clone(), options)
    .innerJoin(
      `(${parts.join(' UNION ALL ')})`,
      'ranked',
      `ranked.row_id = ${alias}.id AND ranked.parent = ${parentColumn}`,
    )
    .addSelect('ranked.row_id', 'page_row')
    .addSelect('ranked.parent', 'page_parent')
    .setParameters(one.getParameters())
    .setParameters(Object.fromEntries(parents.map((parent, index) => [`pageParent${index}`, parent])));
  const upward = (ordering.direction === 'ASC') !== slice.backward;
  const { entities, raw } = await ordered(outer, alias, ordering, upward).getRawAndEntities<{
    page_row: string;
    page_parent: string;
  }>();
  // A row may stand under several parents, but is only once among the entities.
  const byId = new Map(entities.map((row) => [String(row['id']), row]));
  return raw.flatMap(({ page_row, page_parent }) => {
    const row = byId.get(page_row);
    return row ? [{ parent: page_parent, row }] : [];
  });
}

async function countByParent<Row extends ObjectLiteral>(
  { query, parentColumn }: ByParentOptions<Row>,
  parents: readonly string[],
): Promise<Map<string, number>> {
  const counted = await inChunks(parents, 5_000, (chunk) =>
    query
      .clone()
      .orderBy()
      .select(parentColumn, 'parent')
      .addSelect('COUNT(*)', 'count')
      .andWhere(`${parentColumn} IN (:...pageParents)`, { pageParents: chunk })
      .groupBy(parentColumn)
      .getRawMany<{ parent: string; count: string | number }>(),
  );
  return new Map(counted.map(({ parent, count }) => [parent, safeNumber(count)]));
}
