import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  answer,
  ConnectionArgs,
  ListSize,
  Money,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { communityBudgetById } from '../community-budgets/community-budget.queries';
import { lookUp } from '../community-budgets/directory.queries';
import { Council, Organisation } from '../stubs';
import { awardGrant } from './award-grant.command';
import { Grant, GrantLocation, GrantParty } from './grant.entity';
import { GrantGroup, GrantOrder } from './grant.enums';
import { grantById, grantPage, grantSummary } from './grant.queries';
import {
  GrantAwardInput,
  GrantAwardPayload,
  GrantConnection,
  GrantFilter,
  GrantSummary,
} from './grant.types';

/** Grants. */
@Resolver(() => Grant)
export class GrantResolver {
  @Query(() => Grant, { nullable: true, description: 'The grant with an id; null when there is none.' })
  grant(
    @Arg('id', () => ID, { description: 'Its id, `grant_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Grant | null> {
    return grantById.load(context, id);
  }

  @ListSize()
  @Query(() => GrantConnection, { description: 'Grants of councils and community budgets.' })
  async grants(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => GrantFilter, { nullable: true, description: 'Which of them.' })
    filter: GrantFilter | null,
    @Arg('orderBy', () => GrantOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    _orderBy: GrantOrder,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(GrantConnection, await grantPage(context, args, filter ?? {}));
  }

  @Directive(
    '@listSize(assumedSize: 10, slicingArguments: ["first"], sizedFields: ["groups"], requireOneSlicingArgument: false)',
  )
  @Query(() => GrantSummary, { description: 'Grants added up, by year, programme or recipient.' })
  grantSummary(
    @Arg('by', () => GrantGroup, { defaultValue: 'YEAR', description: 'By what to break them down.' })
    by: GrantGroup,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many groups: 1 to 100.' }) first: number,
    @Arg('filter', () => GrantFilter, { nullable: true, description: 'Which of them.' })
    filter: GrantFilter | null,
    @Ctx() context: RequestContext,
  ): Promise<GrantSummary> {
    return grantSummary(context, filter ?? {}, by, first);
  }

  @Mutation(() => GrantAwardPayload, {
    description:
      'Puts a grant on record, of the council or out of a community budget: for an officer of the council. The directory is asked for the council’s org-id, and for the recipient where its entry is named.',
  })
  async grantAward(
    @Arg('input', () => GrantAwardInput, { description: 'To whom, how much and for what.' })
    input: GrantAwardInput,
    @Ctx() context: RequestContext,
  ) {
    const named = [`council_${input.council}`, input.recipient.organisationId];
    const command = awardGrant(await lookUp(context, named));
    return answer(context, command, input, 'grant', grantById);
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council that gave it; null where the directory is away.',
  })
  council(@Root() { gssCode }: Grant): Council {
    return { gssCode };
  }

  @FieldResolver(() => CommunityBudget, {
    nullable: true,
    description: 'The community budget out of which it is; null for any other grant.',
  })
  communityBudget(
    @Root() { fundId }: Grant,
    @Ctx() context: RequestContext,
  ): Promise<CommunityBudget | null> | null {
    return fundId === null ? null : communityBudgetById.load(context, fundId);
  }

  @FieldResolver(() => Money, { description: 'What was awarded.' })
  awarded(@Root() { awardedPence }: Grant): Money {
    return Money.of(awardedPence);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What was applied for; null where not known.' })
  appliedFor(@Root() { appliedForPence }: Grant): Money | null {
    return Money.orNull(appliedForPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was paid out so far; null where not known.',
  })
  disbursed(@Root() { disbursedPence }: Grant): Money | null {
    return Money.orNull(disbursedPence);
  }

  @FieldResolver(() => GrantParty, { description: 'Who got it.' })
  recipient(@Root() grant: Grant): GrantParty {
    return {
      ...{ identifier: grant.recipientIdentifier, name: grant.recipientName },
      ...{ charityNumber: grant.recipientCharityNumber, companyNumber: grant.recipientCompanyNumber },
      postcode: grant.recipientDetails.postcode,
    };
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      "The recipient's entry in the directory; null where none is named, or the directory is away.",
  })
  recipientOrganisation(@Root() { recipientOrganisationId }: Grant): Organisation | null {
    return recipientOrganisationId === null ? null : { id: recipientOrganisationId };
  }

  @FieldResolver(() => GrantParty, { description: 'Who gave it.' })
  funder(@Root() { funderIdentifier, funderName }: Grant): GrantParty {
    return {
      identifier: funderIdentifier,
      name: funderName,
      charityNumber: null,
      companyNumber: null,
      postcode: null,
    };
  }

  @FieldResolver(() => GrantLocation, { nullable: true, description: 'The place that it is for.' })
  place(@Root() { place }: Grant): GrantLocation | null {
    return place;
  }
}
