import { Field, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, Node, NodeId } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  IntegerColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { PaymentBasis, PaymentChannel } from './payment.enums';

/**
 * One line of money out, as a council published it. Written by imports alone and never changed but to redact a
 * person's name, so that what is summed up of an import stays right: see `summary/roll-up-month.command.ts`.
 *
 * There may be millions of them, and an import spends most of its time on the indices, so there are few: a page in
 * order of day or amount, the same of one supplier, the identity, and the import itself.
 */
@Entity('payment')
@Index(['gssCode', 'paidOn', 'id'])
@Index(['gssCode', 'amountPence', 'id'])
@Index(['gssCode', 'supplierId', 'paidOn', 'id'])
@Index(['gssCode', 'identityKey'])
@Index(['importRunId', 'paidOn'])
@NodeId('payment')
@ObjectType({
  implements: [Node],
  description:
    'One line of money out, as a council published it under the Local Government Transparency Code 2015 (paras. 28–31). Several lines may pay one invoice. Open data.',
})
export class Payment {
  @IdColumn()
  id!: string;

  /** The council that paid. */
  @CodeColumn(9)
  gssCode!: string;

  /** The import that brought it. Invisible while that import is LOADING or CLEANING: see `visiblePayments`. */
  @CodeColumn(64)
  importRunId!: string;

  /** Number of its record in the file, from 1 for the header, as a spreadsheet shows it; 0 where there was no file. */
  @IntegerColumn()
  fileRow!: number;

  @Field(() => LocalDateScalar, { description: 'The day on which it was paid, as the file says.' })
  @DayColumn()
  paidOn!: LocalDate;

  /** The council's record of the supplier, made of its code and key: see `supplierId`. Never empty. */
  @RefColumn()
  supplierId!: string;

  @Field(() => String, {
    description: 'Who was paid, as published; a word in its place where the name was redacted.',
  })
  @TextColumn(255)
  supplierName!: string;

  /** What was paid, on the `basis`; negative for a credit. */
  @PenceColumn()
  amountPence!: number;

  @Field(() => PaymentBasis, { description: 'Whether the amount includes value added tax.' })
  @CodeColumn(5)
  basis!: PaymentBasis;

  /** Value added tax that the council cannot reclaim, apart from the amount; null where the file does not say. */
  @PenceColumn({ nullable: true })
  irrecoverableVatPence!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The department that incurred the expenditure, as published; null where the file has none.',
  })
  @TextColumn(255, { nullable: true })
  department!: string | null;

  /** By what departments are grouped whatever their case and spacing: `labelKey(department)`; '' for none. */
  @CodeColumn(12)
  departmentKey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What it was for, as published: summary of purpose, expense type; null where the file has none.',
  })
  @TextColumn(255, { nullable: true })
  purpose!: string | null;

  /** `labelKey(purpose)`; '' for none. */
  @CodeColumn(12)
  purposeKey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The class of goods or services, as published: procurement classification, merchant category group; null where the file has none.',
  })
  @TextColumn(255, { nullable: true })
  category!: string | null;

  /** `labelKey(category)`; '' for none. */
  @CodeColumn(12)
  categoryKey!: string;

  @Field(() => String, {
    nullable: true,
    description: "The council's own number of the transaction; null where the file has none.",
  })
  @TextColumn(100, { nullable: true })
  reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of the supplier's invoice; null where the file has none, as in most files.",
  })
  @TextColumn(100, { nullable: true })
  invoiceNumber!: string | null;

  @Field(() => PaymentChannel, { description: 'How the money left the council.' })
  @CodeColumn(10)
  channel!: PaymentChannel;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for capital expenditure, false for revenue; null where the file does not say.',
  })
  @FlagColumn({ nullable: true })
  isCapital!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the merchant sells, as the card company puts it; null for what is no card purchase.',
  })
  @TextColumn(255, { nullable: true })
  merchantCategory!: string | null;

  /**
   * By what the same payment is recognised in another file: a hash of its content and of which occurrence of that
   * content in its file it is. Rows that are alike within one file are separate payments. Not unique: a file that
   * supersedes another brings the same payments while the others are still there.
   */
  @CodeColumn(32)
  identityKey!: string;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @VersionColumn()
  version!: number;
}
