import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { keepLedger } from '../access';
import { lockWithBudget } from '../community-budgets/locked.queries';
import { BudgetCommitment } from './commitment.entity';
import { pay, release } from './commitment.rules';
import { BudgetCommitmentPayInput, BudgetCommitmentReleaseInput } from './ledger-inputs.types';
import type { PostingKind } from './ledger.law';
import { post } from './post.command';
import { owned, transfer } from './posting.rules';

interface Settled {
  readonly kind: PostingKind;
  readonly amountPence: number;
  readonly changed: Partial<BudgetCommitment>;
}

interface Wanted {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly postedOn?: LocalDate | null;
}

async function settle(tx: Tx, input: Wanted, decide: (commitment: BudgetCommitment) => Decision<Settled>) {
  const { id, expectedVersion } = input;
  const locked = await lockWithBudget(tx, BudgetCommitment, id);
  if (!locked) return refuse(problem.notFound('There is no such commitment.', { path: ['id'] }));
  const { budget, row: commitment } = locked;
  const denied = tx.demand(keepLedger, budget);
  if (denied.length > 0) return refuse(...denied);
  const problems: Problem[] = versionProblems(commitment, expectedVersion);
  const decision = decide(commitment);
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  const { kind, amountPence, changed } = decision;
  const owner = commitment.allocationId;
  const posted = await post(tx, budget, {
    ...{ kind, postedOn: input.postedOn ?? tx.today, narrative: commitment.purpose, subjectId: id },
    lines: transfer(
      owned('COMMITTED', 'CASH', owner),
      owned(kind === 'PAYMENT' ? 'SPENT' : 'ALLOCATED', 'CASH', owner),
      amountPence,
    ),
  });
  if (!posted.ok) return refuse(...problems, ...posted.problems);
  if (problems.length > 0) return refuse(...problems);
  await tx.update(Object.assign(commitment, changed));
  const changes = { posting: posted.postingId, amountPence, state: commitment.state };
  return done({ council: budget.gssCode, subject: id, changes });
}

/** Records a payment of what was committed: for the treasurer. */
export const payCommitment = defineCommand({
  name: 'budgetCommitmentPay',
  input: BudgetCommitmentPayInput,
  handle: (tx, input) =>
    settle(tx, input, (commitment) => {
      const { amountPence } = input;
      const decision = pay(commitment, amountPence);
      if (!decision.ok) return decision;
      const { state, paidPence } = decision;
      return { ok: true, kind: 'PAYMENT', amountPence, changed: { state, paidPence } };
    }),
});

/** Puts what is left of a commitment back into its allocation: for the treasurer. */
export const releaseCommitment = defineCommand({
  name: 'budgetCommitmentRelease',
  input: BudgetCommitmentReleaseInput,
  handle: (tx, input) =>
    settle(tx, input, (commitment) => {
      const decision = release(commitment);
      if (!decision.ok) return decision;
      const { state, amountPence, releasedPence } = decision;
      return { ok: true, kind: 'RELEASE', amountPence, changed: { state, releasedPence } };
    }),
});
