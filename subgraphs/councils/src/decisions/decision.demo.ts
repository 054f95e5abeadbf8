import type { DemoWorld } from '@coop/shared/graphql';
import { Councillor } from '../councillors/councillor.entity';
import { granted } from '../councillors/councillor.queries';
import { Dispensation } from '../councillors/dispensation.entity';
import { COUNCILLOR_FACTS } from '../demo/councillors.facts';
import { DECISION_FACTS } from '../demo/decisions.facts';
import { resolveDemoDay } from '../demo/demo-day.rules';
import { checkDecisionRecord } from './decision-records.rules';
import { Decision } from './decision.entity';
import { checkParticipation } from './participation.rules';
import { writeDecision } from './written-decision.command';

/** The decisions of the demo world: illustrative, but such as the rules let through. */
export async function decisionDemo({ tx, today }: DemoWorld): Promise<void> {
  const councillors = await tx.manager.find(Councillor);
  const dispensations = (await tx.manager.find(Dispensation)).map(granted);
  const nameOf = new Map(COUNCILLOR_FACTS.map(({ key, name }) => [key, name]));
  for (const { key, council, participants: given, takenOn: day, illustrative, ...fact } of DECISION_FACTS) {
    const takenOn = resolveDemoDay(day, today);
    const participants = given.map((one) => {
      const known = councillors.find(({ name }) => name === nameOf.get(one.councillor));
      if (!known) throw new Error(`Decision ${key} names a councillor who is none.`);
      return { ...one, councillor: known.id, name: known.name };
    });
    const record = { ...fact, takenOn };
    const complete = checkDecisionRecord(record, today);
    const free = checkParticipation({ ...record, council }, participants, dispensations);
    if (!complete.ok || !free.ok) throw new Error(`Decision ${key} could not have been recorded.`);
    await writeDecision(tx, {
      ...record,
      councilGssCode: council,
      publicity: fact.publicity ?? 'PUBLIC',
      exemptGround: fact.exemptGround ?? null,
      rule: complete.rule,
      conflictsDeclared: [...free.conflictsDeclared],
      reliedOn: dispensations.filter(({ id }) => free.dispensations.includes(id)),
      participants,
      corrects: null,
      correctionReason: null,
      illustrative,
    });
  }
}

/** The row of a decision of the demo world, by its day and who took it; null before they are loaded. */
export function demoDecision({ tx, today }: DemoWorld, key: string): Promise<Decision | null> {
  const fact = DECISION_FACTS.find((one) => one.key === key);
  if (!fact) throw new Error(`There is no decision ${key} in the demo world.`);
  const { council, decidedBy, takenOn } = fact;
  return tx.manager.findOneBy(Decision, {
    councilGssCode: council,
    decidedBy,
    takenOn: resolveDemoDay(takenOn, today),
  });
}
