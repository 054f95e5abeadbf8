import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { defineNeighbourhood } from './define-neighbourhood.command';
import {
  NeighbourhoodDefineInput,
  NeighbourhoodDefinePayload,
  NeighbourhoodRedefineInput,
  NeighbourhoodRedefinePayload,
  NeighbourhoodSupersedeInput,
  NeighbourhoodSupersedePayload,
} from './neighbourhood-input.types';
import { neighbourhoodById } from './neighbourhood.queries';
import { redefineNeighbourhood } from './redefine-neighbourhood.command';
import { supersedeNeighbourhood } from './supersede-neighbourhood.command';

const INPUT = { description: 'What to do.' };

/** What can be done to neighbourhoods. */
@Resolver()
export class NeighbourhoodMutationResolver {
  @Mutation(() => NeighbourhoodDefinePayload, {
    description: 'Puts a neighbourhood on record. Officers and administrators of the council.',
  })
  neighbourhoodDefine(
    @Arg('input', () => NeighbourhoodDefineInput, INPUT) input: NeighbourhoodDefineInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, defineNeighbourhood, input, 'neighbourhood', neighbourhoodById);
  }

  @Mutation(() => NeighbourhoodRedefinePayload, {
    description:
      'Draws a neighbourhood anew and answers with the new one, which takes its place; the old one keeps its wards, so that old figures keep their area. Officers and administrators of the council.',
  })
  neighbourhoodRedefine(
    @Arg('input', () => NeighbourhoodRedefineInput, INPUT) input: NeighbourhoodRedefineInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, redefineNeighbourhood, input, 'neighbourhood', neighbourhoodById);
  }

  @Mutation(() => NeighbourhoodSupersedePayload, {
    description:
      'Gives a neighbourhood up, or says which one on record took its place. Officers and administrators of the council.',
  })
  neighbourhoodSupersede(
    @Arg('input', () => NeighbourhoodSupersedeInput, INPUT) input: NeighbourhoodSupersedeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, supersedeNeighbourhood, input, 'neighbourhood', neighbourhoodById);
  }
}
