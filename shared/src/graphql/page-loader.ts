import type { Page, PageArgs } from '../persistence';
import type { RequestContext } from './context';
import { defineLoader } from './loader';

/** Loads the same page under many parents by one statement. */
export interface PageLoader<Item, Args extends PageArgs> {
  load(context: RequestContext, parent: string, args: Args): Promise<Page<Item>>;
}

interface PageKey<Args> {
  readonly parent: string;
  readonly args: Args;
}

/**
 * A request-scoped loader of pages under parents. A list of parents asks with the same arguments, so all of
 * them become one call; an alias with other arguments becomes another.
 * @param pages reads the page of every parent, usually through `keysetPagesByParent`
 */
export function definePageLoader<Item, Args extends PageArgs>(
  pages: (
    parents: readonly string[],
    args: Args,
    context: RequestContext,
  ) => Promise<ReadonlyMap<string, Page<Item>>>,
): PageLoader<Item, Args> {
  const loader = defineLoader<PageKey<Args>, Page<Item>>(
    async (keys, context) => {
      const groups = new Map<string, { args: Args; parents: string[] }>();
      for (const { parent, args } of keys) {
        const name = JSON.stringify(args);
        const group = groups.get(name) ?? { args, parents: [] };
        group.parents.push(parent);
        groups.set(name, group);
      }
      const found = new Map<string, ReadonlyMap<string, Page<Item>>>();
      for (const [name, { args, parents }] of groups) found.set(name, await pages(parents, args, context));
      return keys.map(({ parent, args }) => found.get(JSON.stringify(args))?.get(parent) ?? null);
    },
    ({ parent, args }) => JSON.stringify([parent, args]),
  );
  return {
    async load(context, parent, args) {
      const page = await loader.load(context, { parent, args });
      if (!page) throw new Error(`No page was read for ${parent}.`);
      return page;
    },
  };
}

/** The same page with every row turned into something else; a row that has no counterpart is left out. */
export async function mapPage<From, To>(
  page: Page<From>,
  convert: (rows: readonly From[]) => Promise<readonly (To | null)[]>,
): Promise<Page<To>> {
  const converted = await convert(page.nodes);
  const edges = page.edges.flatMap(({ cursor }, index) => {
    const node = converted[index] ?? null;
    return node === null ? [] : [{ cursor, node }];
  });
  return { ...page, nodes: edges.map(({ node }) => node), edges };
}
