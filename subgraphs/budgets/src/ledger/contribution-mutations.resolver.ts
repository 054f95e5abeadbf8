import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { makeAllocation } from './make-allocation.command';
import { pledgeContribution } from './pledge-contribution.command';
import { receiveContribution, returnContribution, withdrawContribution } from './settle-contribution.command';
import { useAllocation } from './use-allocation.command';
import {
  ContributionPledgeInput,
  ContributionReceiveInput,
  ContributionReturnInput,
  ContributionWithdrawInput,
  AllocationMakeInput,
  AllocationUseInput,
} from './ledger-inputs.types';
import {
  ContributionPledgePayload,
  ContributionReceivePayload,
  ContributionReturnPayload,
  ContributionWithdrawPayload,
  AllocationMakePayload,
  AllocationUsePayload,
} from './ledger-payloads.types';
import { allocationById, contributionById } from './ledger.queries';

/** What is done about contributions and allocations. */
@Resolver()
export class ContributionMutations {
  @Mutation(() => ContributionPledgePayload, {
    description:
      'Promises what a partner puts in, as a sum or as hours of work at a rate: for somebody who acts for the partner, or the treasurer who has it on paper. Nothing is posted before it arrives.',
  })
  contributionPledge(
    @Arg('input', () => ContributionPledgeInput, {
      description: 'Which partner, in which form, what and how much.',
    })
    input: ContributionPledgeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, pledgeContribution, input, 'contribution', contributionById);
  }

  @Mutation(() => ContributionReceivePayload, {
    description:
      'Records that a contribution, or part of it, has arrived: for the treasurer. It is posted, and can be allocated from then on.',
  })
  contributionReceive(
    @Arg('input', () => ContributionReceiveInput, { description: 'Which contribution, and how much of it.' })
    input: ContributionReceiveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, receiveContribution, input, 'contribution', contributionById);
  }

  @Mutation(() => ContributionReturnPayload, {
    description:
      'Records that something was given back to the partner, out of what is not allocated: for the treasurer.',
  })
  contributionReturn(
    @Arg('input', () => ContributionReturnInput, { description: 'Which contribution, and how much of it.' })
    input: ContributionReturnInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, returnContribution, input, 'contribution', contributionById);
  }

  @Mutation(() => ContributionWithdrawPayload, {
    description:
      'Takes back what has not arrived of a pledge: for somebody who acts for the partner, or the treasurer.',
  })
  contributionWithdraw(
    @Arg('input', () => ContributionWithdrawInput, { description: 'Which contribution.' })
    input: ContributionWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawContribution, input, 'contribution', contributionById);
  }

  @Mutation(() => AllocationMakePayload, {
    description:
      'Sets something aside for a priority or service, or adds to what is set aside: for the treasurer. Never more than is available.',
  })
  allocationMake(
    @Arg('input', () => AllocationMakeInput, { description: 'For what, out of which form, and how much.' })
    input: AllocationMakeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, makeAllocation, input, 'allocation', allocationById);
  }

  @Mutation(() => AllocationUsePayload, {
    description:
      'Records that aligned money or a gift in kind was used for what it was allocated to: for the treasurer.',
  })
  allocationUse(
    @Arg('input', () => AllocationUseInput, { description: 'Which allocation, how much, and for what.' })
    input: AllocationUseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, useAllocation, input, 'allocation', allocationById);
  }
}
