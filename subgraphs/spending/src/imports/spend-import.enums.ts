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

/** What became of a row of an imported file. */
export const ImportProblemSeverity = graphqlEnum('SpendImportSeverity', 'What became of the row.', {
  REJECTED: 'The row was not imported.',
  WARNING: 'The row was imported, not quite as it stood.',
});
export type ImportProblemSeverity = keyof typeof ImportProblemSeverity;
