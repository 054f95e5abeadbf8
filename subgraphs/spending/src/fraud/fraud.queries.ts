import { In } from 'typeorm';
import { defineLoader, rowById, type RequestContext } from '@coop/shared/graphql';
import { keysetPage, type Page, type PageArgs } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { FraudCase } from './fraud-case.entity';
import { FraudFigures } from './fraud-figures.entity';
import { lastDayOfYear } from './fraud-figures.rules';
import { FraudIndicator, FraudIndicatorRun } from './fraud-indicator.entity';
import type { FraudCaseFilter, FraudIndicatorFilter } from './fraud-inputs.types';
import type { FraudIndicatorSummary } from './fraud.types';
import { INDICATOR_KINDS } from './indicator-kinds';

/** A case by its id; who may read it is asked by whoever shows it. */
export const fraudCaseById = rowById(FraudCase);

/** The published figures of a year by their id. */
export const fraudFiguresById = rowById(FraudFigures);

/** The published figures of a council, the latest year first: one row a year. */
export const fraudFiguresOfCouncil = defineLoader<string, FraudFigures[]>(async (codes, { database }) => {
  const rows = await database.reader.find(FraudFigures, {
    where: { gssCode: In([...codes]) },
    order: { yearFrom: 'DESC' },
  });
  return codes.map((code) => rows.filter(({ gssCode }) => gssCode === code));
});

/** A page of a council's cases, opened last first. */
export function fraudCasePage(
  { database }: RequestContext,
  gssCode: string,
  filter: FraudCaseFilter | null,
  args: PageArgs,
): Promise<Page<FraudCase>> {
  const query = database.reader
    .createQueryBuilder(FraudCase, 'fraud')
    .where('fraud.gssCode = :gssCode', { gssCode });
  if (filter?.state) query.andWhere('fraud.state = :state', { state: filter.state });
  const ordering = { name: 'NEWEST', column: 'fraud.openedOn', direction: 'DESC' } as const;
  return keysetPage({ query, alias: 'fraud', ordering, args });
}

/** A page of a council's indicators beyond their fence. */
export function fraudIndicatorPage(
  { database }: RequestContext,
  gssCode: string,
  filter: FraudIndicatorFilter | null,
  args: PageArgs,
): Promise<Page<FraudIndicator>> {
  const query = database.reader
    .createQueryBuilder(FraudIndicator, 'indicator')
    .where('indicator.gssCode = :gssCode', { gssCode });
  if (filter?.kind) query.andWhere('indicator.kind = :kind', { kind: filter.kind });
  const ordering = { name: 'KIND', column: 'indicator.kind', direction: 'ASC' } as const;
  return keysetPage({ query, alias: 'indicator', ordering, args });
}

/** How far each indicator could be worked out; empty before the first run. */
export async function indicatorSummaries(
  { database }: RequestContext,
  gssCode: string,
): Promise<FraudIndicatorSummary[]> {
  const rows = await database.reader.findBy(FraudIndicatorRun, { gssCode });
  return INDICATOR_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind)).map(
    ({ kind, computed, notComputable, flagged, reasons, computedOn }) => ({
      ...{
        kind,
        computedCount: computed,
        notComputableCount: notComputable,
        flaggedCount: flagged,
        computedOn,
      },
      computability: computed > 0 ? ('COMPUTED' as const) : ('NOT_COMPUTABLE' as const),
      reasons: Object.entries(reasons)
        .sort(([, a], [, b]) => b - a)
        .map(([reason, suppliers]) => `${reason} (${suppliers} suppliers)`),
    }),
  );
}

/** The last day of the year that the figures are of. */
export const lastDayOfFigures = ({ yearFrom }: FraudFigures): LocalDate => lastDayOfYear(yearFrom);
