import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { SupplierOrder } from './supplier.enums';
import { suppliersOfCouncil } from './supplier.queries';
import { SupplierConnection, SupplierFilter } from './supplier.types';

/** Whom a council pays. */
@Resolver(() => Council)
export class CouncilSuppliersResolver {
  @ListSize()
  @FieldResolver(() => SupplierConnection, {
    nullable: true,
    description: 'Whom it pays, as its files name them. Open data.',
  })
  async suppliers(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => SupplierFilter, { nullable: true, description: 'Which of them.' })
    filter: SupplierFilter | null,
    @Arg('orderBy', () => SupplierOrder, {
      nullable: true,
      description: 'In which order; by NAME unless told.',
    })
    orderBy: SupplierOrder | null,
    @Ctx() context: RequestContext,
  ) {
    const page = await suppliersOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(SupplierConnection, page);
  }
}
