import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, LocalDateScalar, payloadType, ProblemType, WHY_REFUSED } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { FraudCase } from './fraud-case.entity';
import { FraudFigures } from './fraud-figures.entity';
import { FraudIndicator } from './fraud-indicator.entity';
import { FraudComputability, FraudIndicatorKind } from './fraud.enums';

/** A page of cases. */
export const FraudCaseConnection = connectionType(FraudCase, 'FraudCase', 'fraud cases');

/** A page of indicators. */
export const FraudIndicatorConnection = connectionType(
  FraudIndicator,
  'FraudIndicator',
  'fraud indicators beyond their fence',
);

/** How far an indicator could be worked out. */
@ObjectType({
  description:
    "How far an indicator could be worked out for a council's suppliers. For finance officers and auditors of the council.",
})
export class FraudIndicatorSummary {
  @Field(() => FraudIndicatorKind, { description: 'What it measures.' })
  kind!: FraudIndicatorKind;

  @Field(() => FraudComputability, { description: 'Whether it could be worked out at all.' })
  computability!: FraudComputability;

  @Field(() => Int, { description: 'Suppliers for which it could be worked out.' })
  computedCount!: number;

  @Field(() => Int, { description: 'Suppliers for which it could not: they are neither flagged nor clear.' })
  notComputableCount!: number;

  @Field(() => Int, { description: 'Suppliers for which it is beyond its fence.' })
  flaggedCount!: number;

  @Field(() => [String], { description: 'Why it could not be worked out, and for how many suppliers.' })
  reasons!: readonly string[];

  @Field(() => LocalDateScalar, { description: 'The day of the run.' })
  computedOn!: LocalDate;
}

/** What the viewer may do with a case. */
@ObjectType({ description: 'What the viewer may do with a case as it stands now.' })
export class FraudCaseViewerCan {
  @Field(() => Boolean, { description: 'Begin to look into it (`fraudCaseInvestigate`).' })
  investigate!: boolean;

  @Field(() => Boolean, { description: 'Say what the investigation found (`fraudCaseConclude`).' })
  conclude!: boolean;

  @Field(() => Boolean, { description: 'Hand it on (`fraudCaseRefer`).' })
  refer!: boolean;

  @Field(() => Boolean, { description: 'Close it (`fraudCaseClose`): never whoever opened it.' })
  close!: boolean;
}

/** What a run of the indicators did. */
@ObjectType({ description: 'What a run of the fraud indicators did.' })
export class FraudIndicatorsReport {
  @Field(() => Int, { description: 'Suppliers that were looked at.' })
  suppliers!: number;

  @Field(() => Int, { description: 'Indicators beyond their fence.' })
  flagged!: number;
}

/** What `fraudIndicatorsRun` answers. */
@ObjectType({ description: 'What `fraudIndicatorsRun` answers.' })
export class FraudIndicatorsRunPayload {
  @Field(() => FraudIndicatorsReport, {
    nullable: true,
    description: 'What was done; null when there are problems.',
  })
  report!: FraudIndicatorsReport | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: readonly ProblemType[];
}

/** What `fraudCaseOpen` answers. */
export const FraudCaseOpenPayload = payloadType('FraudCaseOpenPayload', 'fraudCase', FraudCase);
/** What `fraudCaseInvestigate` answers. */
export const FraudCaseInvestigatePayload = payloadType('FraudCaseInvestigatePayload', 'fraudCase', FraudCase);
/** What `fraudCaseConclude` answers. */
export const FraudCaseConcludePayload = payloadType('FraudCaseConcludePayload', 'fraudCase', FraudCase);
/** What `fraudCaseRefer` answers. */
export const FraudCaseReferPayload = payloadType('FraudCaseReferPayload', 'fraudCase', FraudCase);
/** What `fraudCaseClose` answers. */
export const FraudCaseClosePayload = payloadType('FraudCaseClosePayload', 'fraudCase', FraudCase);
/** What `fraudFiguresPublish` answers. */
export const FraudFiguresPublishPayload = payloadType('FraudFiguresPublishPayload', 'figures', FraudFigures);
