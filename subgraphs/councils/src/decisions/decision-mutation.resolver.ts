import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { correctDecision } from './correct-decision.command';
import {
  DecisionCorrectInput,
  DecisionCorrectPayload,
  DecisionRecordInput,
  DecisionRecordPayload,
} from './decision-input.types';
import { decisionById } from './decision.queries';
import { recordDecision } from './record-decision.command';

const INPUT = { description: 'What to do.' };

/** What can be done to the record of decisions. */
@Resolver()
export class DecisionMutationResolver {
  @Mutation(() => DecisionRecordPayload, {
    description:
      'Puts a decision on record. Officers and administrators of the council; a councillor for what he or she decided for the ward. Refused while a part that the law asks for is missing, or somebody with a disclosable pecuniary interest took part without a dispensation.',
  })
  decisionRecord(
    @Arg('input', () => DecisionRecordInput, INPUT) input: DecisionRecordInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, recordDecision, input, 'decision', decisionById);
  }

  @Mutation(() => DecisionCorrectPayload, {
    description:
      'Corrects a record by a new one, which is answered; the old one stays and names it. Officers and administrators of the council.',
  })
  decisionCorrect(
    @Arg('input', () => DecisionCorrectInput, INPUT) input: DecisionCorrectInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, correctDecision, input, 'decision', decisionById);
  }
}
