import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { endSharedService } from './end-shared-service.command';
import { proposeSharedService } from './propose-shared-service.command';
import {
  SharedServiceEndInput,
  SharedServiceEndPayload,
  SharedServiceProposeInput,
  SharedServiceProposePayload,
  SharedServiceStartInput,
  SharedServiceStartPayload,
  SharedServiceUpdateCostInput,
  SharedServiceUpdateCostPayload,
} from './shared-service-input.types';
import { sharedServiceById } from './shared-service.queries';
import { startSharedService } from './start-shared-service.command';
import { updateCost } from './update-cost.command';

const INPUT = { description: 'What to do.' };
const WHO = 'Officers and administrators of the lead.';

/** What can be done with shared services. */
@Resolver()
export class SharedServiceMutationResolver {
  @Mutation(() => SharedServiceProposePayload, {
    description: `Puts a service or senior post to the councils that are to share it. ${WHO}`,
  })
  sharedServicePropose(
    @Arg('input', () => SharedServiceProposeInput, INPUT) input: SharedServiceProposeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, proposeSharedService, input, 'sharedService', sharedServiceById);
  }

  @Mutation(() => SharedServiceStartPayload, { description: `Starts a service that was proposed. ${WHO}` })
  sharedServiceStart(
    @Arg('input', () => SharedServiceStartInput, INPUT) input: SharedServiceStartInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, startSharedService, input, 'sharedService', sharedServiceById);
  }

  @Mutation(() => SharedServiceUpdateCostPayload, {
    description: `Says what a running service costs now, and who bears how much of it. ${WHO}`,
  })
  sharedServiceUpdateCost(
    @Arg('input', () => SharedServiceUpdateCostInput, INPUT) input: SharedServiceUpdateCostInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, updateCost, input, 'sharedService', sharedServiceById);
  }

  @Mutation(() => SharedServiceEndPayload, { description: `Winds a service up, or gives it up. ${WHO}` })
  sharedServiceEnd(
    @Arg('input', () => SharedServiceEndInput, INPUT) input: SharedServiceEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endSharedService, input, 'sharedService', sharedServiceById);
  }
}
