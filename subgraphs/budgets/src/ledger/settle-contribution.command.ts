import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { keepLedger, speakForPartner } from '../access';
import { CommunityBudgetPartner } from '../community-budgets/community-budget-parts.entity';
import { lockWithBudget } from '../community-budgets/locked.queries';
import { Contribution } from './contribution.entity';
import { contributionLifecycle } from './contribution.lifecycle';
import { giveBack, receive } from './contribution.rules';
import {
  ContributionReceiveInput,
  ContributionReturnInput,
  ContributionWithdrawInput,
  type AmountOnDayInput,
} from './ledger-inputs.types';
import { LEDGER_RULES, type PostingKind } from './ledger.law';
import { post } from './post.command';
import { available, owned, transfer, type PostingLine } from './posting.rules';

const NONE = problem.notFound('There is no such contribution.', { path: ['id'] });

interface Settlement {
  readonly kind: PostingKind;
  decide(contribution: Contribution, amountPence: number): Decision<Partial<Contribution>>;
  lines(contribution: Contribution, amountPence: number): PostingLine[];
}

const ARRIVAL: Settlement = {
  kind: 'CONTRIBUTION',
  decide: receive,
  lines: ({ form, partnerId }, amountPence) =>
    transfer(owned('CONTRIBUTED', form, partnerId), available(form), amountPence),
};

const RETURN: Settlement = {
  kind: 'RETURN',
  decide: giveBack,
  lines: ({ form, partnerId }, amountPence) =>
    transfer(available(form), owned('RETURNED', form, partnerId), amountPence),
};

async function settle(tx: Tx, input: AmountOnDayInput, { kind, decide, lines }: Settlement) {
  const { id, expectedVersion, amountPence } = input;
  const locked = await lockWithBudget(tx, Contribution, id);
  if (!locked) return refuse(NONE);
  const { budget, row: contribution } = locked;
  const denied = tx.demand(keepLedger, budget);
  if (denied.length > 0) return refuse(...denied);
  const problems: Problem[] = versionProblems(contribution, expectedVersion);
  const decision = decide(contribution, amountPence);
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  const posted = await post(tx, budget, {
    ...{ kind, postedOn: input.postedOn ?? tx.today, narrative: contribution.description },
    ...{ subjectId: id, lines: lines(contribution, amountPence) },
  });
  if (!posted.ok) return refuse(...problems, ...posted.problems);
  if (problems.length > 0) return refuse(...problems);
  const { ok: _, ...changed } = decision;
  await tx.update(Object.assign(contribution, changed));
  const changes = { posting: posted.postingId, amountPence, state: contribution.state };
  return done({ council: budget.gssCode, subject: id, changes });
}

/** Records that a contribution, or part of it, has arrived: for the treasurer. */
export const receiveContribution = defineCommand({
  name: 'contributionReceive',
  input: ContributionReceiveInput,
  handle: (tx, input) => settle(tx, input, ARRIVAL),
});

/** Records that something was given back: for the treasurer, out of what is not allocated. */
export const returnContribution = defineCommand({
  name: 'contributionReturn',
  input: ContributionReturnInput,
  handle: (tx, input) => settle(tx, input, RETURN),
});

/** Takes back what has not arrived of a pledge: for the partner, or the treasurer who has it on paper. */
export const withdrawContribution = defineCommand({
  name: 'contributionWithdraw',
  input: ContributionWithdrawInput,
  async handle(tx, { id, expectedVersion }) {
    const locked = await lockWithBudget(tx, Contribution, id);
    const partner =
      locked && (await tx.manager.findOneBy(CommunityBudgetPartner, { id: locked.row.partnerId }));
    if (!partner) return refuse(NONE);
    const { budget, row: contribution } = locked;
    const denied = tx.demand(speakForPartner, partner);
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = versionProblems(contribution, expectedVersion);
    const permitted = contributionLifecycle.permit(
      'withdraw',
      contribution.state,
      LEDGER_RULES.ownContribution,
    );
    if (!permitted.ok) return refuse(...problems, ...permitted.problems);
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(contribution, { state: 'WITHDRAWN' }));
    return done({ council: budget.gssCode, subject: id, changes: { state: 'WITHDRAWN' } });
  },
});
