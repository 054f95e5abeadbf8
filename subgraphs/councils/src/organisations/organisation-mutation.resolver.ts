import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { addIdentifier } from './add-identifier.command';
import { mergeOrganisations } from './merge-organisations.command';
import {
  OrganisationIdentifierAddInput,
  OrganisationIdentifierAddPayload,
  OrganisationMergeInput,
  OrganisationMergePayload,
  OrganisationRegisterInput,
  OrganisationRegisterPayload,
  OrganisationUpdateInput,
  OrganisationUpdatePayload,
} from './organisation-input.types';
import { organisationById } from './organisation.queries';
import { registerOrganisation } from './register-organisation.command';
import { updateOrganisation } from './update-organisation.command';

const INPUT = { description: 'What to do.' };

/** What can be done to organisations. */
@Resolver()
export class OrganisationMutationResolver {
  @Mutation(() => OrganisationRegisterPayload, {
    description:
      'Puts an organisation into the directory. Officers and administrators of councils. A number that another record has is refused, and the record named.',
  })
  organisationRegister(
    @Arg('input', () => OrganisationRegisterInput, INPUT) input: OrganisationRegisterInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, registerOrganisation, input, 'organisation', organisationById);
  }

  @Mutation(() => OrganisationUpdatePayload, {
    description:
      'Changes what is kept of an organisation. Officers and administrators of councils; whoever acts for the organisation may change all but its kind and whether it is VCSE.',
  })
  organisationUpdate(
    @Arg('input', () => OrganisationUpdateInput, INPUT) input: OrganisationUpdateInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, updateOrganisation, input, 'organisation', organisationById);
  }

  @Mutation(() => OrganisationIdentifierAddPayload, {
    description: 'Adds a number in a public register. Officers and administrators of councils.',
  })
  organisationIdentifierAdd(
    @Arg('input', () => OrganisationIdentifierAddInput, INPUT) input: OrganisationIdentifierAddInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, addIdentifier, input, 'organisation', organisationById);
  }

  @Mutation(() => OrganisationMergePayload, {
    description:
      'Merges two records of one body: the absorbed one’s id answers with the survivor from then on. Administrators of councils; cannot be undone.',
  })
  organisationMerge(
    @Arg('input', () => OrganisationMergeInput, INPUT) input: OrganisationMergeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, mergeOrganisations, input, 'organisation', organisationById);
  }
}
