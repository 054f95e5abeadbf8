import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { councilOnRecord, noSuchCouncil } from '../areas/council-record.queries';
import { councilLifeProblems } from '../councillors/councillors.rules';
import { Decision } from '../decisions/decision.entity';
import { isShownTo } from '../decisions/publicity.rules';
import { PowerUseRecordInput } from './power-use-input.types';
import { PowerUse } from './power-use.entity';
import { checkPowerUse } from './power-uses.rules';

/** Puts on record that a council used a power, and which barrier that removed. */
export const recordPowerUse = defineCommand<PowerUseRecordInput>({
  name: 'powerUseRecord',
  input: PowerUseRecordInput,
  async handle(tx, input) {
    const { council: councilGssCode, title, power, usedOn, barrierRemoved } = input;
    const denied = tx.demand(keepCivicRecord, { councilGssCode });
    if (denied.length > 0) return refuse(...denied);
    const council = await councilOnRecord(tx.manager, councilGssCode);
    if (!council) return refuse(noSuchCouncil(['council']));
    const decisionId = input.decision ?? null;
    const found = decisionId === null ? null : await tx.manager.findOneBy(Decision, { id: decisionId });
    // Another council's withheld decision is not there for this caller.
    const decision = found && isShownTo(found, tx.actor) ? found : null;
    const use = {
      title,
      power,
      usedOn,
      barrierRemoved,
      savingClaimedPence: input.savingClaimedPence ?? null,
      isCommercial: input.isCommercial ?? false,
      throughCompany: input.throughCompany ?? false,
    };
    const restsOn = decision && { council: decision.councilGssCode, takenOn: decision.takenOn };
    const ruling = checkPowerUse(
      { ...use, council: councilGssCode, decision: restsOn },
      tx.today,
      council.nation === 'ENGLAND',
    );
    const problems = [
      ...(ruling.ok ? [] : ruling.problems),
      ...councilLifeProblems(council, usedOn, ['usedOn']),
      ...(decisionId !== null && !decision
        ? [problem.notFound('There is no such decision.', { path: ['decision'] })]
        : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    const { id } = await tx.insert(PowerUse, {
      ...use,
      id: tx.newId('poweruse'),
      councilGssCode,
      decisionId,
      illustrative: false,
    });
    return done({
      council: councilGssCode,
      subject: id,
      changes: {
        title,
        power,
        usedOn,
        decision: decisionId,
        savingClaimedPence: use.savingClaimedPence,
      },
    });
  },
});
