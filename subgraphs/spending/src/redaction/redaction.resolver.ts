import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { supplierById } from '../suppliers/supplier.queries';
import { redactName } from './redact-name.command';
import { SupplierNameRedactInput, SupplierNameRedactPayload } from './redaction.types';

/** Names that are not to be shown. For officers and administrators of the council. */
@Resolver()
export class RedactionResolver {
  @Mutation(() => SupplierNameRedactPayload, {
    description:
      "Takes a person's name out of the payments of a council at request (UK GDPR art. 17 and 21): for an officer or administrator of the council. The name is kept neither in payments nor in what files say, and imports that bring it again leave it out; it stays in registers that only officers and auditors read, and in the names of files.",
  })
  supplierNameRedact(
    @Arg('input', () => SupplierNameRedactInput, { description: 'Whose record, and why.' })
    input: SupplierNameRedactInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, redactName, input, 'supplier', supplierById);
  }
}
