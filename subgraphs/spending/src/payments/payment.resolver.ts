import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Money, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { Supplier } from '../suppliers/supplier.entity';
import { supplierById } from '../suppliers/supplier.queries';
import { Payment } from './payment.entity';
import { paymentById } from './payment.queries';

/** Payments: the root, and what is worked out of a payment. */
@Resolver(() => Payment)
export class PaymentResolver {
  @Query(() => Payment, { nullable: true, description: 'The payment with an id; null when there is none.' })
  payment(
    @Arg('id', () => ID, { description: 'Its id, `payment_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Payment | null> {
    return paymentById.load(context, id);
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
}
