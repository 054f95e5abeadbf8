import { graphqlEnum } from '@coop/shared/graphql';

/** Where an import of payments stands. */
export const SpendImportState = graphqlEnum('SpendImportState', 'Where an import of payments stands.', {
  LOADING: 'Its file is being read; its payments are not shown yet.',
  COMPLETE: 'Its payments stand.',
  SUPERSEDED: 'Another import stands in its place; its payments are not shown.',
  WITHDRAWN: 'It was taken back; its payments are not shown.',
  ABANDONED: 'It broke off before its end; nothing of it was kept.',
});
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
