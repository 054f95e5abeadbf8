import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { lockSupplier } from './lock-supplier.command';
import { SupplierSetFactsInput } from './supplier-inputs.types';

const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

/** Sets what is known of a supplier, with its evidence. What a person set outlives every refresh. */
export const setSupplierFacts = defineCommand<SupplierSetFactsInput>({
  name: 'supplierSetFacts',
  input: SupplierSetFactsInput,
  async handle(tx, input) {
    const locked = await lockSupplier(tx, input);
    if ('problems' in locked) return refuse(...locked.problems);
    const { supplier } = locked;
    const { sector, isSme, isLocal } = input;
    const evidence = input.evidence.trim();
    const problems = [
      ...(evidence === '' ? [problem.invalidInput('Say what it rests on.', { path: ['evidence'] })] : []),
      ...([sector, isSme, isLocal].some(isGiven)
        ? []
        : [problem.invalidInput('Say its sector, its size or whether it is local.', { path: ['sector'] })]),
    ];
    if (problems.length > 0) return refuse(...problems);
    const changes = {
      ...(isGiven(sector) ? { sector, sectorSource: 'PERSON' as const } : {}),
      ...(isGiven(isSme) ? { isSme, smeSource: 'PERSON' as const } : {}),
      ...(isGiven(isLocal) ? { isLocal, localSource: 'PERSON' as const } : {}),
    };
    await tx.update(Object.assign(supplier, changes, { factsEvidence: evidence }));
    return done({ council: supplier.gssCode, subject: supplier.id, changes });
  },
});
