import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { keepCommitment } from '../access';
import { councilByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { changeGovernance } from './change-governance.command';
import { CommitmentState } from './co-operative.enums';
import {
  CommitmentViewerCan,
  CoOperativeCommitmentEndInput,
  CoOperativeCommitmentEndPayload,
  CoOperativeCommitmentMakeInput,
  CoOperativeCommitmentMakePayload,
  CouncilGovernanceChangeInput,
  CouncilGovernanceChangePayload,
} from './commitment-input.types';
import { CoOperativeCommitment } from './commitment.entity';
import {
  commitmentById,
  commitmentOfCouncil,
  commitmentsOnCouncil,
  governanceChangesOf,
  stateOfCommitment,
} from './commitment.queries';
import { endCommitment } from './end-commitment.command';
import { GovernanceChange } from './governance-change.entity';
import { makeCommitment } from './make-commitment.command';

const INPUT = { description: 'What to do.' };

/** What a council committed itself to, and how it is governed. */
@Resolver(() => Council)
export class CommitmentResolver {
  @FieldResolver(() => CoOperativeCommitment, {
    nullable: true,
    description:
      'Its own standing commitment to work co-operatively; null where there is none. A group’s does not count.',
  })
  coOperative(
    @Root() council: Council,
    @Ctx() context: RequestContext,
  ): Promise<CoOperativeCommitment | null> {
    return commitmentOfCouncil.load(context, council.gssCode);
  }

  @FieldResolver(() => [CoOperativeCommitment], {
    description: 'All commitments on record: its own and those of groups on it, standing and ended.',
  })
  async coOperativeCommitments(@Root() { gssCode }: Council, @Ctx() context: RequestContext) {
    return (await commitmentsOnCouncil.load(context, gssCode)) ?? [];
  }

  @FieldResolver(() => [GovernanceChange], {
    description: 'Its resolutions to change how it is governed, the latest first.',
  })
  async governanceChanges(@Root() { gssCode }: Council, @Ctx() context: RequestContext) {
    return (await governanceChangesOf.load(context, gssCode)) ?? [];
  }

  @Mutation(() => CoOperativeCommitmentMakePayload, {
    description:
      'Puts a commitment to work co-operatively on record. Officers and administrators of the council; a councillor for a group in opposition.',
  })
  coOperativeCommitmentMake(
    @Arg('input', () => CoOperativeCommitmentMakeInput, INPUT) input: CoOperativeCommitmentMakeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, makeCommitment, input, 'commitment', commitmentById);
  }

  @Mutation(() => CoOperativeCommitmentEndPayload, {
    description:
      'Ends a commitment. Officers and administrators of the council; a councillor for a group in opposition.',
  })
  coOperativeCommitmentEnd(
    @Arg('input', () => CoOperativeCommitmentEndInput, INPUT) input: CoOperativeCommitmentEndInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, endCommitment, input, 'commitment', commitmentById);
  }

  @Mutation(() => CouncilGovernanceChangePayload, {
    description:
      'Changes how an English council is governed: to a form that the law knows, five years after its last such resolution unless a referendum approved (Local Government Act 2000 ss. 9B, 9KC). Officers and administrators of the council.',
  })
  councilGovernanceChange(
    @Arg('input', () => CouncilGovernanceChangeInput, INPUT) input: CouncilGovernanceChangeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, changeGovernance, input, 'council', councilByCode);
  }
}

/** Commitments. */
@Resolver(() => CoOperativeCommitment)
export class CoOperativeCommitmentResolver {
  @FieldResolver(() => Council, { description: 'The council on which it was made.' })
  council(
    @Root() { councilGssCode }: CoOperativeCommitment,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => CommitmentState, { description: 'How it stands.' })
  state(@Root() commitment: CoOperativeCommitment): CommitmentState {
    return stateOfCommitment(commitment);
  }

  @FieldResolver(() => CommitmentViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(
    @Root() commitment: CoOperativeCommitment,
    @Ctx() { actor }: RequestContext,
  ): CommitmentViewerCan {
    return { end: commitment.endedOn === null && keepCommitment.allows(actor, commitment) };
  }
}

/** Changes of governance. */
@Resolver(() => GovernanceChange)
export class GovernanceChangeResolver {
  @FieldResolver(() => Council, { description: 'The council that resolved it.' })
  council(
    @Root() { councilGssCode }: GovernanceChange,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return councilByCode.load(context, councilGssCode);
  }
}
