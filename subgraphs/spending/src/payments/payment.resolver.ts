import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, Money, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { councilsWithPayments } from '../summary/summary.queries';
import { Supplier } from '../suppliers/supplier.entity';
import { supplierById } from '../suppliers/supplier.queries';
import { Payment } from './payment.entity';
import { PaymentOrder } from './payment.enums';
import { fileOfImport, paymentById, paymentPage, paymentsOfCouncil } from './payment.queries';
import { PaymentConnection, PaymentFilter, PaymentSource } from './payment.types';

const FILTER = { nullable: true, description: 'Which of them.' };
const ORDER = { nullable: true, description: 'In which order; NEWEST unless told.' };

/** Payments: the roots, and what is worked out of a payment. */
@Resolver(() => Payment)
export class PaymentResolver {
  @Query(() => Payment, { nullable: true, description: 'The payment with an id; null when there is none.' })
  payment(
    @Arg('id', () => ID, { description: 'Its id, `payment_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Payment | null> {
    return paymentById.load(context, id);
  }

  @ListSize()
  @Query(() => PaymentConnection, {
    description: 'Payments of the councils that the filter names, otherwise of all that have any. Open data.',
  })
  async payments(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => PaymentFilter, FILTER) filter: PaymentFilter | null,
    @Arg('orderBy', () => PaymentOrder, ORDER) orderBy: PaymentOrder | null,
    @Ctx() context: RequestContext,
  ) {
    const councils = filter?.councils ?? (await councilsWithPayments(context.database.reader));
    const page = await paymentPage(context, councils, { ...args, filter, orderBy });
    return toConnection(PaymentConnection, page);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that paid.' })
  council(@Root() { gssCode }: Payment): Council {
    return { gssCode };
  }

  @FieldResolver(() => Supplier, {
    nullable: true,
    description: "The council's record of who was paid; null where it is not to be had.",
  })
  supplier(@Root() { supplierId }: Payment, @Ctx() context: RequestContext): Promise<Supplier | null> {
    return supplierById.load(context, supplierId);
  }

  @FieldResolver(() => Money, { description: 'What was paid, on the `basis`; negative for a credit.' })
  amount(@Root() { amountPence }: Payment): Money {
    return Money.of(amountPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'Value added tax that the council cannot reclaim, apart from the amount; null where the file does not say.',
  })
  irrecoverableVat(@Root() { irrecoverableVatPence }: Payment): Money | null {
    return Money.orNull(irrecoverableVatPence);
  }

  @FieldResolver(() => PaymentSource, {
    nullable: true,
    description: 'Where it was published; null where it came by no file.',
  })
  async source(
    @Root() { importRunId, fileRow }: Payment,
    @Ctx() context: RequestContext,
  ): Promise<PaymentSource | null> {
    const file = importRunId === '' ? null : await fileOfImport.load(context, importRunId);
    return file === null ? null : { file, row: fileRow };
  }
}

/** The payments of a council. */
@Resolver(() => Council)
export class CouncilPaymentsResolver {
  @ListSize()
  @FieldResolver(() => PaymentConnection, { nullable: true, description: 'What it paid. Open data.' })
  async payments(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => PaymentFilter, FILTER) filter: PaymentFilter | null,
    @Arg('orderBy', () => PaymentOrder, ORDER) orderBy: PaymentOrder | null,
    @Ctx() context: RequestContext,
  ) {
    const page = await paymentsOfCouncil.load(context, gssCode, { ...args, filter, orderBy });
    return toConnection(PaymentConnection, page);
  }
}
