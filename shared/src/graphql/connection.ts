import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Page, PageArgs } from '../persistence';

/** Where a page begins and ends. */
@Directive('@shareable')
@ObjectType({ description: 'Where a page begins and ends, and whether there is more on either side.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There are more rows after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'There are more rows before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; pass it as `before`.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; pass it as `after`.' })
  endCursor!: string | null;
}

/** The arguments of every connection. */
@ArgsType()
export class ConnectionArgs implements PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows from the front: 1 to 100, 20 unless told.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Begin after the row with this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many rows from the back: 1 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'End before the row with this cursor.' })
  before?: string | null;
}

/** One row of a page with its cursor. */
export interface Edge<Item> {
  cursor: string;
  node: Item;
}

/** A page of rows as GraphQL shows it. */
export interface Connection<Item> {
  edges: Edge<Item>[];
  nodes: Item[];
  pageInfo: PageInfo;
  totalCount(): Promise<number>;
}

const known = new Map<string, ClassType<Connection<object>>>();

/**
 * The Relay connection type of a GraphQL object type; the same class whenever it is asked for again.
 * @param item the class of the rows
 * @param name the GraphQL name of the rows, from which `AssetConnection` and `AssetEdge` are named
 * @param plural what the rows are, for the descriptions: `assets`
 */
export function connectionType<Item extends object>(
  item: ClassType<Item> | (() => ClassType<Item>),
  name: string,
  plural: string,
): ClassType<Connection<Item>> {
  const found = known.get(name);
  if (found) return found as unknown as ClassType<Connection<Item>>;
  const typeOf = () =>
    (item.prototype === undefined ? (item as () => ClassType<Item>)() : item) as ClassType<Item>;

  @ObjectType(`${name}Edge`, { description: `One row of a page of ${plural}.` })
  class ItemEdge implements Edge<Item> {
    @Field(() => String, { description: 'Opaque place of the row in this order.' })
    cursor!: string;

    @Field(typeOf, { description: 'The row itself.' })
    node!: Item;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class ItemConnection implements Connection<Item> {
    @Field(() => [ItemEdge], { description: 'The rows with their cursors.' })
    edges!: ItemEdge[];

    @Field(() => [typeOf()] as never, { description: 'The rows alone.' })
    nodes!: Item[];

    @Field(() => PageInfo, { description: 'Whether there is more on either side.' })
    pageInfo!: PageInfo;

    /** The counting query of the page; run only when the field is selected. */
    countRows!: () => Promise<number>;

    @Field(() => Int, { description: 'How many rows there are in all; counted only when it is selected.' })
    totalCount(): Promise<number> {
      return this.countRows();
    }
  }
  known.set(name, ItemConnection as unknown as ClassType<Connection<object>>);
  return ItemConnection;
}

/** A page of rows as an instance of their connection type. */
export function toConnection<Item extends object>(
  type: ClassType<Connection<Item>>,
  page: Page<Item>,
): Connection<Item> {
  const { totalCount, ...shown } = page;
  return Object.assign(new type(), shown, { countRows: totalCount });
}

/** Declares to the cost limit how many rows the connection can return. */
export const ListSize = (assumedSize = 20): PropertyDecorator & MethodDecorator =>
  Directive(
    `@listSize(assumedSize: ${assumedSize}, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`,
  ) as PropertyDecorator & MethodDecorator;

/**
 * Declares to the cost limit that a mutation is long work, so much that one request may ask for it once: ten of them
 * under other names would keep everybody else waiting for as long as all take together.
 */
export const LongWork = (): PropertyDecorator & MethodDecorator =>
  Directive(`@cost(weight: ${LONG_WORK})`) as PropertyDecorator & MethodDecorator;

/** More than half of what anybody may ask for at once, and for those who may do such work not too much. */
export const LONG_WORK = 6_000;
