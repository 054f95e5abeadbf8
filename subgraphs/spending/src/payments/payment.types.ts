import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Payment } from './payment.entity';
import { PaymentChannel } from './payment.enums';

/** A page of payments. */
export const PaymentConnection = connectionType(Payment, 'Payment', 'payments');

/** Which payments to list; everything that is said must hold. */
@InputType({ description: 'Which payments to list; everything that is said must hold.' })
export class PaymentFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'GSS codes of the councils that paid, at most 100. Under a council it narrows to that council alone.',
  })
  councils?: string[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Paid on this day or later.' })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Paid on this day or earlier.' })
  to?: LocalDate | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'Of this many pence or more.' })
  minimumPence?: number | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'Of this many pence or less.' })
  maximumPence?: number | null;

  @Field(() => ID, { nullable: true, description: 'To the supplier with this id, `supplier_…`.' })
  supplier?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'To suppliers that are this organisation of the directory, `organisation_…`.',
  })
  organisation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'By this department, whatever the case and spacing; empty text for none named.',
  })
  department?: string | null;

  @Field(() => String, { nullable: true, description: 'For this purpose; empty text for none named.' })
  purpose?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of this class of goods or services; empty text for none named.',
  })
  category?: string | null;

  @Field(() => PaymentChannel, { nullable: true, description: 'That left by this channel.' })
  channel?: PaymentChannel | null;

  @Field(() => String, { nullable: true, description: 'With exactly this invoice number.' })
  invoiceNumber?: string | null;
}

/** Where a payment was published. */
@ObjectType({ description: 'Where a payment was published.' })
export class PaymentSource {
  @Field(() => String, {
    description: 'Name of the file, as whoever sent it called it. Published: it names no person.',
  })
  file!: string;

  @Field(() => Int, {
    description: 'Number of its record in the file as a spreadsheet shows it, usually with the header as 1.',
  })
  row!: number;
}
