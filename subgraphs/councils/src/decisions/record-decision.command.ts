import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { recordDecision as mayRecord } from '../access';
import { councilOnRecord, noSuchCouncil } from '../areas/council-record.queries';
import { checkDecision, completeFields, lockParticipants } from './checked-decision.command';
import { DecisionRecordInput } from './decision-input.types';
import { writeDecision } from './written-decision.command';

/**
 * Puts a decision on public record, complete as the law of its day asks, and only when everybody who took part was
 * free to (Localism Act 2011 s. 31).
 */
export const recordDecision = defineCommand<DecisionRecordInput>({
  name: 'decisionRecord',
  input: DecisionRecordInput,
  async handle(tx, input) {
    const known = await lockParticipants(tx, input);
    const { decidedBy, publicity } = completeFields(input);
    const [taker, other] = known;
    const account = taker && !other && taker.councilGssCode === input.council ? taker.account : null;
    const denied = tx.demand(mayRecord, { councilGssCode: input.council, decidedBy, publicity, account });
    if (denied.length > 0) return refuse(...denied);
    const council = await councilOnRecord(tx.manager, input.council);
    if (!council) return refuse(noSuchCouncil(['council']));
    const ruling = await checkDecision(tx, council, input, known);
    if (!ruling.ok) return ruling;
    const decision = await writeDecision(tx, { ...ruling.checked, corrects: null, correctionReason: null });
    const { takenOn, power, exemptGround } = decision;
    // The text of a withheld decision does not stand in the trail: what it says is in the record alone.
    return done({
      council: council.gssCode,
      subject: decision.id,
      changes: { takenOn, decidedBy, power, publicity, exemptGround },
    });
  },
});
