import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IsIdText, IsText, MutationInput, payloadType, SafeIntScalar } from '@coop/shared/graphql';
import { Supplier } from './supplier.entity';
import { SupplierSector } from './supplier.enums';

/** Which supplier is changed. */
@InputType()
abstract class SupplierInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The supplier, `supplier_…`.' })
  supplierId!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'The version that the change is based on; refused when somebody else was faster.',
  })
  expectedVersion?: number | null;
}

/** Who a supplier is. */
@InputType({ description: 'Which organisation of the directory a supplier is.' })
export class SupplierConfirmMatchInput extends SupplierInput {
  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation, `organisation_…`; left out, the supplier is none of the directory. Either way no matching changes it any more.',
  })
  organisationId?: string | null;
}

/** What a supplier is. */
@InputType({ description: 'What is known of a supplier; what is left out stays as it is.' })
export class SupplierSetFactsInput extends SupplierInput {
  @IsOptional()
  @IsIn(Object.keys(SupplierSector))
  @Field(() => SupplierSector, { nullable: true, description: 'Its sector.' })
  sector?: SupplierSector | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, { nullable: true, description: 'Whether it is small or medium-sized.' })
  isSme?: boolean | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is registered, or mainly works, in the council's area.",
  })
  isLocal?: boolean | null;

  @IsText(1000)
  @Field(() => String, {
    description: 'What that rests on: a register, a declaration, the contract. Open data; name no person.',
  })
  evidence!: string;
}

/** Which suppliers to ask the directory about. */
@InputType({ description: 'Which suppliers to ask the directory about.' })
export class SupplierFactsRefreshInput extends MutationInput {
  @Matches(/^[EWSN]\d{8}$/, { message: 'council must be a GSS code, such as E08000004' })
  @Field(() => ID, { description: 'GSS code of the council whose suppliers they are.' })
  council!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many: 1 to 500, 200 unless told. Those that nobody has looked for come first, then those that were asked about longest ago.',
  })
  first?: number | null;
}

/** What came of asking the directory. */
@ObjectType({ description: 'What came of asking the directory about suppliers.' })
export class SupplierRefresh {
  @Field(() => Int, { description: 'How many suppliers it was asked about.' })
  asked!: number;

  @Field(() => Int, { description: 'How many are one of its organisations.' })
  matched!: number;

  @Field(() => Int, { description: 'How many could be several: a person has to choose.' })
  ambiguous!: number;

  @Field(() => Int, { description: 'How many it does not know.' })
  unknown!: number;

  @Field(() => Int, {
    description:
      'How many suppliers of the council it was not asked about within the last day: call again to go on with them, until it is 0.',
  })
  remaining!: number;
}

export const SupplierConfirmMatchPayload = payloadType('SupplierConfirmMatchPayload', 'supplier', Supplier);
export const SupplierSetFactsPayload = payloadType('SupplierSetFactsPayload', 'supplier', Supplier);
export const SupplierFactsRefreshPayload = payloadType(
  'SupplierFactsRefreshPayload',
  'refresh',
  SupplierRefresh,
);
