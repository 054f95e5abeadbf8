import { graphqlEnum } from '@coop/shared/graphql';
import { spendImportLifecycle } from './spend-import.lifecycle';

/** Where an import of payments stands. */
export const SpendImportState = graphqlEnum(
  'SpendImportState',
  'Where an import of payments stands.',
  spendImportLifecycle.states,
);
export type SpendImportState = keyof typeof SpendImportState;

/** The orders of a list of imports. */
export const SpendImportOrder = graphqlEnum(
  'SpendImportOrder',
  'The order of a list of imports of payments.',
  {
    NEWEST: 'What was begun last comes first.',
    OLDEST: 'What was begun first comes first.',
    MOST_ROWS: 'The file with the most rows of data comes first.',
    MOST_REJECTED: 'The file with the most rows that are no payments comes first.',
  },
);
export type SpendImportOrder = keyof typeof SpendImportOrder;

/** What became of a row of an imported file. */
export const ImportProblemSeverity = graphqlEnum('SpendImportSeverity', 'What became of the row.', {
  REJECTED: 'The row was not imported.',
  WARNING: 'The row was imported, not quite as it stood.',
});
export type ImportProblemSeverity = keyof typeof ImportProblemSeverity;
