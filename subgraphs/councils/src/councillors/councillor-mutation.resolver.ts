import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import {
  CouncillorCreateInput,
  CouncillorCreatePayload,
  CouncillorEndInput,
  CouncillorEndPayload,
  CouncillorInterestEndInput,
  CouncillorInterestEndPayload,
  CouncillorInterestRegisterInput,
  CouncillorInterestRegisterPayload,
  DispensationGrantInput,
  DispensationGrantPayload,
  DispensationWithdrawInput,
  DispensationWithdrawPayload,
} from './councillor-input.types';
import { councillorById, dispensationById, interestById } from './councillor.queries';
import { createCouncillor } from './create-councillor.command';
import { endCouncillor } from './end-councillor.command';
import { endInterest } from './end-interest.command';
import { grantDispensation } from './grant-dispensation.command';
import { registerInterest } from './register-interest.command';
import { withdrawDispensation } from './withdraw-dispensation.command';

const INPUT = { description: 'What to do.' };
const WHO = 'Officers and administrators of the council.';

/** What can be done to the records of councillors. */
@Resolver()
export class CouncillorMutationResolver {
  @Mutation(() => CouncillorCreatePayload, { description: `Puts a councillor on record. ${WHO}` })
  councillorCreate(
    @Arg('input', () => CouncillorCreateInput, INPUT) input: CouncillorCreateInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, createCouncillor, input, 'councillor', councillorById);
  }

  @Mutation(() => CouncillorEndPayload, { description: `Ends a councillor’s term. ${WHO}` })
  councillorEnd(
    @Arg('input', () => CouncillorEndInput, INPUT) input: CouncillorEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endCouncillor, input, 'councillor', councillorById);
  }

  @Mutation(() => CouncillorInterestRegisterPayload, {
    description: `Enters an interest in the public register (Localism Act 2011 s. 29). ${WHO}`,
  })
  councillorInterestRegister(
    @Arg('input', () => CouncillorInterestRegisterInput, INPUT) input: CouncillorInterestRegisterInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, registerInterest, input, 'interest', interestById);
  }

  @Mutation(() => CouncillorInterestEndPayload, {
    description: `Ends an entry in the register of interests. ${WHO}`,
  })
  councillorInterestEnd(
    @Arg('input', () => CouncillorInterestEndInput, INPUT) input: CouncillorInterestEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endInterest, input, 'interest', interestById);
  }

  @Mutation(() => DispensationGrantPayload, {
    description: `Grants a dispensation from the restrictions of an interest (Localism Act 2011 s. 33). ${WHO}`,
  })
  dispensationGrant(
    @Arg('input', () => DispensationGrantInput, INPUT) input: DispensationGrantInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, grantDispensation, input, 'dispensation', dispensationById);
  }

  @Mutation(() => DispensationWithdrawPayload, {
    description: `Takes a dispensation back from today. ${WHO}`,
  })
  dispensationWithdraw(
    @Arg('input', () => DispensationWithdrawInput, INPUT) input: DispensationWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawDispensation, input, 'dispensation', dispensationById);
  }
}
