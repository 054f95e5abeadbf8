import { Arg, Args, Ctx, FieldResolver, Float, Mutation, Resolver, Root } from 'type-graphql';
import {
  answer,
  ConnectionArgs,
  ListSize,
  LongWork,
  LocalDateScalar,
  Money,
  toConnection,
  toProblem,
  type RequestContext,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { examinePayments, keepFraudCases } from '../access';
import { assertMayRead } from '../duplicates/restricted.queries';
import { Payment } from '../payments/payment.entity';
import { paymentById } from '../payments/payment.queries';
import { Council } from '../stubs';
import { Supplier } from '../suppliers/supplier.entity';
import { supplierById } from '../suppliers/supplier.queries';
import { FraudFigures } from './fraud-figures.entity';
import { FraudIndicator } from './fraud-indicator.entity';
import {
  FraudCaseFilter,
  FraudFiguresPublishInput,
  FraudIndicatorFilter,
  FraudIndicatorsRunInput,
} from './fraud-inputs.types';
import { FraudCaseOrder } from './fraud.enums';
import {
  fraudCasePage,
  fraudFiguresById,
  fraudFiguresOfCouncil,
  fraudIndicatorPage,
  indicatorSummaries,
  lastDayOfFigures,
} from './fraud.queries';
import {
  FraudCaseConnection,
  FraudFiguresPublishPayload,
  FraudIndicatorConnection,
  FraudIndicatorsRunPayload,
  FraudIndicatorSummary,
  type FraudIndicatorsReport,
} from './fraud.types';
import { publishFraudFigures } from './publish-fraud-figures.command';
import { runCouncilIndicators } from './run-indicators.command';

/** Indicators: for the council's finance officers and auditors. */
@Resolver(() => FraudIndicator)
export class FraudIndicatorResolver {
  @LongWork()
  @Mutation(() => FraudIndicatorsRunPayload, {
    description: 'Works the fraud indicators out anew: for finance officers and auditors of the council.',
  })
  async fraudIndicatorsRun(
    @Arg('input', () => FraudIndicatorsRunInput, { description: 'Of which council.' })
    input: FraudIndicatorsRunInput,
    @Ctx() context: RequestContext,
  ): Promise<FraudIndicatorsRunPayload> {
    const result = await runCouncilIndicators.run(context, input);
    context.cache.clear();
    return result.ok
      ? { report: result.receipt as unknown as FraudIndicatorsReport, problems: [] }
      : { report: null, problems: result.problems.map(toProblem) };
  }

  @FieldResolver(() => Supplier, { nullable: true, description: 'The supplier.' })
  supplier(@Root() { supplierId }: FraudIndicator, @Ctx() context: RequestContext): Promise<Supplier | null> {
    return supplierById.load(context, supplierId);
  }

  @FieldResolver(() => [Payment], {
    description: 'The payments that it rests on, where it rests on single ones: the first 200.',
  })
  async payments(@Root() { paymentIds }: FraudIndicator, @Ctx() context: RequestContext): Promise<Payment[]> {
    return (await paymentById.loadMany(context, paymentIds)).filter((one) => one !== null);
  }
}

/** The yearly figures: open data. */
@Resolver(() => FraudFigures)
export class FraudFiguresResolver {
  @Mutation(() => FraudFiguresPublishPayload, {
    description:
      "Publishes a financial year's figures on work against fraud, or corrects them: for a finance officer or auditor of the council.",
  })
  fraudFiguresPublish(
    @Arg('input', () => FraudFiguresPublishInput, { description: 'Of which year, and the figures.' })
    input: FraudFiguresPublishInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, publishFraudFigures, input, 'figures', fraudFiguresById);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council.' })
  council(@Root() { gssCode }: FraudFigures): Council {
    return { gssCode };
  }

  @FieldResolver(() => LocalDateScalar, { description: 'The last day of the financial year.' })
  yearUntil(@Root() figures: FraudFigures): LocalDate {
    return lastDayOfFigures(figures);
  }

  @FieldResolver(() => Float, { description: 'Full-time equivalent of those who investigate and prosecute.' })
  investigatorFte(@Root() { investigatorFteHundredths }: FraudFigures): number {
    return investigatorFteHundredths / 100;
  }

  @FieldResolver(() => Float, { description: 'Full-time equivalent of the accredited specialists.' })
  specialistFte(@Root() { specialistFteHundredths }: FraudFigures): number {
    return specialistFteHundredths / 100;
  }

  @FieldResolver(() => Money, {
    description: 'What was spent on the investigation and prosecution of fraud.',
  })
  spent(@Root() { spentPence }: FraudFigures): Money {
    return Money.of(spentPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What fraud was detected; null where the council does not say, which the Code leaves to it.',
  })
  detected(@Root() { detectedPence }: FraudFigures): Money | null {
    return Money.orNull(detectedPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was recovered; null where the council does not say, which the Code leaves to it.',
  })
  recovered(@Root() { recoveredPence }: FraudFigures): Money | null {
    return Money.orNull(recoveredPence);
  }
}

/** What a council does against fraud. */
@Resolver(() => Council)
export class CouncilFraudResolver {
  @FieldResolver(() => [FraudFigures], {
    nullable: true,
    description: 'Its published figures on work against fraud, the latest year first. Open data.',
  })
  fraudFigures(@Root() { gssCode }: Council, @Ctx() context: RequestContext): Promise<FraudFigures[] | null> {
    return fraudFiguresOfCouncil.load(context, gssCode);
  }

  @FieldResolver(() => [FraudIndicatorSummary], {
    nullable: true,
    description:
      'How far each fraud indicator could be worked out: for its finance officers and auditors, FORBIDDEN for others.',
  })
  fraudIndicatorSummaries(
    @Root() { gssCode }: Council,
    @Ctx() context: RequestContext,
  ): Promise<FraudIndicatorSummary[]> {
    assertMayRead(examinePayments, context, { gssCode });
    return indicatorSummaries(context, gssCode);
  }

  @ListSize()
  @FieldResolver(() => FraudIndicatorConnection, {
    nullable: true,
    description:
      'Fraud indicators beyond their fence, by kind: for its finance officers and auditors, FORBIDDEN for others.',
  })
  async fraudIndicators(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => FraudIndicatorFilter, { nullable: true, description: 'Which of them.' })
    filter: FraudIndicatorFilter | null,
    @Ctx() context: RequestContext,
  ) {
    assertMayRead(examinePayments, context, { gssCode });
    const page = await fraudIndicatorPage(context, gssCode, filter, args);
    return toConnection(FraudIndicatorConnection, page);
  }

  @ListSize()
  @FieldResolver(() => FraudCaseConnection, {
    nullable: true,
    description: 'Its register of fraud cases: for its auditors, FORBIDDEN for others.',
  })
  async fraudCases(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => FraudCaseFilter, { nullable: true, description: 'Which of them.' })
    filter: FraudCaseFilter | null,
    @Arg('orderBy', () => FraudCaseOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    _orderBy: FraudCaseOrder,
    @Ctx() context: RequestContext,
  ) {
    assertMayRead(keepFraudCases, context, { gssCode });
    return toConnection(FraudCaseConnection, await fraudCasePage(context, gssCode, filter, args));
  }
}
