import { defineCommand, done } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { examinePayments } from '../access';
import { FraudFigures } from './fraud-figures.entity';
import { publishFigures } from './fraud-figures.rules';
import { FraudFiguresPublishInput } from './fraud-inputs.types';

/** Publishes the figures of a financial year, or corrects them. */
export const publishFraudFigures = defineCommand({
  name: 'fraudFiguresPublish',
  input: FraudFiguresPublishInput,
  async handle(tx, { council, idempotencyKey: _, ...figures }) {
    const gssCode = council;
    const denied = tx.demand(examinePayments, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = [];
    if (!isGssCode(council))
      problems.push(problem.invalidInput('This is not the form of a GSS code.', { path: ['council'] }));
    const decision = publishFigures(figures, tx.today);
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    const { yearFrom } = figures;
    const facts = {
      ...figures,
      detectedPence: figures.detectedPence ?? null,
      recoveredPence: figures.recoveredPence ?? null,
      publishedOn: tx.today,
    };
    const there = await tx.manager.findOneBy(FraudFigures, { gssCode, yearFrom });
    const row = there && (await tx.lock(FraudFigures, there.id));
    const { id } = row
      ? await tx.update(Object.assign(row, facts))
      : await tx.insert(FraudFigures, {
          ...{ id: tx.newId('fraudfigures'), gssCode, illustrative: false },
          ...facts,
        });
    return done({ council, subject: id, changes: { ...figures } });
  },
});
