import { defineCommand, done } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { CardPolicyAdoptInput } from './card-inputs.types';
import { CardPolicy } from './card-policy.entity';
import { adopt } from './card-policy.rules';

/** Adopts a council's own rules for cards, from a day on. */
export const adoptCardPolicy = defineCommand({
  name: 'cardPolicyAdopt',
  input: CardPolicyAdoptInput,
  async handle(tx, { council, fromOn, idempotencyKey: _, ...said }) {
    const gssCode = council;
    const denied = tx.demand(keepPayments, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = [];
    if (!isGssCode(council))
      problems.push(problem.invalidInput('This is not the form of a GSS code.', { path: ['council'] }));
    for (const field of ['title', 'section'] as const)
      if (said[field].trim() === '')
        problems.push(problem.invalidInput('Breaches cite it: it must be named.', { path: [field] }));
    if (said.url && !/^https?:\/\/[^\s]+$/.test(said.url))
      problems.push(problem.invalidInput('This is not a web address.', { path: ['url'] }));
    const ids = (await tx.manager.findBy(CardPolicy, { gssCode })).map(({ id }) => id);
    const there = await tx.lockMany(CardPolicy, ids);
    const decision = adopt(there, fromOn, said);
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    for (const row of there)
      if (row.untilOn === null) await tx.update(Object.assign(row, { untilOn: decision.lastDayBefore }));
    const blockedCategories = said.blockedCategories.filter((name) => name.trim() !== '');
    const { id } = await tx.insert(CardPolicy, {
      ...{ id: tx.newId('cardpolicy'), gssCode, fromOn, untilOn: null, illustrative: false },
      ...{ ...said, url: said.url ?? null, blockedCategories },
    });
    const { transactionPence, monthPence, receiptDays } = said;
    return done({ council, subject: id, changes: { fromOn, transactionPence, monthPence, receiptDays } });
  },
});
