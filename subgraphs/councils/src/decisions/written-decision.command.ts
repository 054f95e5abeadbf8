import type { Tx } from '@coop/shared/commands';
import type { Dispensation } from '../councillors/dispensations.rules';
import { DecisionParticipant } from './decision-participant.entity';
import { Decision } from './decision.entity';
import type { Participant } from './participation.rules';

/** A decision that the rules let through, as it is written down. */
export interface DecisionToWrite extends Omit<
  Decision,
  'id' | 'version' | 'recordedAt' | 'correctedBy' | 'corrects'
> {
  readonly participants: readonly Participant[];
  /** Dispensations that somebody in it relied on. */
  readonly reliedOn: readonly Pick<Dispensation, 'id' | 'councillor'>[];
  /** Id of the record that it corrects; null for a first record. */
  readonly corrects: string | null;
}

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

/** Writes a decision with those who took part. */
export async function writeDecision(
  tx: Tx,
  { participants, reliedOn, ...record }: DecisionToWrite,
): Promise<Decision> {
  const decision = await tx.insert(Decision, {
    ...record,
    id: tx.newId('decision'),
    statementOfReasons: orNull(record.statementOfReasons),
    alternativesRejected: orNull(record.alternativesRejected),
    powerDetail: orNull(record.powerDetail),
    correctedBy: null,
    recordedAt: tx.now,
  });
  await tx.insertMany(
    DecisionParticipant,
    participants.map(({ councillor, ...part }, position) => ({
      ...part,
      id: tx.newId('participant'),
      decisionId: decision.id,
      councillorId: councillor,
      position,
      dispensationId: reliedOn.find((one) => one.councillor === councillor)?.id ?? null,
    })),
  );
  return decision;
}
