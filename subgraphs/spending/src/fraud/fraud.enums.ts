import { graphqlEnum } from '@coop/shared/graphql';
import { fraudCaseLifecycle } from './fraud-case.lifecycle';
import { INDICATORS } from './indicator-kinds';

/** What an indicator is about. */
export const FraudIndicatorKind = graphqlEnum(
  'FraudIndicatorKind',
  'What a fraud indicator measures. None of them proves anything.',
  INDICATORS,
);
export type FraudIndicatorKind = keyof typeof FraudIndicatorKind;

/** Where a case stands. */
export const FraudCaseState = graphqlEnum(
  'FraudCaseState',
  'Where a fraud case stands.',
  fraudCaseLifecycle.states,
);
export type FraudCaseState = keyof typeof FraudCaseState;

/** How an investigation ends. */
export const FraudCaseOutcome = graphqlEnum(
  'FraudCaseOutcome',
  'How the investigation of a fraud case ends.',
  {
    SUBSTANTIATED: fraudCaseLifecycle.states.SUBSTANTIATED,
    UNSUBSTANTIATED: fraudCaseLifecycle.states.UNSUBSTANTIATED,
  },
);
export type FraudCaseOutcome = keyof typeof FraudCaseOutcome;

/** How a suspicion came up. */
export const FraudCaseSource = graphqlEnum('FraudCaseSource', 'How a suspicion of fraud came up.', {
  INDICATOR: 'By an indicator over the payments.',
  DUPLICATE: 'By a payment made twice.',
  CARD: 'By a breach of the rules for cards.',
  REPORT: 'Somebody reported it.',
  AUDIT: 'In an audit.',
  OTHER: 'By something else.',
});
export type FraudCaseSource = keyof typeof FraudCaseSource;

/** Whether an indicator could be computed. */
export const FraudComputability = graphqlEnum(
  'FraudComputability',
  'Whether an indicator could be worked out for any supplier of the council.',
  {
    COMPUTED: 'It was worked out, for the suppliers that the count says.',
    NOT_COMPUTABLE: 'It could be worked out for none: that nothing is flagged says nothing.',
  },
);
export type FraudComputability = keyof typeof FraudComputability;

/** The orders of a list of cases. */
export const FraudCaseOrder = graphqlEnum('FraudCaseOrder', 'The order of a list of fraud cases.', {
  NEWEST: 'Opened last comes first.',
});
export type FraudCaseOrder = keyof typeof FraudCaseOrder;
