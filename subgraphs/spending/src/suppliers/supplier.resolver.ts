import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { Council, Organisation } from '../stubs';
import { Supplier } from './supplier.entity';
import { supplierById } from './supplier.queries';

/** Suppliers: the root, and what is worked out of one. */
@Resolver(() => Supplier)
export class SupplierResolver {
  @Query(() => Supplier, { nullable: true, description: 'The supplier with an id; null when there is none.' })
  supplier(
    @Arg('id', () => ID, { description: 'Its id, `supplier_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Supplier | null> {
    return supplierById.load(context, id);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council whose record it is.' })
  council(@Root() { gssCode }: Supplier): Council {
    return { gssCode };
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation of the directory that it is; null where it is not matched to one.',
  })
  organisation(@Root() { organisationId }: Supplier): Organisation | null {
    return organisationId === null ? null : { id: organisationId };
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'True for a voluntary or community sector organisation or social enterprise; null where its sector is not known.',
  })
  isVcse(@Root() { sector }: Supplier): boolean | null {
    return sector === 'UNKNOWN' ? null : sector === 'VCSE';
  }
}
