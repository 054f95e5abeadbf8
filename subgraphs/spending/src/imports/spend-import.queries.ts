import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { defineLoader, definePageLoader, inOrder, mapPage, type RequestContext } from '@coop/shared/graphql';
import {
  ImportProblem,
  ImportRun,
  keysetPagesByParent,
  type ImportRunState,
  type Ordering,
  type PageArgs,
} from '@coop/shared/persistence';
import { KIND } from './kind';
import { asideProblems } from './set-aside.rules';
import { SpendImportRecord } from './spend-import.entity';
import type { SpendImportOrder, SpendImportState } from './spend-import.enums';
import { SpendImport, SpendImportProblem } from './spend-import.types';

/** The runs of imports of payments. */
function spendRuns(reader: EntityManager): SelectQueryBuilder<ImportRun> {
  return reader.createQueryBuilder(ImportRun, 'run').where('run.kind = :kind', { kind: KIND });
}

/** Runs with what spending knows of them, in the same order; one statement. */
async function withRecords(reader: EntityManager, runs: readonly ImportRun[]): Promise<SpendImport[]> {
  const records = await reader.findBy(SpendImportRecord, { id: In(runs.map(({ id }) => id)) });
  const byId = new Map(records.map((record) => [record.id, record]));
  return runs.map((run) => shown(run, byId.get(run.id)));
}

function shown(run: ImportRun, record: SpendImportRecord | undefined): SpendImport {
  const { id, council, file, sha256, rows, imported, alreadyThere, rejected, startedAt, completedAt } = run;
  return Object.assign(new SpendImport(), {
    ...{ id, gssCode: council, file, sha256, rows, imported, alreadyThere, rejected, startedAt, completedAt },
    state: stateOf(run, record),
    progress: run.state === 'LOADING' ? (record?.progress ?? 0) : 1,
    columns: record?.columns ?? [],
    supersedes: record?.supersedes ?? null,
    supersededBy: record?.supersededBy ?? null,
    withdrawnAt: record?.withdrawnAt ?? null,
    withdrawnBecause: record?.withdrawnBecause ?? null,
    illustrative: record?.illustrative ?? false,
  });
}

/** A run that is being cleaned up is what it will be: set aside by somebody, or abandoned. */
function stateOf({ state }: ImportRun, record: SpendImportRecord | undefined): SpendImportState {
  if (state === 'LOADING' || state === 'COMPLETE') return state;
  if (record?.supersededBy) return 'SUPERSEDED';
  return record?.withdrawnAt ? 'WITHDRAWN' : 'ABANDONED';
}

/** An import of payments by its id. */
export const spendImportById = defineLoader<string, SpendImport>(async (ids, { database: { reader } }) => {
  const runs = await spendRuns(reader)
    .andWhere({ id: In([...ids]) })
    .getMany();
  return inOrder(ids, await withRecords(reader, runs), ({ id }) => id);
});

/** Which councils have an import of payments under way. */
export async function councilsLoading(
  manager: EntityManager,
  councils: readonly string[],
): Promise<ReadonlySet<string>> {
  const runs = await manager.find(ImportRun, {
    where: { kind: KIND, council: In([...councils]), state: 'LOADING' },
    select: { id: true, council: true },
  });
  return new Set(runs.map(({ council }) => council));
}

const isLoading = defineLoader<string, boolean>(async (councils, { database: { reader } }) => {
  const loading = await councilsLoading(reader, councils);
  return councils.map((council) => loading.has(council));
});

/** Whether an import can be withdrawn or superseded as it stands now, whoever asks. */
export async function canBeSetAside(
  context: RequestContext,
  { gssCode, state }: Pick<SpendImport, 'gssCode' | 'state'>,
): Promise<boolean> {
  const isUnderWay = (await isLoading.load(context, gssCode)) ?? false;
  return asideProblems({ state, isLoading: isUnderWay }).length === 0;
}

/** Arguments of a list of imports. */
export interface SpendImportArgs extends PageArgs {
  readonly state: SpendImportState | null;
  readonly orderBy: SpendImportOrder;
}

const ORDERINGS: Readonly<Record<SpendImportOrder, Ordering>> = {
  // Ids sort by the time at which they were made.
  NEWEST: { name: 'NEWEST', column: 'run.id', direction: 'DESC', isUnique: true },
  OLDEST: { name: 'OLDEST', column: 'run.id', direction: 'ASC', isUnique: true },
  MOST_ROWS: { name: 'MOST_ROWS', column: 'run.rows', direction: 'DESC' },
  MOST_REJECTED: { name: 'MOST_REJECTED', column: 'run.rejected', direction: 'DESC' },
};

const ASIDE = '(SELECT id FROM spend_import WHERE superseded_by IS NOT NULL)';
const BACK = '(SELECT id FROM spend_import WHERE withdrawn_at IS NOT NULL)';
const inState = (...states: readonly ImportRunState[]) =>
  `run.state IN (${states.map((state) => `'${state}'`).join(', ')})`;
const GONE = inState('CLEANING', 'ABANDONED');
const STATES: Readonly<Record<SpendImportState, string>> = {
  LOADING: inState('LOADING'),
  COMPLETE: inState('COMPLETE'),
  SUPERSEDED: `${GONE} AND run.id IN ${ASIDE}`,
  WITHDRAWN: `${GONE} AND run.id IN ${BACK}`,
  ABANDONED: `${GONE} AND run.id NOT IN ${ASIDE} AND run.id NOT IN ${BACK}`,
};

/** The imports of councils. */
export const importsOfCouncil = definePageLoader<SpendImport, SpendImportArgs>(
  async (councils, { state, orderBy, ...args }, { database: { reader } }) => {
    const query = spendRuns(reader);
    if (state !== null) query.andWhere(STATES[state]);
    const pages = await keysetPagesByParent<ImportRun>({
      query,
      alias: 'run',
      parentColumn: 'run.council',
      parents: [...councils],
      ordering: ORDERINGS[orderBy],
      args,
    });
    const runs = [...pages.values()].flatMap(({ nodes }) => nodes);
    const byId = new Map((await withRecords(reader, runs)).map((one) => [one.id, one]));
    const shownPages = await Promise.all(
      [...pages].map(async ([council, page]) => {
        const turned = await mapPage(page, async (rows) => rows.map(({ id }) => byId.get(id) ?? null));
        return [council, turned] as const;
      }),
    );
    return new Map(shownPages);
  },
);

/** Arguments of a list of problems. */
export interface ProblemArgs extends PageArgs {
  /** Whether what stood in the cells may be shown. */
  readonly quotes: boolean;
}

/** What was odd in the rows of imports, from the top of the file. */
export const problemsOfImport = definePageLoader<SpendImportProblem, ProblemArgs>(
  async (imports, { quotes, ...args }, { database: { reader } }) => {
    const pages = await keysetPagesByParent<ImportProblem>({
      query: reader.createQueryBuilder(ImportProblem, 'problem'),
      alias: 'problem',
      parentColumn: 'problem.run',
      parents: [...imports],
      ordering: { name: 'line', column: 'problem.line', direction: 'ASC' },
      args,
    });
    const turned = await Promise.all(
      [...pages].map(
        async ([run, page]) =>
          [run, await mapPage(page, async (rows) => rows.map((row) => problemOf(row, quotes)))] as const,
      ),
    );
    return new Map(turned);
  },
);

/** A quotation of a cell at the end of a message. */
const QUOTATION = /\s*\(“[^]*”\)$/;

function problemOf(
  { id, record, column, severity, message }: ImportProblem,
  quotes: boolean,
): SpendImportProblem {
  return Object.assign(new SpendImportProblem(), {
    id,
    row: record,
    column: column === '' ? null : column,
    severity,
    message: quotes ? message : message.replace(QUOTATION, ''),
  });
}
