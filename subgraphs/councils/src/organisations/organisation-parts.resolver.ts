import { Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../areas/council.entity';
import { Organisation } from './organisation.entity';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { organisationsOfCouncil } from './organisation-page.queries';
import { organisationById, organisationOfCouncil, registerOf } from './organisation.queries';
import { OrganisationCandidate, OrganisationConnection } from './organisation.types';

/** Numbers of organisations. */
@Resolver(() => OrganisationIdentifier)
export class OrganisationIdentifierResolver {
  @FieldResolver(() => ID, {
    description: 'The number in the register’s own form: `01234567`. Not an id of this graph.',
  })
  id(@Root() { number }: OrganisationIdentifier): string {
    return number;
  }

  @FieldResolver(() => ID, {
    description: 'Register and number as open data writes them: `GB-COH-01234567`.',
  })
  orgId(@Root() { scheme, number }: OrganisationIdentifier): string {
    return `${scheme}-${number}`;
  }

  @FieldResolver(() => String, { description: 'The register and who keeps it.' })
  register(@Root() { scheme }: OrganisationIdentifier): string {
    return registerOf(scheme).name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where the register can be looked up; null where it is not public.',
  })
  registerUrl(@Root() { scheme }: OrganisationIdentifier): string | null {
    return registerOf(scheme).url;
  }
}

/** Organisations that a name could mean. */
@Resolver(() => OrganisationCandidate)
export class OrganisationCandidateResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(
    @Root() { key }: OrganisationCandidate,
    @Ctx() context: RequestContext,
  ): Promise<Organisation | null> {
    return organisationById.load(context, key);
  }
}

/** Councils as organisations, and the organisations in their areas. */
@Resolver(() => Council)
export class CouncilOrganisationsResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'The council as an organisation: who contracts, pays and is paid; null where none is on record.',
  })
  organisation(@Root() { gssCode }: Council, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return organisationOfCouncil.load(context, gssCode);
  }

  @ListSize()
  @FieldResolver(() => OrganisationConnection, {
    description: 'Organisations that are registered, or mainly work, in its area, by name.',
  })
  async organisations(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    return toConnection(
      OrganisationConnection,
      await organisationsOfCouncil.load(context, gssCode, { ...args }),
    );
  }
}
