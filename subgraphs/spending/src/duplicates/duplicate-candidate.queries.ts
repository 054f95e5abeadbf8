import { In, type EntityManager } from 'typeorm';
import { rowById, type RequestContext } from '@coop/shared/graphql';
import {
  ImportRun,
  inChunks,
  keysetPage,
  safeNumber,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { measuredPrecision } from './duplicate-candidate.rules';
import type { DuplicateCandidateFilter } from './duplicate-inputs.types';
import { DuplicateSource } from './duplicate-source.entity';
import type { DuplicateCandidateOrder, DuplicateComputability } from './duplicates.enums';
import type { DuplicateTierSummary } from './duplicates.types';
import { computabilityOf } from './source-profile.rules';
import { TIER_NAMES, WEAK_BELOW, type ReferenceKind, type Tier } from './tiers';

/** A candidate by its id; who may read it is asked by whoever shows it. */
export const duplicateCandidateById = rowById(DuplicateCandidate);

/** Whether nothing but being alike speaks for a candidate. */
export const isWeakPriority = (priority: number): boolean => priority < WEAK_BELOW;

const ORDERINGS: Readonly<Record<DuplicateCandidateOrder, Ordering>> = {
  STRONGEST: { name: 'STRONGEST', column: 'candidate.priority', direction: 'DESC' },
  LARGEST: { name: 'LARGEST', column: 'candidate.atRiskPence', direction: 'DESC' },
  NEWEST: { name: 'NEWEST', column: 'candidate.paidOn', direction: 'DESC' },
};

/** A page of a council's candidates. */
export function duplicateCandidatePage(
  { database }: RequestContext,
  gssCode: string,
  filter: DuplicateCandidateFilter | null,
  orderBy: DuplicateCandidateOrder,
  args: PageArgs,
): Promise<Page<DuplicateCandidate>> {
  const query = database.reader
    .createQueryBuilder(DuplicateCandidate, 'candidate')
    .where('candidate.gssCode = :gssCode AND candidate.isCurrent = :isCurrent', {
      gssCode,
      isCurrent: filter?.isCurrent ?? true,
    });
  if (filter?.tier) query.andWhere('candidate.tier = :tier', { tier: filter.tier });
  if (filter?.verdict) query.andWhere('candidate.verdict = :verdict', { verdict: filter.verdict });
  if (filter?.isWeak != null)
    query.andWhere(`candidate.priority ${filter.isWeak ? '<' : '>='} :weakBelow`, { weakBelow: WEAK_BELOW });
  return keysetPage({ query, alias: 'candidate', ordering: ORDERINGS[orderBy], args });
}

interface CountedVerdict {
  readonly tier: Tier;
  readonly verdict: string;
  readonly current: string | number | boolean;
  readonly count: string | number;
  readonly at_risk: string | number;
  readonly recovered: string | number | null;
  readonly weak: string | number;
}

/** What the search came to, tier by tier. */
export async function duplicateTiers(
  { database: { reader } }: RequestContext,
  gssCode: string,
): Promise<DuplicateTierSummary[]> {
  const sources = await reader.find(DuplicateSource, {
    where: { gssCode },
    select: { runId: true, lines: true, numbered: true, referenceKind: true },
  });
  const counted = await reader
    .createQueryBuilder(DuplicateCandidate, 'candidate')
    .select('candidate.tier', 'tier')
    .addSelect('candidate.verdict', 'verdict')
    .addSelect('candidate.isCurrent', 'current')
    .addSelect(`CASE WHEN candidate.priority < ${WEAK_BELOW} THEN 1 ELSE 0 END`, 'weak')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(candidate.atRiskPence)', 'at_risk')
    .addSelect('SUM(candidate.recoveredPence)', 'recovered')
    .where('candidate.gssCode = :gssCode', { gssCode })
    .groupBy('candidate.tier')
    .addGroupBy('candidate.verdict')
    .addGroupBy('candidate.isCurrent')
    .addGroupBy('weak')
    .getRawMany<CountedVerdict>();
  const files = await filesOf(
    reader,
    sources.map(({ runId }) => runId),
  );
  return TIER_NAMES.map((tier) => ({
    tier,
    ...computability(sources, files, tier),
    ...figures(counted.filter((row) => row.tier === tier)),
  }));
}

/** What the files of imports are called. */
async function filesOf(reader: EntityManager, runs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await inChunks(runs, 500, (chunk) =>
    reader.find(ImportRun, { where: { id: In([...chunk]) }, select: { id: true, file: true } }),
  );
  return new Map(found.map(({ id, file }) => [id, file]));
}

const NAMED_FILES = 3;

/** A reason with the files that it holds of: the first few by name. */
function reasonOf(reason: string, files: readonly string[]): string {
  const named = files.slice(0, NAMED_FILES).join(', ');
  const more = files.length - NAMED_FILES;
  const others = more > 0 ? ` and ${more.toLocaleString('en-GB')} more` : '';
  return `${reason.replace(/\.$/, '')}: ${named}${others}.`;
}

function computability(sources: readonly DuplicateSource[], files: ReadonlyMap<string, string>, tier: Tier) {
  const lineCount = sources.reduce((sum, { lines }) => sum + lines, 0);
  // A file that brought nothing new, such as one imported twice, has nothing to be searched.
  const brought = sources.filter(({ lines }) => lines > 0);
  const verdicts = brought.map(({ runId, lines, numbered, referenceKind }) => {
    const profile = { lines, numbered, referenceKind: referenceKind as ReferenceKind, batchNumbers: [] };
    const { computable, reason } = computabilityOf(profile).find((one) => one.tier === tier)!;
    return { runId, lines: computable ? lines : 0, computable, reason };
  });
  const computedLineCount = verdicts.reduce((sum, { lines }) => sum + lines, 0);
  const isComputed = verdicts.some(({ computable }) => computable);
  const computed: DuplicateComputability =
    sources.length === 0
      ? 'NOT_SCANNED'
      : verdicts.every(({ computable }) => computable)
        ? 'COMPUTED'
        : isComputed
          ? 'PARTLY'
          : 'NOT_COMPUTABLE';
  const grouped = new Map<string, string[]>();
  for (const { reason, runId } of verdicts)
    if (reason !== null) grouped.set(reason, [...(grouped.get(reason) ?? []), files.get(runId) ?? runId]);
  const reasons = [...grouped].map(([reason, names]) => reasonOf(reason, names.sort()));
  return { computability: computed, reasons, lineCount, computedLineCount };
}

function figures(rows: readonly CountedVerdict[]) {
  const sum = (some: readonly CountedVerdict[], of: 'count' | 'at_risk' | 'recovered') =>
    some.reduce((total, row) => total + safeNumber(row[of] ?? 0), 0);
  const current = rows.filter((row) => Boolean(Number(row.current)));
  const judged = (...verdicts: string[]) =>
    sum(
      rows.filter(({ verdict }) => verdicts.includes(verdict)),
      'count',
    );
  const duplicate = judged('DUPLICATE');
  const other = judged('NOT_DUPLICATE', 'RECODING');
  const weak = rows.filter((row) => Number(row.weak) === 1);
  const weakOf = (...verdicts: string[]) =>
    sum(
      weak.filter(({ verdict }) => verdicts.includes(verdict)),
      'count',
    );
  return {
    weakCount: sum(
      weak.filter((row) => Boolean(Number(row.current))),
      'count',
    ),
    weakMeasuredPrecision: measuredPrecision({
      duplicate: weakOf('DUPLICATE'),
      other: weakOf('NOT_DUPLICATE', 'RECODING'),
    }),
    candidateCount: sum(current, 'count'),
    openCount: sum(
      current.filter(({ verdict }) => verdict === 'OPEN'),
      'count',
    ),
    judgedCount: duplicate + other,
    duplicateCount: duplicate,
    measuredPrecision: measuredPrecision({ duplicate, other }),
    atRiskPence: sum(
      current.filter(({ verdict }) => verdict === 'OPEN' || verdict === 'UNDER_ENQUIRY'),
      'at_risk',
    ),
    recoveredPence: sum(rows, 'recovered'),
  };
}
