import type { DemoWorld } from '@coop/shared/graphql';
import { demoDecision } from '../decisions/decision.demo';
import { resolveDemoDay } from '../demo/demo-day.rules';
import { POWER_USE_FACTS } from '../demo/power-uses.facts';
import { PowerUse } from './power-use.entity';

/** Powers as used in the demo world. */
export async function powerUseDemo(world: DemoWorld): Promise<void> {
  const { tx, today } = world;
  for (const { key: _, council, usedOn, decision, ...fact } of POWER_USE_FACTS)
    await tx.insert(PowerUse, {
      ...fact,
      id: tx.newId('poweruse'),
      councilGssCode: council,
      usedOn: resolveDemoDay(usedOn, today),
      decisionId: decision === null ? null : ((await demoDecision(world, decision))?.id ?? null),
    });
}
