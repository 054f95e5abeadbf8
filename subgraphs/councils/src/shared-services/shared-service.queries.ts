import type { EntityManager } from 'typeorm';
import {
  definePageLoader,
  mapPage,
  rowById,
  rowsByParent,
  type ReferenceResolver,
} from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { SharedService, SharedServicePartner } from './shared-service.entity';
import type { SharedServiceState } from './shared-service.enums';
import type { SharedServiceFilter } from './shared-service.types';
import { annualSaving, costShares, savingByPartner } from './shared-services.rules';

/** A shared service by id. */
export const sharedServiceById = rowById(SharedService);

/** Resolves references to shared services. */
export const sharedServiceOfReference: ReferenceResolver = ({ id }, context) =>
  sharedServiceById.load(context, typeof id === 'string' ? id : '');

/** The partners of a shared service, in their order. */
export const partnersOf = rowsByParent(SharedServicePartner, 'sharedServiceId', { position: 'ASC' });

/** What a shared service saves in a year, in pence: the figures of what is not begun yet say nothing. */
export const annualSavingOf = (service: SharedService): number | null =>
  service.state === 'PROPOSED' ? null : annualSaving(service);

/** A partner with what the rules work out for it. */
export type PartnerWithShare = SharedServicePartner & {
  /** From 0 to 1. */
  readonly costShare: number;
  /** Its part of the saving of a year, in pence; null until the service runs. */
  readonly savingPence: number | null;
};

/** Each partner's share of the cost and part of the saving. */
export function withShares(
  service: SharedService,
  partners: readonly SharedServicePartner[],
): PartnerWithShare[] {
  const terms = partners.map(({ councilGssCode, weight }) => ({ council: councilGssCode, weight }));
  const shares = costShares(terms);
  const savings =
    annualSavingOf(service) === null
      ? null
      : savingByPartner({ ...service, lead: service.councilGssCode, partners: terms });
  return partners.map((partner, index) =>
    Object.assign(new SharedServicePartner(), partner, {
      costShare: shares[index]!,
      savingPence: savings?.[index]?.pence ?? null,
    }),
  );
}

const byName = (alias: string): Ordering => ({ name: 'NAME', column: `${alias}.nameSort`, direction: 'ASC' });

/** A page of shared services by name. */
export async function sharedServicePage(
  reader: EntityManager,
  args: PageArgs,
  { partner, lead, state }: SharedServiceFilter,
): Promise<Page<SharedService>> {
  const query = reader.createQueryBuilder(SharedService, 'service');
  if (lead) query.andWhere('service.councilGssCode = :lead', { lead });
  if (state) query.andWhere('service.state = :state', { state });
  if (partner) {
    const shares = query
      .subQuery()
      .select('partner.sharedServiceId')
      .from(SharedServicePartner, 'partner')
      .where('partner.councilGssCode = :partner')
      .getQuery();
    query.andWhere(`service.id IN ${shares}`, { partner });
  }
  return keysetPage({ query, alias: 'service', ordering: byName('service'), args });
}

/** Arguments of a council's list of shared services. */
export interface SharedServiceArgs extends PageArgs {
  readonly state: SharedServiceState | null;
}

/** A page of the shared services in which each council is a partner, by name. */
export const sharedServicesOfCouncil = definePageLoader<SharedService, SharedServiceArgs>(
  async (councils, { state, ...args }, context) => {
    const query = context.database.reader.createQueryBuilder(SharedServicePartner, 'partner');
    if (state)
      query
        .innerJoin(SharedService, 'service', 'service.id = partner.sharedServiceId')
        .andWhere('service.state = :state', { state });
    const pages = await keysetPagesByParent({
      query,
      alias: 'partner',
      parentColumn: 'partner.councilGssCode',
      parents: [...councils],
      ordering: byName('partner'),
      args,
    });
    // All pages at once, so that their services are read together.
    const shown = [...pages].map(async ([council, page]): Promise<[string, Page<SharedService>]> => [
      council,
      await mapPage(page, (rows) =>
        sharedServiceById.loadMany(
          context,
          rows.map((row) => row.sharedServiceId),
        ),
      ),
    ]);
    return new Map(await Promise.all(shown));
  },
);
