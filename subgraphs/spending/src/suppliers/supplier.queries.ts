import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, definePageLoader, inOrder } from '@coop/shared/graphql';
import { UNSEEN_RUNS } from '@coop/shared/importing';
import { keysetPagesByParent, textSort, type Ordering, type PageArgs } from '@coop/shared/persistence';
import { Supplier } from './supplier.entity';
import type { SupplierOrder } from './supplier.enums';
import type { SupplierFilter } from './supplier.types';

/**
 * The condition under which a supplier may be seen: somebody can see a payment to it. Asked of the totals that are kept
 * with the imports, one look-up in an index for a supplier however many its payments are. It is a value rather than an
 * EXISTS, which MariaDB would turn into a join and leave the order of the list for.
 */
const IS_PAID = `(SELECT 1 FROM spend_total WHERE spend_total.gss_code = supplier.gss_code
  AND spend_total.dimension = 'SUPPLIER' AND spend_total.label_key = supplier.id
  AND spend_total.import_run_id NOT IN ${UNSEEN_RUNS}
  LIMIT 1) IS NOT NULL`;

/**
 * Suppliers that a payment which may be seen was made to: where every reading of the table for somebody begins. Records
 * of an import that loads, was cut off or was withdrawn name whom nobody has published.
 */
export function visibleSuppliers(reader: EntityManager): SelectQueryBuilder<Supplier> {
  return reader.createQueryBuilder(Supplier, 'supplier').where(IS_PAID);
}

/** A supplier by its id. */
export const supplierById = defineLoader<string, Supplier>(async (ids, { database }) =>
  inOrder(
    ids,
    await visibleSuppliers(database.reader)
      .andWhere({ id: In([...ids]) })
      .getMany(),
    ({ id }) => id,
  ),
);

/** What a list of suppliers is asked for with. */
export interface SupplierArgs extends PageArgs {
  readonly filter?: SupplierFilter | null;
  readonly orderBy?: SupplierOrder | null;
}

const ORDERINGS: Readonly<Record<SupplierOrder, Ordering>> = {
  NAME: { name: 'NAME', column: 'supplier.nameSort', direction: 'ASC' },
  NAME_DESCENDING: { name: 'NAME_DESCENDING', column: 'supplier.nameSort', direction: 'DESC' },
};

const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

/** A page of each council's suppliers. */
export const suppliersOfCouncil = definePageLoader<Supplier, SupplierArgs>(
  async (councils, { filter, orderBy, ...args }, { database: { reader } }) => {
    const { nameBegins, ...wanted } = filter ?? {};
    const query = visibleSuppliers(reader);
    for (const [property, column] of [
      ['sector', 'sector'],
      ['matchState', 'matchState'],
      ['isSme', 'isSme'],
      ['isLocal', 'isLocal'],
      ['organisation', 'organisationId'],
    ] as const)
      if (isGiven(wanted[property]))
        query.andWhere(`supplier.${column} = :${property}`, { [property]: wanted[property] });
    if (isGiven(nameBegins)) {
      // Sorted as bytes, so everything that begins so lies before the last character that there is.
      const begin = textSort(nameBegins);
      query.andWhere('supplier.nameSort BETWEEN :begin AND :end', { begin, end: `${begin}\u{10ffff}` });
    }
    return keysetPagesByParent({
      query,
      alias: 'supplier',
      parentColumn: 'supplier.gssCode',
      parents: councils,
      ordering: ORDERINGS[orderBy ?? 'NAME'],
      args,
    });
  },
);
