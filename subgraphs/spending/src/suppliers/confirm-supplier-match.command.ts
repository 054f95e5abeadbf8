import { defineCommand, done, type Command } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { UNMATCHED } from './apply-refresh.command';
import { lockSupplier } from './lock-supplier.command';
import { factsAfterAsking, type OrganisationFacts } from './supplier-facts.rules';
import { SupplierConfirmMatchInput } from './supplier-inputs.types';

/**
 * Says which organisation a supplier is, or that it is none. No matching changes that any more.
 * @param facts what the directory says of the organisation that the input names; null where it knows none
 */
export function confirmSupplierMatch(facts: OrganisationFacts | null): Command<SupplierConfirmMatchInput> {
  return defineCommand<SupplierConfirmMatchInput>({
    name: 'supplierConfirmMatch',
    input: SupplierConfirmMatchInput,
    async handle(tx, input) {
      const locked = await lockSupplier(tx, input);
      if ('problems' in locked) return refuse(...locked.problems);
      const { supplier } = locked;
      if (supplier.isRedacted)
        return refuse(
          problem.wrongState('The name was redacted: it is matched to nobody.', 'REDACTED', ['PUBLISHED'], {
            path: ['supplierId'],
          }),
        );
      const named = input.organisationId ?? null;
      if (named !== null && facts === null)
        return refuse(
          problem.notFound('The directory knows no such organisation.', { path: ['organisationId'] }),
        );
      Object.assign(
        supplier,
        named === null || facts === null
          ? { ...UNMATCHED, matchState: 'DECLINED' }
          : {
              matchState: 'CONFIRMED',
              matchMethod: 'PERSON',
              matchScore: 1,
              organisationId: facts.id,
              orgId: facts.orgId,
            },
        factsAfterAsking(supplier, named === null ? null : facts),
        { factsReadAt: tx.now },
      );
      await tx.update(supplier);
      const { gssCode, id, matchState, organisationId } = supplier;
      return done({ council: gssCode, subject: id, changes: { matchState, organisationId } });
    },
  });
}
