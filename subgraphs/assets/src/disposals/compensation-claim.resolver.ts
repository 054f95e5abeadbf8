import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  answer,
  ConnectionArgs,
  ListSize,
  LocalDateScalar,
  Money,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { decideForCouncil, ownSubmission, readConfidential } from '../access';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { CompensationClaim } from './compensation-claim.entity';
import { compensationClaimLifecycle } from './compensation-claim.lifecycle';
import {
  CompensationClaimDecideInput,
  CompensationClaimReceiveInput,
  CompensationClaimWithdrawInput,
} from './compensation-inputs.types';
import { decideCompensationClaim } from './decide-compensation-claim.command';
import { claimDueBy, compensationClaimById, compensationClaimPage } from './disposal.queries';
import {
  CompensationClaimConnection,
  CompensationClaimDecidePayload,
  CompensationClaimReceivePayload,
  CompensationClaimViewerCan,
  CompensationClaimWithdrawPayload,
} from './disposal.types';
import { receiveCompensationClaim } from './receive-compensation-claim.command';
import { withdrawCompensationClaim } from './withdraw-compensation-claim.command';

/** Claims for compensation: for the council's officers and auditors and whoever made them. */
@Resolver(() => CompensationClaim)
export class CompensationClaimResolver {
  @Query(() => CompensationClaim, {
    nullable: true,
    description:
      'The claim with an id, for officers and auditors of the council and whoever made it; null for others, as when there is none.',
  })
  async compensationClaim(
    @Arg('id', () => ID, { description: 'Its id, `claim_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CompensationClaim | null> {
    const claim = await compensationClaimById.load(context, id);
    const { actor } = context;
    return claim && (readConfidential.allows(actor, claim) || ownSubmission.allows(actor, claim))
      ? claim
      : null;
  }

  @ListSize()
  @Query(() => CompensationClaimConnection, {
    description:
      "A council's claims for compensation, the latest received first: for its officers and auditors, FORBIDDEN for others.",
  })
  async compensationClaims(
    @Arg('council', () => ID, { description: 'GSS code of the council.' }) council: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    if (!readConfidential.allows(context.actor, { gssCode: council }))
      throw new GraphQLError(`Only ${readConfidential.needs} may read this.`, {
        extensions: { code: 'FORBIDDEN' },
      });
    return toConnection(CompensationClaimConnection, await compensationClaimPage(context, council, args));
  }

  @Mutation(() => CompensationClaimReceivePayload, {
    description:
      "Hands in an owner's claim for compensation (SI 2012/2421 reg. 14): for the owner, or an officer who records one on paper.",
  })
  compensationClaimReceive(
    @Arg('input', () => CompensationClaimReceiveInput, {
      description: 'Who claims, on which land, for what loss, and when the claim came in.',
    })
    input: CompensationClaimReceiveInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, receiveCompensationClaim, input, 'compensationClaim', compensationClaimById);
  }

  @Mutation(() => CompensationClaimDecidePayload, {
    description: 'Decides on a claim, with written reasons: for an officer of the council.',
  })
  compensationClaimDecide(
    @Arg('input', () => CompensationClaimDecideInput, {
      description: 'Which claim, what is awarded, and why.',
    })
    input: CompensationClaimDecideInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, decideCompensationClaim, input, 'compensationClaim', compensationClaimById);
  }

  @Mutation(() => CompensationClaimWithdrawPayload, {
    description: 'Takes a claim back: for whoever made it, or an officer who records it.',
  })
  compensationClaimWithdraw(
    @Arg('input', () => CompensationClaimWithdrawInput, {
      description: 'Which claim, and when it was withdrawn.',
    })
    input: CompensationClaimWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawCompensationClaim, input, 'compensationClaim', compensationClaimById);
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that was listed.' })
  asset(@Root() { assetId }: CompensationClaim, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that decides, and pays.' })
  council(@Root() { gssCode }: CompensationClaim): Council {
    return { gssCode };
  }

  @FieldResolver(() => Money, { description: 'The amount claimed.' })
  amount(@Root() { amountPence }: CompensationClaim): Money {
    return Money.of(amountPence);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What the council determined; null before.' })
  awarded(@Root() { awardedPence }: CompensationClaim): Money | null {
    return Money.orNull(awardedPence);
  }

  @FieldResolver(() => LocalDateScalar, {
    description:
      'The last day on which it could be made: thirteen weeks after the loss ended (reg. 14(5)(b)).',
  })
  dueBy(@Root() claim: CompensationClaim): LocalDate {
    return claimDueBy(claim);
  }

  @FieldResolver(() => CompensationClaimViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  viewerCan(@Root() claim: CompensationClaim, @Ctx() { actor }: RequestContext): CompensationClaimViewerCan {
    const open = (action: (typeof compensationClaimLifecycle.actions)[number]) =>
      compensationClaimLifecycle.permit(action, claim.state).ok;
    return {
      decide: decideForCouncil.allows(actor, claim) && open('decide'),
      withdraw: ownSubmission.allows(actor, claim) && open('withdraw'),
    };
  }
}
