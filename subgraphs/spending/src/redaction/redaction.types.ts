import { Field, ID, InputType } from 'type-graphql';
import { IsIdText, IsText, MutationInput, payloadType } from '@coop/shared/graphql';
import { Supplier } from '../suppliers/supplier.entity';

/** Redacting a name. */
@InputType({ description: "Takes a person's name out of the payments of a council, for good." })
export class SupplierNameRedactInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the record of the supplier, `supplier_…`.' })
  supplierId!: string;

  @IsText(1000)
  @Field(() => String, { description: 'Why. Kept for auditors: do not repeat the name in it.' })
  statementOfReasons!: string;
}

/** What `supplierNameRedact` answers. */
export const SupplierNameRedactPayload = payloadType('SupplierNameRedactPayload', 'supplier', Supplier);
