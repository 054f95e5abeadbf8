import type { DemoWorld } from '@coop/shared/graphql';
import { textSort } from '@coop/shared/persistence';
import { COUNCILLOR_FACTS, DISPENSATION_FACTS, INTEREST_FACTS } from '../demo/councillors.facts';
import { resolveDemoDay, type DemoDay } from '../demo/demo-day.rules';
import { CouncillorInterest } from './councillor-interest.entity';
import { Councillor } from './councillor.entity';
import { Dispensation } from './dispensation.entity';

/** The invented councillors of the demo world, with their interests and dispensations. */
export async function councillorDemo({ tx, today }: DemoWorld): Promise<void> {
  const on = (day: DemoDay) => resolveDemoDay(day, today);
  const ids = new Map<string, string>();
  for (const { key, name, council, ward, role, from, account, illustrative } of COUNCILLOR_FACTS) {
    const id = tx.newId('councillor');
    ids.set(key, id);
    await tx.insert(Councillor, {
      id,
      councilGssCode: council,
      wardGssCode: ward,
      name,
      nameSort: textSort(name),
      role,
      fromOn: on(from),
      untilOn: null,
      account,
      illustrative,
    });
  }
  for (const fact of DISPENSATION_FACTS)
    await tx.insert(Dispensation, {
      id: tx.newId('dispensation'),
      councilGssCode: fact.council,
      councillorId: ids.get(fact.councillor)!,
      matter: fact.matter,
      ground: fact.ground,
      restrictions: [...fact.restrictions],
      fromOn: on(fact.from),
      untilOn: on(fact.until),
      withdrawnOn: fact.withdrawnOn === null ? null : on(fact.withdrawnOn),
      illustrative: fact.illustrative,
    });
  for (const { councillor, council, heldFrom, heldUntil, notifiedOn, ...fact } of INTEREST_FACTS)
    await tx.insert(CouncillorInterest, {
      ...fact,
      id: tx.newId('councillorinterest'),
      councilGssCode: council,
      councillorId: ids.get(councillor)!,
      heldFrom: on(heldFrom),
      heldUntil: heldUntil === null ? null : on(heldUntil),
      notifiedOn: on(notifiedOn),
    });
}
