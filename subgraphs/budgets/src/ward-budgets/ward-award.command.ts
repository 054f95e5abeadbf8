import { defineCommand, done, versionProblems, type Command, type Tx } from '@coop/shared/commands';
import { problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { keepLedger, ownWardBudget } from '../access';
import { unknownProblems } from '../community-budgets/directory.rules';
import type { Directory } from '../community-budgets/directory.queries';
import type { PostingKind } from '../ledger/ledger.law';
import { post } from '../ledger/post.command';
import { available, owned, transfer, type PostingLine } from '../ledger/posting.rules';
import { wardAwardLifecycle, type WardAwardState } from './ward-award.lifecycle';
import { standingOf } from './stand-to-award.command';
import { checkAward, proposeAward as mayPropose } from './ward-award.rules';
import { WardAward, WardBudget } from './ward-budget.entity';
import { WARD_RULES } from './ward-budgets.law';
import {
  WardAwardApproveInput,
  WardAwardPayInput,
  WardAwardProposeInput,
  WardAwardRefuseInput,
  WardAwardWithdrawInput,
} from './ward-inputs.types';

/**
 * Proposes an award out of the councillor's own budget. What is left counts at the approval.
 * @param directory what the directory says of the payee (`lookUp`)
 */
export const proposeWardAward = (directory: Directory): Command<WardAwardProposeInput> =>
  defineCommand({
    name: 'wardAwardPropose',
    input: WardAwardProposeInput,
    async handle(
      tx,
      { wardBudgetId, amountPence, purpose, payeeName, payeeIsPerson, hasInterest, ...payee },
    ) {
      const { payeeOrganisationId = null } = payee;
      const budget = await tx.lock(WardBudget, wardBudgetId);
      if (!budget) return refuse(problem.notFound('There is no such budget.', { path: ['wardBudgetId'] }));
      const denied = tx.demand(ownWardBudget, budget);
      if (denied.length > 0) return refuse(...denied);
      const { name, organisation: organisationId } = tx.actor;
      const decision = mayPropose(
        { amountPence, purpose, payeeName, hasInterest, payeeOrganisationId },
        { names: [budget.councillorName, name ?? ''], organisationId },
        budget,
        tx.today,
      );
      const unknown = unknownProblems(directory, 'Organisation', payeeOrganisationId, [
        'payeeOrganisationId',
      ]);
      if (!decision.ok) return refuse(...decision.problems, ...unknown);
      if (unknown.length > 0) return refuse(...unknown);
      const award = await tx.insert(WardAward, {
        ...{ id: tx.newId('wardaward'), gssCode: budget.gssCode, fundId: budget.id, state: decision.state },
        ...{ purpose, payeeName, payeeOrganisationId, payeeIsPerson: payeeIsPerson ?? false, amountPence },
        ...{ proposedOn: tx.today, illustrative: false },
      });
      return done({
        ...{ council: budget.gssCode, subject: award.id, changes: { budget: budget.id, amountPence } },
      });
    },
  });

const COMMITTED = owned('COMMITTED', 'CASH', '');
const SPENT = owned('SPENT', 'CASH', '');

/** What a step does to the money. */
interface Step {
  readonly state: WardAwardState;
  readonly posting: { readonly kind: PostingKind; readonly lines: readonly PostingLine[] } | null;
  readonly changed?: Partial<WardAward>;
}

interface Stepped {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

async function step(
  tx: Tx,
  { id, expectedVersion }: Stepped,
  who: 'officer' | 'councillor',
  decide: (award: WardAward, budget: WardBudget) => Decision<Step>,
) {
  const found = await tx.manager.findOneBy(WardAward, { id });
  const budget = found && (await tx.lock(WardBudget, found.fundId));
  const award = budget && (await tx.lock(WardAward, id));
  if (!award) return refuse(problem.notFound('There is no such award.', { path: ['id'] }));
  const denied = who === 'officer' ? tx.demand(keepLedger, budget) : tx.demand(ownWardBudget, budget);
  if (denied.length > 0) return refuse(...denied);
  const problems: Problem[] = versionProblems(award, expectedVersion);
  const decision = decide(award, budget);
  if (!decision.ok) return refuse(...problems, ...decision.problems);
  if (problems.length > 0) return refuse(...problems);
  const { state, posting, changed } = decision;
  if (posting) {
    const posted = await post(tx, budget, {
      ...{ ...posting, postedOn: tx.today, narrative: award.purpose, subjectId: id, path: ['id'] },
    });
    if (!posted.ok) return posted;
  }
  await tx.update(Object.assign(award, changed ?? {}, { state }));
  return done({ council: budget.gssCode, subject: id, changes: { state } });
}

/** Approves an award: for an officer who is neither the councillor nor acts for the payee. */
export const approveWardAward = defineCommand({
  name: 'wardAwardApprove',
  input: WardAwardApproveInput,
  handle: (tx, input) =>
    step(tx, input, 'officer', (award, budget) => {
      const standing = { ...standingOf(tx.actor, award, budget), statementOfReasons: null };
      const decision = checkAward('approve', award.state, standing);
      if (!decision.ok) return decision;
      const lines = transfer(available('CASH'), COMMITTED, award.amountPence);
      return { ok: true, state: decision.state, posting: { kind: 'COMMITMENT', lines } };
    }),
});

/** Refuses an award, with reasons: for an officer. */
export const refuseWardAward = defineCommand({
  name: 'wardAwardRefuse',
  input: WardAwardRefuseInput,
  handle: (tx, input) =>
    step(tx, input, 'officer', ({ state }) => {
      const { statementOfReasons } = input;
      const decision = checkAward('refuse', state, { isPayee: false, isProposer: false, statementOfReasons });
      return decision.ok
        ? { ok: true, state: decision.state, posting: null, changed: { statementOfReasons } }
        : decision;
    }),
});

/** Takes an award back, or releases it before it is paid: for the councillor. */
export const withdrawWardAward = defineCommand({
  name: 'wardAwardWithdraw',
  input: WardAwardWithdrawInput,
  handle: (tx, input) =>
    step(tx, input, 'councillor', ({ state, amountPence }) => {
      const permitted = wardAwardLifecycle.permit('withdraw', state, WARD_RULES.wardFunctions);
      if (!permitted.ok) return permitted;
      const lines = transfer(COMMITTED, available('CASH'), amountPence);
      const posting = state === 'APPROVED' ? ({ kind: 'RELEASE', lines } as const) : null;
      return { ok: true, state: 'WITHDRAWN', posting };
    }),
});

/** Records that an award was paid: for an officer. */
export const payWardAward = defineCommand({
  name: 'wardAwardPay',
  input: WardAwardPayInput,
  handle: (tx, input) =>
    step(tx, input, 'officer', ({ state, amountPence }) => {
      const permitted = wardAwardLifecycle.permit('pay', state, WARD_RULES.wardFunctions);
      if (!permitted.ok) return permitted;
      return {
        ...{ ok: true, state: 'PAID' },
        posting: { kind: 'PAYMENT', lines: transfer(COMMITTED, SPENT, amountPence) },
      };
    }),
});
