import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { viewerCan } from '@coop/shared/access';
import { ConnectionArgs, ListSize, Reason, toConnection, type RequestContext } from '@coop/shared/graphql';
import { londonDate } from '@coop/shared/time';
import { organisationRights } from '../access';
import { councilByCode } from '../areas/area.queries';
import { Council } from '../areas/council.entity';
import { Organisation } from './organisation.entity';
import { OrganisationOrder } from './organisation.enums';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { MOST_NAMES, organisationMatches, type MatchFacts } from './organisation-match.queries';
import { organisationPage } from './organisation-page.queries';
import {
  formerIdsOf,
  identifiersOf,
  organisationById,
  organisationByOrgId,
  otherNamesOf,
  smeReason,
  vcseReason,
} from './organisation.queries';
import {
  OrganisationConnection,
  OrganisationFilter,
  OrganisationMatch,
  OrganisationViewerCan,
} from './organisation.types';

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Organisations: the directory's own roots, and what is known of one. */
@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description:
      'The organisation with an id, or with a number in a register; null when the directory knows none. The id of a record that was merged answers with the survivor. Give exactly one of the two.',
  })
  organisation(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('orgId', () => ID, {
      nullable: true,
      description: 'Any of its org-ids, however padded: `GB-COH-6946098`, `gb-chc-1134427`.',
    })
    orgId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Organisation | null> {
    if ((id ?? null) !== null && (orgId ?? null) === null) return organisationById.load(context, id!);
    if ((orgId ?? null) !== null && (id ?? null) === null) return organisationByOrgId(context, orgId!);
    throw badInput('Give either the id or the orgId of an organisation.');
  }

  @ListSize()
  @Query(() => OrganisationConnection, {
    description: 'Organisations by name; records that were merged into others are left out.',
  })
  async organisations(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => OrganisationFilter, { nullable: true, description: 'Which of them.' })
    filter: OrganisationFilter | null,
    @Arg('orderBy', () => OrganisationOrder, { defaultValue: 'NAME', description: 'In which order.' })
    order: OrganisationOrder,
    @Ctx() { database }: RequestContext,
  ) {
    const page = await organisationPage(database.reader, args, filter ?? {}, order);
    return toConnection(OrganisationConnection, page);
  }

  @Directive(`@listSize(assumedSize: ${MOST_NAMES})`)
  @Query(() => [OrganisationMatch], {
    description:
      'The organisations that names on invoices, forms and lists mean, one answer for each name in their order, at most 100 names. Never guesses between two: it says what could be meant, and why.',
  })
  organisationMatches(
    @Arg('names', () => [String], { description: 'Names as people write them, at most 100.' })
    names: string[],
    @Ctx() context: RequestContext,
  ): Promise<MatchFacts[]> {
    if (names.length > MOST_NAMES)
      throw badInput(`At most ${MOST_NAMES} names at once, not ${names.length}.`);
    return organisationMatches(context, names);
  }

  @FieldResolver(() => Reason, {
    description: 'Why it is said to be VCSE, or not, or why that is not known.',
  })
  vcseReason(@Root() organisation: Organisation, @Ctx() context: RequestContext) {
    return vcseReason(context, organisation);
  }

  @FieldResolver(() => Reason, {
    description: 'Why it is said to be an SME, or not, or why that is not known.',
  })
  smeReason(@Root() organisation: Organisation, @Ctx() { now }: RequestContext) {
    return smeReason(organisation, londonDate(now));
  }

  @FieldResolver(() => [OrganisationIdentifier], {
    description: 'Its numbers in public registers, the most telling register first.',
  })
  async identifiers(
    @Root() { id }: Organisation,
    @Ctx() context: RequestContext,
  ): Promise<OrganisationIdentifier[]> {
    return (await identifiersOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => [String], {
    description: 'Other names: those it goes by, had before, or has in another register.',
  })
  async otherNames(@Root() { id }: Organisation, @Ctx() context: RequestContext): Promise<string[]> {
    return (await otherNamesOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => [ID], {
    description: 'Ids of the records that were merged into this one; each of them still answers with it.',
  })
  async formerIds(@Root() { id }: Organisation, @Ctx() context: RequestContext): Promise<string[]> {
    return (await formerIdsOf.load(context, id)) ?? [];
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description:
      'The council in whose area it is registered or mainly works; null where it works everywhere.',
  })
  async council(
    @Root() { councilGssCode }: Organisation,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return councilGssCode === null ? null : councilByCode.load(context, councilGssCode);
  }

  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council that it is; null for every other body.',
  })
  async localAuthority(
    @Root() { localAuthorityGssCode }: Organisation,
    @Ctx() context: RequestContext,
  ): Promise<Council | null> {
    return localAuthorityGssCode === null ? null : councilByCode.load(context, localAuthorityGssCode);
  }

  @FieldResolver(() => OrganisationViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() organisation: Organisation, @Ctx() { actor }: RequestContext): OrganisationViewerCan {
    const { id, councilGssCode, localAuthorityGssCode } = organisation;
    return viewerCan(organisationRights, actor, {
      organisationId: id,
      councilGssCode,
      localAuthorityGssCode,
    });
  }
}
