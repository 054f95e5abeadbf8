import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { decideNomination } from './decide-nomination.command';
import { checkOrganisation } from '../groups/known-organisation.queries';
import { nominateAsset } from './nominate-asset.command';
import {
  AssetNominateInput,
  NominationDecideInput,
  NominationReturnInput,
  NominationWithdrawInput,
} from './nomination-inputs.types';
import { nominationById } from './nomination.queries';
import {
  AssetNominatePayload,
  NominationDecidePayload,
  NominationReturnPayload,
  NominationWithdrawPayload,
} from './nomination.types';
import { returnNomination } from './return-nomination.command';
import { withdrawNomination } from './withdraw-nomination.command';

/** What is done with nominations. */
@Resolver()
export class NominationMutations {
  @Mutation(() => AssetNominatePayload, {
    description:
      'Nominates an asset for the list of assets of community value (Localism Act 2011 s. 89): for somebody who acts for a group, or an officer who records a nomination on paper. An organisation that is named must stand in the directory; when the directory does not answer it is taken unverified.',
  })
  async assetNominate(
    @Arg('input', () => AssetNominateInput, { description: 'The nomination.' }) input: AssetNominateInput,
    @Ctx() context: RequestContext,
  ) {
    const named = context.actor.kind === 'anonymous' ? null : input.nominator.organisationId;
    const organisation = await checkOrganisation(context, named);
    return answer(context, nominateAsset(organisation), input, 'nomination', nominationById);
  }

  @Mutation(() => NominationDecidePayload, {
    description:
      'Decides a nomination: for an officer of the council. Accepted, the land is on the list from today for five years; unsuccessful, it stands on the list of unsuccessful nominations with the reasons.',
  })
  nominationDecide(
    @Arg('input', () => NominationDecideInput, { description: 'The decision, and what was found.' })
    input: NominationDecideInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, decideNomination, input, 'nomination', nominationById);
  }

  @Mutation(() => NominationReturnPayload, {
    description:
      'Returns a nomination as no community nomination, since the nominator or the form does not qualify: for an officer of the council.',
  })
  nominationReturn(
    @Arg('input', () => NominationReturnInput, { description: 'Which one, and why.' })
    input: NominationReturnInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, returnNomination, input, 'nomination', nominationById);
  }

  @Mutation(() => NominationWithdrawPayload, {
    description:
      'Takes a nomination back before it is decided: for whoever handed it in, or an officer of the council who records it.',
  })
  nominationWithdraw(
    @Arg('input', () => NominationWithdrawInput, { description: 'Which one.' })
    input: NominationWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawNomination, input, 'nomination', nominationById);
  }
}
