import { definePageLoader, rowById } from '@coop/shared/graphql';
import { keysetPagesByParent, textSort, type Ordering, type PageArgs } from '@coop/shared/persistence';
import { Supplier } from './supplier.entity';
import type { SupplierOrder } from './supplier.enums';
import type { SupplierFilter } from './supplier.types';

/** A supplier by its id. */
export const supplierById = rowById(Supplier);

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
    const query = reader.createQueryBuilder(Supplier, 'supplier');
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
