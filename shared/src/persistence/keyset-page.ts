import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor, placeOf, valueKind } from './cursor';
import { MAXIMUM_PAGE, once, sliceOf, type Ordering, type Page, type PageArgs, type Slice } from './page';
import { safeNumber } from './transformers';

/** What a page is made from. */
export interface KeysetOptions<Row extends ObjectLiteral> {
  /** Rows of `alias` with their filters, no order and no limit; joins to one row only. */
  readonly query: SelectQueryBuilder<Row>;
  readonly alias: string;
  readonly ordering: Ordering<never>;
  readonly args: PageArgs;
  /** The most rows that this caller may ask for; 100 unless told. */
  readonly maximum?: number;
}

/**
 * One page of rows by one statement, whatever its depth: a cursor becomes an index range, never an OFFSET.
 * @throws GraphQLError BAD_USER_INPUT for a cursor or a page size that cannot be
 */
export async function keysetPage<Row extends ObjectLiteral>(options: KeysetOptions<Row>): Promise<Page<Row>> {
  const slice = sliceOf(options.args, options.maximum ?? MAXIMUM_PAGE);
  const whole = withKeys(options.query.clone(), options);
  const rows = await (
    isLed(options) ? ledBy(whole, options, slice) : sliced(whole, options, slice)
  ).getMany();
  return toPage(
    rows,
    slice,
    options,
    once(() => countRows(options.query)),
  );
}

/** True where the database has to be told by which index it finds the rows of the page. */
function isLed<Row extends ObjectLiteral>({ query, ordering, args }: KeysetOptions<Row>): boolean {
  const hasCursor = (args.after ?? args.before ?? null) !== null;
  if (ordering.index === undefined) return false;
  return ordering.isLedByIndex === true || (hasCursor && isMysql(query));
}

/** A page whose ids are found by the index of the order. TypeORM can suggest an index, but not insist on one. */
function ledBy<Row extends ObjectLiteral>(
  whole: SelectQueryBuilder<Row>,
  options: KeysetOptions<Row>,
  slice: Slice,
): SelectQueryBuilder<Row> {
  const { query, alias, ordering } = options;
  const ids = sliced(query.clone(), options, slice).select(`${alias}.id`, 'row_id');
  // What the ids were found by is not asked again: a database might begin with it.
  whole
    .where('TRUE')
    .innerJoin(`(${withIndex(ids.getQuery(), query, options)})`, 'ranked', `ranked.row_id = ${alias}.id`)
    .setParameters(ids.getParameters());
  return ordered(whole, alias, ordering, (ordering.direction === 'ASC') !== slice.backward);
}

/** A statement on the rows of a page, told its index where it has to be. */
export function withIndex<Row extends ObjectLiteral>(
  statement: string,
  query: SelectQueryBuilder<Row>,
  { alias, ordering: { index, isLedByIndex = false } }: Pick<KeysetOptions<Row>, 'alias' | 'ordering'>,
): string {
  if (index === undefined || !(isLedByIndex || isMysql(query))) return statement;
  const { dataSource, expressionMap } = query;
  const escape = (name: string) => dataSource.driver.escape(name);
  const table = `FROM ${escape(expressionMap.mainAlias?.metadata.tableName ?? '')} ${escape(alias)}`;
  const hint = isMysql(query) ? `FORCE INDEX (${escape(index)})` : `INDEXED BY ${escape(index)}`;
  return statement.replace(table, `${table} ${hint}`);
}

const isMysql = <Row extends ObjectLiteral>({ dataSource }: SelectQueryBuilder<Row>): boolean =>
  ['mysql', 'mariadb'].includes(dataSource.options.type);

/** Narrows a query to the rows of the slice and one more, in the order in which they are fetched. */
export function sliced<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { alias, ordering, args }: KeysetOptions<Row>,
  { size, backward }: Slice,
): SelectQueryBuilder<Row> {
  const id = `${alias}.id`;
  const upward = ordering.direction === 'ASC';
  for (const side of ['after', 'before'] as const) {
    const cursor = args[side] ?? null;
    if (cursor === null) continue;
    const place = decodeCursor(ordering, valueKind(query, ordering), cursor);
    const than = (side === 'after') === upward ? '>' : '<';
    const parameters = { [`${side}Value`]: place.value, [`${side}Id`]: place.id };
    if (ordering.column === id) query.andWhere(`${id} ${than} :${side}Id`, parameters);
    else if (ordering.isUnique) query.andWhere(`${ordering.column} ${than} :${side}Value`, parameters);
    // However many rows have the value of the cursor, none of them is read again: SQLite finds a pair in its index, MySQL
    // the two ranges of which the pair is made. To either the other's way would be a scan.
    else if (!isMysql(query))
      query.andWhere(`(${ordering.column}, ${id}) ${than} (:${side}Value, :${side}Id)`, parameters);
    else
      query.andWhere(
        `${ordering.column} ${than}= :${side}Value AND (${ordering.column} ${than} :${side}Value OR (${ordering.column} = :${side}Value AND ${id} ${than} :${side}Id))`,
        parameters,
      );
  }
  return ordered(query, alias, ordering, upward !== backward).limit(size + 1);
}

/** Puts a query in the order of the page, or in its reverse. */
export function ordered<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  { column, isUnique = false }: Ordering,
  upward: boolean,
): SelectQueryBuilder<Row> {
  const direction = upward ? 'ASC' : 'DESC';
  query.orderBy(column, direction);
  return isUnique || column === `${alias}.id` ? query : query.addOrderBy(`${alias}.id`, direction);
}

/** Sees to it that what the cursor is made of is read, where only some columns are selected. */
export function withKeys<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { alias, ordering }: KeysetOptions<Row>,
): SelectQueryBuilder<Row> {
  const selected = new Set(query.expressionMap.selects.map(({ selection }) => selection));
  const wanted = ordering.value ? [`${alias}.id`] : [`${alias}.id`, ordering.column];
  if (!selected.has(alias)) for (const key of new Set(wanted)) if (!selected.has(key)) query.addSelect(key);
  return query;
}

/** Shapes fetched rows, one more than the page where there is more, as a page. */
export function toPage<Row extends ObjectLiteral>(
  rows: readonly Row[],
  { size, backward }: Slice,
  { ordering, args }: KeysetOptions<Row>,
  totalCount: () => Promise<number>,
): Page<Row> {
  const more = rows.length > size;
  const nodes = rows.slice(0, size);
  if (backward) nodes.reverse();
  const edges = nodes.map((node) => ({ cursor: encodeCursor(ordering, placeOf(node, ordering)), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: backward ? (args.before ?? null) !== null : more,
      hasPreviousPage: backward ? more : (args.after ?? null) !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

async function countRows<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Promise<number> {
  const row = await query
    .clone()
    .orderBy()
    .select('COUNT(*)', 'count')
    .getRawOne<{ count: string | number }>();
  return safeNumber(row?.count ?? 0);
}
