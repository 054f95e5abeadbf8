import { graphqlEnum } from '@coop/shared/graphql';

/** What the Transparency Code has published of spending. */
export const TransparencyDataset = graphqlEnum(
  'TransparencyDataset',
  'What the Local Government Transparency Code 2015 has councils publish of their spending.',
  {
    SPEND: 'Each item of expenditure over £500 (paras. 28–29), by quarter.',
    CARD: 'Every transaction on a procurement card (para. 30), by quarter.',
    GRANT:
      'Every grant to a voluntary, community or social enterprise organisation (paras. 42–43), by financial year.',
  },
);
export type TransparencyDataset = keyof typeof TransparencyDataset;
