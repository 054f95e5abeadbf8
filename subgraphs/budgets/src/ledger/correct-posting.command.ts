import { In } from 'typeorm';
import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { accept, problem, refuse, type Problem } from '@coop/shared/problems';
import { keepLedger } from '../access';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { BudgetCommitment } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { unreceive } from './contribution.rules';
import { LedgerPostingCorrectInput } from './book-inputs.types';
import { LedgerAccount, LedgerEntry, LedgerPosting } from './ledger.entity';
import { LEDGER_RULES } from './ledger.law';
import { post } from './post.command';
import { correctionProblems, reversed } from './posting.rules';

/** Puts down what the thing that was posted says of itself after its posting was turned round, or says why it cannot. */
async function follow(tx: Tx, { kind, subjectId, amountPence }: LedgerPosting): Promise<readonly Problem[]> {
  if (kind === 'CONTRIBUTION' || kind === 'RETURN') {
    const contribution = await tx.lock(Contribution, subjectId);
    if (!contribution) throw new Error(`Posting of a contribution that is not there: ${subjectId}`);
    const decision =
      kind === 'CONTRIBUTION'
        ? unreceive(contribution, amountPence)
        : accept({ returnedPence: contribution.returnedPence - amountPence });
    if (!decision.ok) return decision.problems;
    const { ok: _, ...changed } = decision;
    await tx.update(Object.assign(contribution, changed));
  }
  if (kind === 'PAYMENT') {
    const commitment = await tx.lock(BudgetCommitment, subjectId);
    if (!commitment) throw new Error(`Payment of a commitment that is not there: ${subjectId}`);
    const paidPence = commitment.paidPence - amountPence;
    await tx.update(Object.assign(commitment, { paidPence, state: 'COMMITTED' }));
  }
  return [];
}

/** The lines of a posting, by the keys of their accounts. */
async function linesOf(tx: Tx, postingId: string) {
  const entries = await tx.manager.find(LedgerEntry, { where: { postingId }, order: { position: 'ASC' } });
  const accounts = await tx.manager.findBy(LedgerAccount, {
    id: In(entries.map(({ accountId }) => accountId)),
  });
  return entries.flatMap(({ accountId, amountPence }) => {
    const account = accounts.find(({ id }) => id === accountId);
    return account ? [{ account, amountPence }] : [];
  });
}

/** Turns an earlier posting round on a day of an open period: for the treasurer. Neither posting is changed by it. */
export const correctPosting = defineCommand({
  name: 'ledgerPostingCorrect',
  input: LedgerPostingCorrectInput,
  async handle(tx, { id, narrative, postedOn }) {
    const posting = await tx.manager.findOneBy(LedgerPosting, { id });
    const budget = posting && (await tx.lock(CommunityBudget, posting.fundId));
    if (!budget) return refuse(problem.notFound('There is no such posting.', { path: ['id'] }));
    const denied = tx.demand(keepLedger, budget);
    if (denied.length > 0) return refuse(...denied);
    const isCorrected = await tx.manager.existsBy(LedgerPosting, { reverses: id });
    const problems: Problem[] = correctionProblems(posting.kind, isCorrected);
    if (narrative.trim() === '')
      problems.push(
        problem.invalidInput('Say what was wrong.', {
          path: ['narrative'],
          rule: LEDGER_RULES.accountingRecords,
        }),
      );
    const day = postedOn ?? tx.today;
    if (day < posting.postedOn)
      problems.push(
        problem.invalidInput('A correction comes after what it corrects.', {
          path: ['postedOn'],
          rule: LEDGER_RULES.periods,
        }),
      );
    if (problems.length > 0) return refuse(...problems);
    const posted = await post(tx, budget, {
      ...{ kind: 'CORRECTION', postedOn: day, narrative, subjectId: posting.subjectId, reverses: id },
      ...{ lines: reversed(await linesOf(tx, id)), path: ['id'] },
    });
    if (!posted.ok) return posted;
    const against = await follow(tx, posting);
    if (against.length > 0) return refuse(...against);
    const changes = { budget: budget.id, reverses: id };
    return done({ council: budget.gssCode, subject: posted.postingId, changes });
  },
});
