import { In, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { defineLoader, inOrder, type Loader } from './loader';

/** A loader of the rows of an entity by their ids: one statement for a list of them, null for an unknown id. */
export function rowById<Row extends { readonly id: string }>(entity: EntityTarget<Row>): Loader<string, Row> {
  return defineLoader<string, Row>(async (ids, { database }) => {
    const where = { id: In([...ids]) } as FindOptionsWhere<Row>;
    return inOrder(ids, await database.reader.findBy(entity, where), (row) => row.id);
  });
}

/**
 * A loader of all rows of each of a list of parents, by one statement. For the few that a thing consists of; what
 * can grow is a connection and takes `definePageLoader`.
 * @param parent the property of a row that names its parent
 * @param order the order of the rows of one parent, complete: no two rows alike in it
 */
export function rowsByParent<Row extends object>(
  entity: EntityTarget<Row>,
  parent: keyof Row & string,
  order: FindOptionsOrder<Row>,
): Loader<string, Row[]> {
  return defineLoader<string, Row[]>(async (ids, { database }) => {
    const where = { [parent]: In([...ids]) } as FindOptionsWhere<Row>;
    const byParent = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await database.reader.find(entity, { where, order })) {
      byParent.get(row[parent] as string)?.push(row);
    }
    return ids.map((id) => byParent.get(id) ?? []);
  });
}
