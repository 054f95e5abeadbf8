import type { Tx } from '@coop/shared/commands';
import { problem, type Problem } from '@coop/shared/problems';
import { councilsOnRecord, noSuchCouncil } from '../areas/council-record.queries';
import { SharedService, SharedServicePartner } from './shared-service.entity';
import type { SharedServicePartner as Partner, SharedServiceTerms } from './shared-services.rules';

/** NotFound: there is no such shared service. */
export const noSuchService = problem.notFound('There is no such shared service.', { path: ['id'] });

/** A problem for each partner that is no council on record, or one that was abolished. */
export async function partnerProblems(tx: Tx, partners: readonly Partner[]): Promise<Problem[]> {
  const known = await councilsOnRecord(
    tx.manager,
    partners.map((one) => one.council),
  );
  return partners.flatMap(({ council: code }, index) => {
    const path = ['partners', String(index), 'council'];
    const council = known.get(code);
    if (!council) return [noSuchCouncil(path)];
    if (council.validUntil === null || council.validUntil >= tx.today) return [];
    return [problem.ineligible(`${council.name} was abolished.`, { path })];
  });
}

/** Writes the partners of a service in their order. */
export function writePartners(
  tx: Tx,
  { id, nameSort }: Pick<SharedService, 'id' | 'nameSort'>,
  partners: readonly Partner[],
): Promise<void> {
  return tx.insertMany(
    SharedServicePartner,
    partners.map(({ council, weight }, position) => ({
      id: tx.newId('partner'),
      sharedServiceId: id,
      councilGssCode: council,
      nameSort,
      weight,
      position,
    })),
  );
}

/** The rows of a service's partners, in their order. */
export function partnerRows(tx: Tx, { id }: Pick<SharedService, 'id'>): Promise<SharedServicePartner[]> {
  return tx.manager.find(SharedServicePartner, {
    where: { sharedServiceId: id },
    order: { position: 'ASC' },
  });
}

/** A service as the rules see it. */
export function termsOf(service: SharedService, partners: readonly Partner[]): SharedServiceTerms {
  const { councilGssCode, baselineCostPence, presentCostPence } = service;
  return { service: service.service, lead: councilGssCode, partners, baselineCostPence, presentCostPence };
}
