import { GraphQLError } from 'graphql';

/** What a client says about the page it wants: from the front or from the back, never both. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** An order in which rows are paged; the row's `id` breaks ties, in the same direction. */
export interface Ordering<Row = never> {
  /** Stands in every cursor, so that a cursor is not taken for one of another order. */
  readonly name: string;
  /** Property path with its alias, `asset.nameSort`; NOT NULL, and led to by an index that ends in it. */
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
  /** No two rows of the list have the same value, by a unique index: there is no tie for the id to break. */
  readonly isUnique?: boolean;
  /**
   * Name of the index that gives the rows of the query in this order. For a list that can grow long under one parent:
   * where MySQL takes the range that a cursor cuts off such a list for a large part of the table, it reads the list
   * from its beginning instead, unless it is told the index. Not for queries that another index narrows further.
   */
  readonly index?: string;
  /**
   * True where that index leads to the rows of every page, the first one too, on either database. For a list that other
   * conditions narrow by columns with indices of their own: a database that takes one of these sorts all it leads to.
   */
  readonly isLedByIndex?: boolean;
  /** The column's value in a row, where it is not the row's property of the same name. */
  value?(row: Row): string | number | Date;
}

/** A page of rows. */
export interface Page<Row> {
  nodes: Row[];
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counts all rows, without the page's limits; runs once, and only when it is called. */
  totalCount(): Promise<number>;
}

/** Rows on a page when nobody says how many. */
export const DEFAULT_PAGE = 20;
/** The most rows on a page. */
export const MAXIMUM_PAGE = 100;

/** An argument that no honest client would send. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** How many rows are wanted, and from which end. */
export interface Slice {
  readonly size: number;
  readonly backward: boolean;
}

/**
 * Reads the size and the direction of a page.
 * @throws GraphQLError BAD_USER_INPUT when both ends are asked for, or a size is out of bounds
 */
export function sliceOf(args: PageArgs, maximum: number): Slice {
  const { first = null, last = null } = args;
  if (first !== null && last !== null)
    throw badInput('Ask for the first rows or for the last, not for both.');
  const size = first ?? last ?? Math.min(DEFAULT_PAGE, maximum);
  if (!Number.isInteger(size) || size < 1 || size > maximum)
    throw badInput(`A page has 1 to ${maximum} rows, not ${size}.`);
  return { size, backward: last !== null };
}

/** Calls a function at most once and gives everybody the same promise. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
