import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCards, restrictedProblems } from '../access';
import { CardLimitSetInput } from './card-inputs.types';
import { Card, CardLimit } from './card.entity';
import { adopt } from './card-policy.rules';

/** Sets the limits of one card, from a day on. */
export const setCardLimit = defineCommand({
  name: 'cardLimitSet',
  input: CardLimitSetInput,
  async handle(tx, { cardId, fromOn, transactionPence, monthPence }) {
    const card = await tx.lock(Card, cardId);
    const missing = problem.notFound('There is no such card.', { path: ['cardId'] });
    const denied = restrictedProblems(tx, keepCards, card, missing);
    if (!card || denied.length > 0) return refuse(...denied);
    const { gssCode } = card;
    const there = await tx.manager.findBy(CardLimit, { cardId });
    const decision = adopt(there, fromOn, { transactionPence, monthPence });
    if (!decision.ok) return refuse(...decision.problems);
    for (const row of there)
      if (row.untilOn === null) await tx.update(Object.assign(row, { untilOn: decision.lastDayBefore }));
    await tx.insert(CardLimit, {
      ...{ id: tx.newId('cardlimit'), gssCode, cardId, fromOn, untilOn: null, transactionPence, monthPence },
    });
    return done({ council: gssCode, subject: cardId, changes: { fromOn, transactionPence, monthPence } });
  },
});
