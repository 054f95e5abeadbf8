import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar, Money } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { PaymentChannel } from '../payments/payment.enums';
import { Council, Organisation } from '../stubs';
import { Supplier } from '../suppliers/supplier.entity';
import { SupplierSector } from '../suppliers/supplier.enums';
import { SpendBasis, type SpendGrouping } from './summary.enums';

/** Which spending is meant; everything that is said must hold. */
@InputType({ description: 'Which spending is meant; everything that is said must hold.' })
export class SpendFilter {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Paid on this day or later. Whole months are read from what is kept, other days summed up.',
  })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Paid on this day or earlier.' })
  to?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'By this department, whatever the case and spacing; empty text for payments that name none.',
  })
  department?: string | null;

  @Field(() => String, { nullable: true, description: 'For this purpose; empty text for none named.' })
  purpose?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of this class of goods or services; empty text for none named.',
  })
  category?: string | null;

  @Field(() => ID, { nullable: true, description: 'To the supplier with this id, `supplier_…`.' })
  supplier?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'To suppliers that are this organisation of the directory, `organisation_…`.',
  })
  organisation?: string | null;

  @Field(() => SupplierSector, { nullable: true, description: 'To suppliers of this sector.' })
  sector?: SupplierSector | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for suppliers known to be small or medium-sized, false for those known not to be.',
  })
  isSme?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for suppliers known to be local, false for those known not to be.',
  })
  isLocal?: boolean | null;

  @Field(() => PaymentChannel, { nullable: true, description: 'That left by this channel.' })
  channel?: PaymentChannel | null;
}

/** One group of a summary. */
@ObjectType({ description: 'One group of a summary of spending.' })
export class SpendGroup {
  @Field(() => String, {
    description:
      'What the group is, for programs: `2019-07`, `VCSE`, a code of a department; see `SpendGrouping`.',
  })
  key!: string;

  @Field(() => String, { description: 'What the group is, for people.' })
  label!: string;

  @Field(() => Money, { description: 'What was paid in all, credits taken off.' })
  total!: Money;

  @Field(() => Int, { description: 'How many payments.' })
  paymentCount!: number;

  @Field(() => Float, {
    description:
      'Its share of what was paid in all groups, from 0 to 1. A group in which credits outweigh payments has 0, and is left out of the whole.',
  })
  share!: number;

  @Field(() => Organisation, {
    nullable: true,
    description:
      'The organisation of the directory, in a grouping by SUPPLIER; null where it is not matched to one.',
  })
  organisation!: Organisation | null;

  @Field(() => Supplier, {
    nullable: true,
    description: "The council's record, in a grouping by SUPPLIER; the first where several are one body.",
  })
  supplier?: Supplier | null;

  @Field(() => Council, {
    nullable: true,
    description: 'The council, in a grouping by COUNCIL; otherwise null.',
  })
  council!: Council | null;

  /** What the summary was asked for with. */
  question!: SpendQuestion;
}

/** What is left when groups are cut to the largest. */
@ObjectType({ description: 'What is left when the groups of a summary are cut to the first.' })
export class SpendOthers {
  @Field(() => Int, { description: 'How many groups are left.' })
  groupCount!: number;

  @Field(() => Money, { description: 'What was paid in them in all.' })
  total!: Money;

  @Field(() => Int, { description: 'How many payments they have.' })
  paymentCount!: number;

  @Field(() => Float, {
    description:
      'Their share of what was paid in all groups, from 0 to 1; with those of the groups it makes up 1.',
  })
  share!: number;
}

/** How far spending is in few hands. */
@ObjectType({
  description: 'How far spending is in few hands. Suppliers to whom credits outweigh payments are left out.',
})
export class SpendConcentration {
  @Field(() => Int, { description: 'How many suppliers were paid.' })
  supplierCount!: number;

  @Field(() => Float, {
    description: 'The share of the largest suppliers, as many as asked for, from 0 to 1.',
  })
  topShare!: number;

  @Field(() => Float, {
    description:
      'Herfindahl–Hirschman index: the sum of the squares of all shares, from near 0 (many small) to 1 (one has all). Competition authorities call a market concentrated from 0.1 and highly so from 0.2.',
  })
  herfindahlIndex!: number;
}

/** A sum and how it differs from the period before. */
@ObjectType({
  description: 'What was paid in the period of the same length just before, and how much that differs.',
})
export class SpendChange {
  @Field(() => LocalDateScalar, { description: 'First day of the period before.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day of the period before.' })
  to!: LocalDate;

  @Field(() => Money, { description: 'What was paid then.' })
  total!: Money;

  @Field(() => Int, { description: 'How many payments then.' })
  paymentCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'By what share spending has risen since, -0.1 for a tenth less; null where nothing was paid then.',
  })
  change!: number | null;
}

/** A sum, and the group that it is of. */
export interface SpendSum {
  readonly key: string;
  readonly pence: number;
  readonly payments: number;
}

/** What a summary was asked for with. */
export interface SpendQuestion {
  readonly councils: readonly string[];
  readonly filter: SpendFilter;
  readonly groupBy: SpendGrouping;
}

/** Spending, summed up and grouped. */
@ObjectType({
  description: 'Spending summed up and grouped, out of kept roll-ups: always the sum of the payments.',
})
export class SpendSummary {
  @Field(() => Money, { description: 'What was paid in all, credits taken off.' })
  total!: Money;

  @Field(() => Int, { description: 'How many payments.' })
  paymentCount!: number;

  @Field(() => Int, { description: 'How many groups there are.' })
  groupCount!: number;

  @Field(() => SpendBasis, {
    nullable: true,
    description: 'Whether the amounts include value added tax; null where there is no payment.',
  })
  basis!: SpendBasis | null;

  /** What was asked. */
  question!: SpendQuestion;

  /** Every group, in its order. */
  sums!: readonly SpendSum[];
}

/** Suppliers within one category. */
@ObjectType({
  description:
    'How spending on one thing is spread over suppliers: many small ones are a chance to buy together.',
})
export class SpendFragment {
  @Field(() => String, { description: 'Code of the category, purpose or department; empty for none named.' })
  key!: string;

  @Field(() => String, { description: 'Its name as published.' })
  label!: string;

  @Field(() => Int, { description: 'How many suppliers were paid.' })
  supplierCount!: number;

  @Field(() => Int, { description: 'How many payments.' })
  paymentCount!: number;

  @Field(() => Money, { description: 'What was paid in all.' })
  total!: Money;

  @Field(() => Float, {
    description:
      'Share of the supplier that was paid most, from 0 to 1. Suppliers to whom credits outweigh payments are left out.',
  })
  largestShare!: number;
}

/** What one council pays a supplier that others pay too. */
@ObjectType({ description: 'What one council pays a supplier that others pay too.' })
export class JointBuyingShare {
  @Field(() => Council, { nullable: true, description: 'The council.' })
  council!: Council | null;

  @Field(() => Money, { description: 'What it paid.' })
  total!: Money;

  @Field(() => Int, { description: 'How many payments.' })
  paymentCount!: number;
}

/** A supplier of several councils. */
@ObjectType({
  description:
    'A supplier of several councils: the same organisation of the directory, or where it is not matched the same name. A chance to buy together.',
})
export class JointSupplier {
  @Field(() => String, { description: 'Its name, as one of the councils publishes it.' })
  name!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation; null where only the names are alike, which a person should check.',
  })
  organisation!: Organisation | null;

  @Field(() => Money, { description: 'What the councils paid in all.' })
  total!: Money;

  @Field(() => Int, { description: 'How many payments.' })
  paymentCount!: number;

  @Field(() => [JointBuyingShare], { description: 'Each council, the one that pays most first.' })
  councils!: JointBuyingShare[];
}
