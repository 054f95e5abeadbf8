import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { lookUp } from '../community-budgets/directory.queries';
import { openWardBudget } from './open-ward-budget.command';
import {
  approveWardAward,
  payWardAward,
  proposeWardAward,
  refuseWardAward,
  withdrawWardAward,
} from './ward-award.command';
import { wardAwardById, wardBudgetById } from './ward-budget.queries';
import {
  WardBudgetOpenPayload,
  WardAwardProposePayload,
  WardAwardApprovePayload,
  WardAwardRefusePayload,
  WardAwardWithdrawPayload,
  WardAwardPayPayload,
} from './ward-budget.types';
import {
  WardBudgetOpenInput,
  WardAwardProposeInput,
  WardAwardApproveInput,
  WardAwardRefuseInput,
  WardAwardWithdrawInput,
  WardAwardPayInput,
} from './ward-inputs.types';

/** What is done about ward councillors' budgets. */
@Resolver()
export class WardBudgetMutations {
  @Mutation(() => WardBudgetOpenPayload, {
    description: 'Gives a ward councillor a budget for a financial year: for the treasurer.',
  })
  wardBudgetOpen(
    @Arg('input', () => WardBudgetOpenInput, {
      description: 'Whose, for which ward and year, and its limit.',
    })
    input: WardBudgetOpenInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, openWardBudget, input, 'wardBudget', wardBudgetById);
  }

  @Mutation(() => WardAwardProposePayload, {
    description:
      "Proposes an award out of the councillor's own budget: for that councillor (2007 Act s. 236), without an interest in the payee. An organisation to be paid has to be in the directory, which is asked.",
  })
  async wardAwardPropose(
    @Arg('input', () => WardAwardProposeInput, {
      description: 'Out of which budget, how much, for what and to whom.',
    })
    input: WardAwardProposeInput,
    @Ctx() context: RequestContext,
  ) {
    const directory = await lookUp(context, [input.payeeOrganisationId]);
    return answer(context, proposeWardAward(directory), input, 'wardAward', wardAwardById);
  }

  @Mutation(() => WardAwardApprovePayload, {
    description:
      'Approves an award, never beyond what is left of the limit: for an officer who is neither the councillor nor the payee.',
  })
  wardAwardApprove(
    @Arg('input', () => WardAwardApproveInput, { description: 'Which award.' }) input: WardAwardApproveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, approveWardAward, input, 'wardAward', wardAwardById);
  }

  @Mutation(() => WardAwardRefusePayload, {
    description: 'Refuses an award, with reasons: for an officer of the council.',
  })
  wardAwardRefuse(
    @Arg('input', () => WardAwardRefuseInput, { description: 'Which award, and why.' })
    input: WardAwardRefuseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, refuseWardAward, input, 'wardAward', wardAwardById);
  }

  @Mutation(() => WardAwardWithdrawPayload, {
    description: 'Takes an award back, or releases it before it is paid: for the councillor.',
  })
  wardAwardWithdraw(
    @Arg('input', () => WardAwardWithdrawInput, { description: 'Which award.' })
    input: WardAwardWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawWardAward, input, 'wardAward', wardAwardById);
  }

  @Mutation(() => WardAwardPayPayload, {
    description: 'Records that an award was paid: for an officer of the council.',
  })
  wardAwardPay(
    @Arg('input', () => WardAwardPayInput, { description: 'Which award.' }) input: WardAwardPayInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, payWardAward, input, 'wardAward', wardAwardById);
  }
}
