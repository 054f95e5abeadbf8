import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { councilOnRecord } from '../areas/council-record.queries';
import { checkDecision, lockParticipants, noSuchDecision } from './checked-decision.command';
import { DecisionCorrectInput } from './decision-input.types';
import { Decision } from './decision.entity';
import { writeDecision } from './written-decision.command';

/**
 * Corrects a record by a new one beside it; what was written stays as it was. A correction that withholds the record
 * withholds what went before it too.
 */
export const correctDecision = defineCommand<DecisionCorrectInput>({
  name: 'decisionCorrect',
  input: DecisionCorrectInput,
  async handle(tx, input) {
    const earlier = await tx.lock(Decision, input.id);
    const council = earlier && (await councilOnRecord(tx.manager, earlier.councilGssCode));
    if (!earlier || !council) return refuse(noSuchDecision);
    const denied = tx.demand(keepCivicRecord, earlier);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(earlier, input.expectedVersion);
    const known = await lockParticipants(tx, input);
    const ruling = await checkDecision(tx, council, input, known);
    const problems = [
      ...(earlier.correctedBy === null
        ? []
        : [
            problem.wrongState('A later record corrects it already: correct that one.', 'CORRECTED', [
              'STANDING',
            ]),
          ]),
      ...(input.why.trim() === ''
        ? [problem.invalidInput('Say why it is corrected.', { path: ['why'] })]
        : []),
      ...stale,
      ...(ruling.ok ? [] : ruling.problems),
    ];
    if (!ruling.ok || problems.length > 0) return refuse(...problems);
    const { checked } = ruling;
    const decision = await writeDecision(tx, {
      ...checked,
      illustrative: earlier.illustrative,
      corrects: earlier.id,
      correctionReason: input.why,
    });
    earlier.correctedBy = decision.id;
    await withhold(tx, earlier, decision);
    const { takenOn, decidedBy, power, publicity, exemptGround } = decision;
    return done({
      council: council.gssCode,
      subject: decision.id,
      changes: { corrects: earlier.id, takenOn, decidedBy, power, publicity, exemptGround },
    });
  },
});

/** Writes the corrected record, and gives it and all before it the publicity of a record that is withheld. */
async function withhold(tx: Tx, corrected: Decision, { publicity, exemptGround }: Decision): Promise<void> {
  if (publicity !== 'PUBLIC') Object.assign(corrected, { publicity, exemptGround });
  await tx.update(corrected);
  if (publicity === 'PUBLIC') return;
  for (let id = corrected.corrects; id !== null;) {
    const before: Decision | null = await tx.lock(Decision, id);
    if (before) await tx.update(Object.assign(before, { publicity, exemptGround }));
    id = before?.corrects ?? null;
  }
}
