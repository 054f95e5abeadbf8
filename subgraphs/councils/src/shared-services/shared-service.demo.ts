import type { DemoWorld } from '@coop/shared/graphql';
import { textSort } from '@coop/shared/persistence';
import { resolveDemoDay, type DemoDay } from '../demo/demo-day.rules';
import { SHARED_SERVICE_FACTS } from '../demo/shared-services.facts';
import { SharedService, SharedServicePartner } from './shared-service.entity';

/** Shared services of the demo world. That councils share is fact where it says so; the figures are made up. */
export async function sharedServiceDemo({ tx, today }: DemoWorld): Promise<void> {
  const on = (day: DemoDay | null) => (day === null ? null : resolveDemoDay(day, today));
  for (const { key: _, lead, partners, startedOn, endedOn, ...fact } of SHARED_SERVICE_FACTS) {
    const nameSort = textSort(fact.service);
    const { id } = await tx.insert(SharedService, {
      ...fact,
      id: tx.newId('sharedservice'),
      councilGssCode: lead,
      nameSort,
      startedOn: on(startedOn),
      endedOn: on(endedOn),
    });
    await tx.insertMany(
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
}
