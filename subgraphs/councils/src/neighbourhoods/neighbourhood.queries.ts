import { In, type EntityManager } from 'typeorm';
import { defineLoader, definePageLoader, mapPage, rowById, rowsByParent } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  textSort,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { NeighbourhoodCouncil } from './neighbourhood-council.entity';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { Neighbourhood } from './neighbourhood.entity';
import type { NeighbourhoodFilter } from './neighbourhood.types';

/** A neighbourhood by its id. */
export const neighbourhoodById = rowById(Neighbourhood);

/** The wards of a neighbourhood, in their order. */
export const partsOf = rowsByParent(NeighbourhoodPart, 'neighbourhoodId', {
  neighbourhoodId: 'ASC',
  position: 'ASC',
});

/** Codes of the councils that a neighbourhood lies in. */
export const councilCodesOf = defineLoader<string, string[]>(async (ids, { database }) => {
  const rows = await database.reader.find(NeighbourhoodCouncil, {
    where: { neighbourhoodId: In([...ids]) },
    order: { councilGssCode: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.neighbourhoodId === id).map((row) => row.councilGssCode));
});

/** The neighbourhoods in whose place one stands. */
export const supersededBy = rowsByParent(Neighbourhood, 'supersededById', { nameSort: 'ASC', id: 'ASC' });

/** The neighbourhoods that a ward belongs to, whole or in part, by name; those no longer in use too. */
export const neighbourhoodsOfWard = defineLoader<string, Neighbourhood[]>(async (codes, context) => {
  const parts = await context.database.reader.findBy(NeighbourhoodPart, { wardGssCode: In([...codes]) });
  const ids = [...new Set(parts.map((part) => part.neighbourhoodId))];
  const found = new Map((await neighbourhoodById.loadMany(context, ids)).map((row, at) => [ids[at]!, row]));
  return codes.map((code) => {
    const mine = new Set(
      parts.filter((part) => part.wardGssCode === code).map((part) => part.neighbourhoodId),
    );
    return [...mine]
      .flatMap((id) => found.get(id) ?? [])
      .sort((one, other) => (one.nameSort + one.id < other.nameSort + other.id ? -1 : 1));
  });
});

const byName = (alias: string): Ordering => ({ name: 'NAME', column: `${alias}.nameSort`, direction: 'ASC' });

/** Arguments of a council's list of neighbourhoods. */
export interface NeighbourhoodArgs extends PageArgs {
  readonly includeSuperseded: boolean;
}

/** A page of the neighbourhoods of each council by name. */
export const neighbourhoodsOfCouncil = definePageLoader<Neighbourhood, NeighbourhoodArgs>(
  async (councils, { includeSuperseded, ...args }, context) => {
    const query = context.database.reader.createQueryBuilder(NeighbourhoodCouncil, 'listed');
    if (!includeSuperseded) query.andWhere('listed.state = :state', { state: 'CURRENT' });
    const pages = await keysetPagesByParent({
      query,
      alias: 'listed',
      parentColumn: 'listed.councilGssCode',
      parents: [...councils],
      ordering: byName('listed'),
      args,
    });
    const all = [...pages.values()].flatMap((page) => page.nodes.map((row) => row.neighbourhoodId));
    await neighbourhoodById.loadMany(context, all);
    const shown = await Promise.all(
      [...pages].map(async ([council, page]): Promise<[string, Page<Neighbourhood>]> => [
        council,
        await mapPage(page, (rows) =>
          neighbourhoodById.loadMany(
            context,
            rows.map((row) => row.neighbourhoodId),
          ),
        ),
      ]),
    );
    return new Map(shown);
  },
);

/** A page of neighbourhoods by name. */
export function neighbourhoodPage(
  reader: EntityManager,
  args: PageArgs,
  { nameStartsWith, includeSuperseded }: NeighbourhoodFilter,
): Promise<Page<Neighbourhood>> {
  const query = reader.createQueryBuilder(Neighbourhood, 'neighbourhood');
  if (!includeSuperseded) query.andWhere('neighbourhood.state = :state', { state: 'CURRENT' });
  if (nameStartsWith)
    query.andWhere('neighbourhood.nameSort >= :prefix AND neighbourhood.nameSort < :beyond', {
      prefix: textSort(nameStartsWith),
      beyond: `${textSort(nameStartsWith)}\u{10FFFF}`,
    });
  return keysetPage({ query, alias: 'neighbourhood', ordering: byName('neighbourhood'), args });
}
