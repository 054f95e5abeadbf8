import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { communityBudgetById } from '../community-budgets/community-budget.queries';
import { lookUp } from '../community-budgets/directory.queries';
import { approveCommitment, rejectCommitment } from './decide-commitment.command';
import { requestCommitment, withdrawCommitment } from './request-commitment.command';
import { setApprovalPanel } from './set-approval-panel.command';
import { payCommitment, releaseCommitment } from './settle-commitment.command';
import {
  BudgetPanelSetInput,
  BudgetCommitmentRequestInput,
  BudgetCommitmentApproveInput,
  BudgetCommitmentRejectInput,
  BudgetCommitmentWithdrawInput,
  BudgetCommitmentPayInput,
  BudgetCommitmentReleaseInput,
} from './ledger-inputs.types';
import {
  BudgetPanelSetPayload,
  BudgetCommitmentRequestPayload,
  BudgetCommitmentApprovePayload,
  BudgetCommitmentRejectPayload,
  BudgetCommitmentWithdrawPayload,
  BudgetCommitmentPayPayload,
  BudgetCommitmentReleasePayload,
} from './ledger-payloads.types';
import { commitmentById } from './ledger.queries';

/** What is done about spending. */
@Resolver()
export class CommitmentMutations {
  @Mutation(() => BudgetPanelSetPayload, {
    description:
      'Says who approves spending and how many of them have to, two at least: for the treasurer. Requests that are open keep the number that they were made under. Organisations have to be in the directory, which is asked.',
  })
  async budgetPanelSet(
    @Arg('input', () => BudgetPanelSetInput, { description: 'Of which budget, who, and how many.' })
    input: BudgetPanelSetInput,
    @Ctx() context: RequestContext,
  ) {
    const directory = await lookUp(
      context,
      input.members.map(({ organisationId }) => organisationId),
    );
    return answer(context, setApprovalPanel(directory), input, 'communityBudget', communityBudgetById);
  }

  @Mutation(() => BudgetCommitmentRequestPayload, {
    description:
      'Asks the panel for spending out of an allocation of cash: for the treasurer, or somebody who acts for a partner. Nothing is posted before the panel has approved. An organisation to be paid has to be in the directory, which is asked.',
  })
  async budgetCommitmentRequest(
    @Arg('input', () => BudgetCommitmentRequestInput, {
      description: 'Out of which allocation, how much, for what and to whom.',
    })
    input: BudgetCommitmentRequestInput,
    @Ctx() context: RequestContext,
  ) {
    const directory = await lookUp(context, [input.payee.organisationId]);
    return answer(context, requestCommitment(directory), input, 'commitment', commitmentById);
  }

  @Mutation(() => BudgetCommitmentApprovePayload, {
    description:
      'Approves a request: for a member of the panel who is not the payee and did not ask for it. The last approval that is needed commits the money, if there is enough left in the allocation at that moment.',
  })
  budgetCommitmentApprove(
    @Arg('input', () => BudgetCommitmentApproveInput, { description: 'Which request.' })
    input: BudgetCommitmentApproveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, approveCommitment, input, 'commitment', commitmentById);
  }

  @Mutation(() => BudgetCommitmentRejectPayload, {
    description: 'Rejects a request: for a member of the panel who is not the payee and did not ask for it.',
  })
  budgetCommitmentReject(
    @Arg('input', () => BudgetCommitmentRejectInput, { description: 'Which request, and why.' })
    input: BudgetCommitmentRejectInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, rejectCommitment, input, 'commitment', commitmentById);
  }

  @Mutation(() => BudgetCommitmentWithdrawPayload, {
    description: 'Takes a request back: for whoever asked, or the treasurer.',
  })
  budgetCommitmentWithdraw(
    @Arg('input', () => BudgetCommitmentWithdrawInput, { description: 'Which request.' })
    input: BudgetCommitmentWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawCommitment, input, 'commitment', commitmentById);
  }

  @Mutation(() => BudgetCommitmentPayPayload, {
    description: 'Records a payment of what was committed, in whole or in part: for the treasurer.',
  })
  budgetCommitmentPay(
    @Arg('input', () => BudgetCommitmentPayInput, { description: 'Which commitment, and how much of it.' })
    input: BudgetCommitmentPayInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, payCommitment, input, 'commitment', commitmentById);
  }

  @Mutation(() => BudgetCommitmentReleasePayload, {
    description: 'Puts what is left of a commitment back into its allocation: for the treasurer.',
  })
  budgetCommitmentRelease(
    @Arg('input', () => BudgetCommitmentReleaseInput, { description: 'Which commitment.' })
    input: BudgetCommitmentReleaseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, releaseCommitment, input, 'commitment', commitmentById);
  }
}
