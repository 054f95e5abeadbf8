import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, Money, type RequestContext } from '@coop/shared/graphql';
import { keepFraudCases } from '../access';
import { readRestricted } from '../duplicates/restricted.queries';
import { Council } from '../stubs';
import { Supplier } from '../suppliers/supplier.entity';
import { supplierById } from '../suppliers/supplier.queries';
import { FraudCase } from './fraud-case.entity';
import { fraudCaseLifecycle } from './fraud-case.lifecycle';
import {
  FraudCaseCloseInput,
  FraudCaseConcludeInput,
  FraudCaseInvestigateInput,
  FraudCaseOpenInput,
  FraudCaseReferInput,
} from './fraud-inputs.types';
import { fraudCaseById } from './fraud.queries';
import {
  FraudCaseClosePayload,
  FraudCaseConcludePayload,
  FraudCaseInvestigatePayload,
  FraudCaseOpenPayload,
  FraudCaseReferPayload,
  FraudCaseViewerCan,
} from './fraud.types';
import {
  closeFraudCase,
  concludeFraudCase,
  investigateFraudCase,
  openFraudCase,
  referFraudCase,
} from './keep-fraud-case.command';

/** The register of fraud cases: for the council's auditors alone. */
@Resolver(() => FraudCase)
export class FraudCaseResolver {
  @Query(() => FraudCase, {
    nullable: true,
    description:
      'The fraud case with an id: for auditors of the council. Null for those of another council, as when there is none; FORBIDDEN for others.',
  })
  fraudCase(
    @Arg('id', () => ID, { description: 'Its id, `fraudcase_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<FraudCase | null> {
    return readRestricted(keepFraudCases, context, () => fraudCaseById.load(context, id));
  }

  @Mutation(() => FraudCaseOpenPayload, {
    description: 'Puts a suspicion of fraud on record: for an auditor of the council.',
  })
  fraudCaseOpen(
    @Arg('input', () => FraudCaseOpenInput, { description: 'What is suspected, and on what grounds.' })
    input: FraudCaseOpenInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, openFraudCase, input, 'fraudCase', fraudCaseById);
  }

  @Mutation(() => FraudCaseInvestigatePayload, {
    description: 'Begins to look into a case: for an auditor of the council.',
  })
  fraudCaseInvestigate(
    @Arg('input', () => FraudCaseInvestigateInput, { description: 'Which case.' })
    input: FraudCaseInvestigateInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, investigateFraudCase, input, 'fraudCase', fraudCaseById);
  }

  @Mutation(() => FraudCaseConcludePayload, {
    description: 'Says what the investigation of a case found: for an auditor of the council.',
  })
  fraudCaseConclude(
    @Arg('input', () => FraudCaseConcludeInput, { description: 'Which case, and what was found.' })
    input: FraudCaseConcludeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, concludeFraudCase, input, 'fraudCase', fraudCaseById);
  }

  @Mutation(() => FraudCaseReferPayload, {
    description: 'Hands a case to the police or a prosecutor: for an auditor of the council.',
  })
  fraudCaseRefer(
    @Arg('input', () => FraudCaseReferInput, { description: 'Which case, and to whom.' })
    input: FraudCaseReferInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, referFraudCase, input, 'fraudCase', fraudCaseById);
  }

  @Mutation(() => FraudCaseClosePayload, {
    description: 'Closes a case: for an auditor of the council who did not open it.',
  })
  fraudCaseClose(
    @Arg('input', () => FraudCaseCloseInput, { description: 'Which case, and why.' })
    input: FraudCaseCloseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, closeFraudCase, input, 'fraudCase', fraudCaseById);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council whose case it is.' })
  council(@Root() { gssCode }: FraudCase): Council {
    return { gssCode };
  }

  @FieldResolver(() => Supplier, { nullable: true, description: 'The supplier that it is about, if any.' })
  async supplier(
    @Root() { supplierId }: FraudCase,
    @Ctx() context: RequestContext,
  ): Promise<Supplier | null> {
    return supplierId === null ? null : supplierById.load(context, supplierId);
  }

  @FieldResolver(() => Money, { description: 'What may have been lost.' })
  suspected(@Root() { suspectedPence }: FraudCase): Money {
    return Money.of(suspectedPence);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What was lost, as found; null before.' })
  proven(@Root() { provenPence }: FraudCase): Money | null {
    return Money.orNull(provenPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What has come back; null before it is closed.',
  })
  recovered(@Root() { recoveredPence }: FraudCase): Money | null {
    return Money.orNull(recoveredPence);
  }

  @FieldResolver(() => FraudCaseViewerCan, {
    description: 'What the viewer may do with it as it stands now.',
  })
  viewerCan(@Root() one: FraudCase, @Ctx() { actor }: RequestContext): FraudCaseViewerCan {
    const open = (action: (typeof fraudCaseLifecycle.actions)[number]) =>
      keepFraudCases.allows(actor, one) && fraudCaseLifecycle.permit(action, one.state).ok;
    return {
      investigate: open('investigate'),
      conclude: open('conclude'),
      refer: open('refer'),
      close: open('close') && one.openedBy !== actor.subject,
    };
  }
}
